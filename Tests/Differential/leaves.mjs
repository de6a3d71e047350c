/**
 * The types without parts. A type says how it is written in IDL, makes values, each with what has to come back, and values whose conversion is a
 * TypeError.
 *
 * @typedef {object} Type
 * @property {string} idl
 * @property {string} kind how a union tells its values from others; two types of one kind cannot stand in one union
 * @property {(random: import("./random.mjs").Random, world: World) => [unknown, unknown]} value a value and what comes back
 * @property {((random: import("./random.mjs").Random, world: World) => unknown) | null} wrong a value that is refused; null where there is none
 * @property {string[]} [kinds] those of a union's members
 * @property {boolean} [isNullable] whether it has a null of its own
 * @property {boolean} [isLent] whether Swift cannot keep it when it is an argument
 *
 * @typedef {{ nodes: object[], rows: object[] }} World objects that values refer to
 */

const symbol = () => Symbol("wrong");

/** @returns {Type} */
const leaf = (idl, kind, value, wrong) => ({ idl, kind, value, wrong });

const same = (make) => (random, world) => {
  const value = make(random, world);
  return [value, value];
};

/** The integer of so many bits that JavaScript's number becomes (Web IDL 3.2.4.9). */
const wrapped = (value, bits, isSigned) => {
  const whole = BigInt.asUintN(bits, BigInt(Number.isFinite(value) ? Math.trunc(value) : 0));
  return Number(isSigned ? BigInt.asIntN(bits, whole) : whole);
};

const edges = [0, -0, 1, -1, 1.5, -1.5, NaN, Infinity, 127, 128, 255, 256, 32767, 65536, 2 ** 31, -(2 ** 31) - 1, 2 ** 32 + 7, 2 ** 53 - 1];
const number = (random) => (random.once(2) ? random.one(edges) : (random.next() - 0.5) * 10 ** random.below(12));

const integer = (idl, bits, isSigned) =>
  leaf(idl, "number", (random) => {
    const value = number(random);
    return [value, wrapped(value, bits, isSigned)];
  }, symbol);

/** Attributes of a type stand in a typedef. */
export const clampedTypes = ["typedef [Clamp] octet ClampedOctet;", "typedef [Clamp] short ClampedShort;"];
const clamped = (idl, low, high) =>
  leaf(idl, "number", (random) => {
    const value = number(random);
    if (Number.isNaN(value)) return [value, 0];
    const within = Math.min(Math.max(value, low), high);
    const even = Math.round(within / 2) * 2;
    return [value, (Math.abs(within % 1) === 0.5 ? even : Math.round(within)) + 0];
  }, symbol);

const finite = (random) => {
  const value = number(random);
  return Number.isFinite(value) ? value : random.next();
};

const texts = ["", "a", "text", "Zoë", "世界", "👋 hello", "\0", "a\nb", "x".repeat(300), "é".repeat(5000), '"quoted"', "constructor", "__proto__"];
const text = (random) => random.one(texts) + (random.once(3) ? String(random.below(1000)) : "");
/** The same without what is not a byte. */
const bytes = (random) => text(random).replace(/[^\0-\xff]/g, "?");

const numberArray = (Class, idl) =>
  leaf(idl, idl, same((random) => Class.from({ length: random.below(6) }, () => random.next() * 1000)), () => []);

const octets = (random) => Uint8Array.from({ length: random.below(40) }, () => random.below(256));

export const levels = ["low", "high", "über-all", ""];

/** @type {Type[]} */
export const leaves = [
  leaf("boolean", "boolean", same((random) => random.once(2)), null),
  integer("byte", 8, true), integer("octet", 8, false), integer("short", 16, true), integer("unsigned short", 16, false),
  integer("long", 32, true), integer("unsigned long", 32, false),
  clamped("ClampedOctet", 0, 255), clamped("ClampedShort", -32768, 32767),
  leaf("long long", "number", (random) => {
    const value = random.one([0, 1, -1, 2 ** 53 - 1, -(2 ** 53) + 1, random.below(2 ** 31)]);
    return [value, value];
  }, symbol),
  leaf("double", "number", same(finite), () => NaN),
  leaf("unrestricted double", "number", same(number), symbol),
  leaf("float", "number", (random) => {
    const value = finite(random);
    return [value, Math.fround(value)];
  }, () => Infinity),
  leaf("bigint", "bigint", same((random) => random.one([0n, -1n, 2n ** 63n, -(2n ** 64n), BigInt(random.below(1000))])), () => 1.5),
  leaf("DOMString", "string", (random) => (random.once(8) ? ["a\ud800b", "a\ufffdb"] : same(text)(random)), symbol),
  leaf("USVString", "string", same(text), symbol),
  leaf("ByteString", "string", same(bytes), () => "世"),
  leaf("Level", "string", same((random) => random.one(levels)), () => "none"),
  leaf("Node", "Node", same((random, world) => random.one(world.nodes)), () => ({})),
  leaf("Row", "Row", same((random, world) => random.one(world.rows)), () => 1),
  leaf("symbol", "symbol", same(() => Symbol("value")), () => "symbol"),
  leaf("object", "object", same((random, world) => random.one([{}, [1], () => {}, world.nodes[0], new Map()])), () => 1),
  { ...leaf("any", "any", same((random, world) => random.one([undefined, null, true, 1.5, NaN, "text", 5n, 2n ** 70n, Symbol("any"), {}, world.nodes[1]])), null), isNullable: true },
  { ...numberArray(Float32Array, "Float32Array"), isLent: true }, { ...numberArray(Float64Array, "Float64Array"), isLent: true },
  {
    ...leaf("Uint8Array", "Uint8Array", same((random) => Uint8Array.from({ length: random.below(400) }, () => random.below(256))), () => new Int8Array(1)),
    isLent: true,
  },
  { ...leaf("ArrayBuffer", "ArrayBuffer", same((random) => octets(random).buffer), () => new Uint8Array(1)), isLent: true },
  {
    ...leaf("DataView", "DataView", (random) => {
      const all = octets(random);
      const start = random.below(all.length + 1);
      return [new DataView(all.buffer, start), new DataView(all.slice(start).buffer)];
    }, () => new ArrayBuffer(1)),
    isLent: true,
  },
  { ...numberArray(Int16Array, "Int16Array"), isLent: true },
  { ...leaf("BigInt64Array", "BigInt64Array", same((random) => BigInt64Array.from({ length: random.below(4) }, () => -BigInt(random.below(2 ** 31)) << 20n)), () => []), isLent: true },
];
