/**
 * What is called in JavaScript and in the component, by the names of the IDL. Enums' values are those of JavaScript, and so are the results
 * that both have to give.
 */
const ann = { name: "Ann", age: 40, volume: "very loud", friends: ["Bo", "Zoë 🎈"] };
const wide = { a: -0.5, b: -9007199254740991, c: true, d: 1.5, e: 255, p: ann, t: "Grüße\0\n", s: [1, 2.5] };
const long = "ä".repeat(70_000);

/** @type {[member: string, ...args: unknown[]][]} */
export const calls = [
  ["greet", "Zoë"],
  ["greet", "", ann],
  ["greet", "x", { name: "only" }],
  ["flip", true],
  ["b", -128],
  ["ob", 255],
  ["s", -32768],
  ["us", 65535],
  ["l", -2147483648],
  ["ul", 4294967295],
  ["ll", -9223372036854775808n],
  ["ull", 18446744073709551615n],
  ["f", 1.100000023841858],
  ["d", -0],
  ["d", Number.NaN],
  ["d", -Infinity],
  ["twice", []],
  ["twice", ["", "ß", long]],
  ["doubles", new Float64Array([1, -2.5, 1e300])],
  ["doubles", new Float64Array(0)],
  ["reversed", new Uint8Array([1, 2, 3, 255])],
  ["nested", [[], [{ x: 1, y: 2 }], [{ x: 3, y: 4 }, { x: 5, y: 6 }]]],
  ["louder", "quiet"],
  ["louder", "very loud"],
  ["older", { name: "Bo" }],
  ["older", ann],
  ["widen", wide],
  ["reply", "abc"],
  ["reply", 12],
  ["reply", ann],
  ["either", "text"],
  ["either", false],
  ["either", null],
  ["maybe", 41],
  ["maybe", null],
  ["maybeText", ""],
  ["maybeText", null],
  ["table", { one: 1, "zwei ü": 2.5 }],
  ["table", {}],
  ["parse", "4294967295"],
  ["parse", "nothing"],
  ["check", 0],
  ["check", 1],
  ["check", 2],
  ["find", "Ann"],
  ["find", ""],
  ["many", "a", "b", "c", "d", "e", "f", "g", long, 9, 1, 2, 3],
  ["viaHost", "wer?"],
  ["hostNumbers", "Ann"],
  ["hostNumbers", "bad"],
  ["access", 1],
  ["access", 3],
  ["i8", new Int8Array([-128, 127])],
  ["u8c", new Uint8ClampedArray([0, 255])],
  ["i16", new Int16Array([-32768, 32767])],
  ["u16", new Uint16Array([0, 65535])],
  ["i32", new Int32Array([-2147483648, 2147483647])],
  ["u32", new Uint32Array([0, 4294967295])],
  ["f32", new Float32Array([1.5, -0.25, 3e38])],
  ["i64", new BigInt64Array([-9223372036854775808n, 9223372036854775807n])],
  ["u64", new BigUint64Array([18446744073709551615n])],
  ["scalars", "ß🎈"],
  ["some", 1.5],
  ["some", undefined],
  ["lists", [1, -2]],
  ["lists", []],
  ["lists", null],
  ["holes", ["a", null, ""]],
  ["volumes", ["x-2", "quiet", "very loud"]],
  ["deep", 7],
  ["deep", ["a", "ß"]],
  ["rows", { a: [true, false], "": [] }],
  ["nobody", ann, true],
  ["nobody", ann, false],
  ["bind", "Grüße"],
  ["fault", "tea"],
  ["fault", "gone"],
  ["fault", "too long"],
  ["title"],
];

/** What the host of either does. */
export const desk = {
  log() {},
  ask: (question, volume) => `${question}: ${volume}`,
  scale: (value, by) => value * by,
  numbers(who, { x }) {
    if (who.name === "bad") throw new Error("nein, Grüße");
    return [1, 2, x];
  },
  fetch(what) {
    if (what === "tea") return "a cup of tea";
    throw new globalThis.Fault(what);
  },
  weigh: (page) => page.lines * 10,
  middle: (points) => ({ x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) }),
};
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** A class of the host's. */
export class Page {
  constructor(title, lines = 2) {
    this.title = title;
    this.lines = lines;
  }
  line(index) {
    if (index < this.lines) return `${this.title}/${index}`;
    throw new globalThis.Refusal({ message: "no such line", line: index });
  }
  twin() {
    return new Page(this.title, this.lines);
  }
  next() {
    return this.lines > 0 ? new Page(this.title, this.lines - 1) : null;
  }
  parts(sizes) {
    return sizes.map((size) => new Page(this.title, size));
  }
  isLonger(other) {
    return this.lines > other.lines;
  }
  static longest(pages) {
    return pages.reduce((best, page) => (page.isLonger(best) ? page : best));
  }
}

const enumeration = { quiet: "quiet", "very loud": "very-loud", "x-2": "x2" };
const labels = Object.fromEntries(Object.entries(enumeration).map(([value, label]) => [label, value]));
const variadic = { many: 9 };
const tables = new Set(["table", "rows"]);

/** The calls as JSON for `components.py`: objects are records, which have all their fields, and arguments are all there. */
export const spelled = () =>
  calls.map(([member, ...args]) => {
    const label = member.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (member in variadic) args = [...args.slice(0, variadic[member]), args.slice(variadic[member])];
    if (member === "greet" && args.length < 2) args.push(null);
    return { label, args: args.map((value) => (tables.has(member) ? Object.entries(value) : toJSON(value))) };
  });

/** A value for Python. */
const toJSON = (value) => {
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)) || Object.is(value, -0)) {
    return { number: Object.is(value, -0) ? "-0.0" : String(value) };
  }
  if (value instanceof Uint8Array || value instanceof Uint8ClampedArray) return { bytes: [...value] };
  if (ArrayBuffer.isView(value)) return [...value].map(toJSON);
  if (Array.isArray(value)) return value.map(toJSON);
  if (typeof value === "string") return enumeration[value] ?? value;
  if (value === null || typeof value !== "object") return value;
  const fields = "name" in value ? { age: null, volume: null, friends: null, ...value } : value;
  return { record: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toJSON(field)])) };
};

/** What JavaScript's side gave, in the form in which Python prints what the component gave. */
export const plain = (value) => {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return { number: String(value) };
  if (typeof value === "number") {
    const isJSON = Number.isFinite(value) && !Object.is(value, -0);
    return isJSON ? value : { number: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return [...value].map(plain);
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined && member !== null).toSorted().map(([name, member]) => [name, plain(member)]),
  );
};

/** What Python printed. */
export const fromJSON = (value, member) => {
  if (tables.has(member)) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map((element) => fromJSON(element));
  if (typeof value === "string") return labels[value] ?? value;
  if (value === null || typeof value !== "object" || "number" in value) return value;
  return plain(Object.fromEntries(Object.entries(value.record).map(([name, field]) => [name, fromJSON(field)])));
};
