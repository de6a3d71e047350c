/**
 * The innermost types of the matrix: at least one for each file of Sources/BindgenABI/Families. A new type is a new entry here.
 *
 * @typedef {object} Inner
 * @property {string} name what the type is called in the names of cells; an identifier in generated code too
 * @property {string} family the file of Sources/BindgenABI/Families that it stands for, without its suffix
 * @property {boolean} [isPaired] whether pairs of outer types are tried with it, also where not every type is: one of each way to cross
 * @property {string} [definitions] IDL that the type names, apart from Swift/base.idl
 * @property {string} [support] Swift that the entry uses, apart from Swift/Support.swift: `text` of a value, as the script has it
 * @property {string} idl
 * @property {string} swift
 * @property {string[]} [attributes] extended attributes that belong to the type
 * @property {string[]} [argumentAttributes] those that it has as an argument only
 * @property {string} [argument] Swift's type as an argument, where it is another one
 * @property {(v: string) => string} [fromArgument] Swift: the value of what came as an argument
 * @property {(v: string) => string} [swiftText] Swift: the text of a value, as `text` makes it
 * @property {(world: World) => [unknown, unknown?][]} given values of JavaScript, each with what arrives where that is another one
 * @property {[string, unknown][]} made values that Swift makes, and what arrives in JavaScript
 * @property {(world: World) => unknown[]} wrong values whose conversion is a TypeError
 * @property {boolean} [canFail] whether there are such values; there are unless it is false
 * @property {(value: any) => string} text what Swift has to have received, as text
 * @property {(actual: any, expected: any, world: World) => boolean} [same] where Object.is is not enough
 *
 * @typedef {import("../Cells/world.mjs").World} World
 */
import { isEqual } from "../../Runner/Families/equality.mjs";
import { Fresh } from "./fresh.mjs";

const symbol = () => [Symbol("wrong")];
const plain = String;
const bits = (array, view) => (value) => (Number.isNaN(value) ? "nan" : String(new view(new array([value]).buffer)[0]));
const doubleBits = bits(Float64Array, BigUint64Array);
const floatBits = bits(Float32Array, Uint32Array);

/** An integer that crosses as a Number. */
const integer = (name, idl, swift, given, made, isPaired = false) => ({
  name, family: "Integers", isPaired, idl, swift, text: plain, wrong: symbol,
  given: () => given,
  made: made.map((value) => [String(value), value]),
});

const floating = (name, idl, swift, text, given, made, wrong) => ({
  name, family: "Floats", idl, swift, text, wrong: () => wrong,
  given: () => given,
  made,
});

/** A dictionary of the IDL beside this file, compared by content. @param {Omit<Inner, "family" | "idl" | "swift">} entry */
const dictionary = (idl, entry) => ({ family: "Dictionaries", idl, swift: idl, same: isEqual, ...entry });

const array = (name, idl, swift, entry) => ({ name, family: "Buffers", idl, swift: `[${swift}]`, same: isEqual, ...entry });

const listText = (text) => (values) => `[${Array.from(values, text).join()}]`;

const wide = (name, h) => ({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h, name });
const longText = "a text that is longer than the area for results, ".repeat(8);

/** @type {Inner[]} */
export const inners = [
  {
    name: "boolean", family: "Booleans", idl: "boolean", swift: "Bool", text: plain,
    given: () => [[true], [false], [0, false], ["x", true]],
    made: [["true", true], ["false", false]],
    canFail: false,
    wrong: () => [],
  },
  integer("byte", "byte", "Int8", [[-128], [127], [200, -56]], [-128, 5]),
  integer("octet", "octet", "UInt8", [[0], [255], [-1, 255]], [255, 0]),
  integer("short", "short", "Int16", [[-32768], [32768, -32768]], [-32768, 5]),
  integer("unsignedShort", "unsigned short", "UInt16", [[65535], [65537, 1]], [65535, 0]),
  integer("long", "long", "Int32", [[0], [-2147483648], [4294967301, 5], [-0, 0]], [-2147483648, 0], true),
  integer("unsignedLong", "unsigned long", "UInt32", [[4294967295], [-1, 4294967295]], [4294967295, 0]),
  integer("longLong", "long long", "Int64", [[9007199254740991], [-9007199254740991], [-0, 0]], [-9007199254740991, 1]),
  integer("unsignedLongLong", "unsigned long long", "UInt64", [[9007199254740991], [0]], [9007199254740991, 0]),
  {
    name: "bigInt", family: "Integers", idl: "long long", swift: "Int64", attributes: ["BigInt"], text: plain,
    given: () => [[0n], [-(2n ** 63n)], [2n ** 63n, -(2n ** 63n)]],
    made: [["Int64.min", -(2n ** 63n)], ["5", 5n]],
    wrong: () => [1, Symbol("wrong")],
  },
  floating("float", "float", "Float", floatBits, [[1.5], [-0], [0.1, Math.fround(0.1)]], [["-0.0", -0], ["2.5", 2.5]], [NaN, 1e300]),
  floating("double", "double", "Double", doubleBits, [[1.5], [-0], [-2.25e300]], [["-0.0", -0], ["2.5", 2.5]], [NaN, -Infinity]),
  floating(
    "unrestrictedDouble", "unrestricted double", "Double", doubleBits,
    [[NaN], [-0], [Infinity]], [["Double.nan", NaN], ["-Double.infinity", -Infinity]], symbol(),
  ),
  {
    name: "DOMString", family: "Strings", isPaired: true, idl: "DOMString", swift: "String", text: plain, wrong: symbol,
    given: () => [[""], ["Zoë 世界 🌍"], [longText], [7, "7"]],
    made: [['""', ""], ['"made in Swift: é"', "made in Swift: é"], ["longText", longText]],
  },
  {
    name: "enum", family: "Enums", idl: "Level", swift: "Level",
    definitions: 'enum Level { "low", "high" };',
    support: 'func text(_ value: Level) -> String { "\\(value.rawValue)" }',
    text: (value) => (value === "low" ? "0" : "1"),
    given: () => [["low"], ["high"]],
    made: [[".high", "high"], [".low", "low"]],
    wrong: () => ["middle", null],
  },
  dictionary("Flat", {
    name: "flat", isPaired: true,
    definitions: "dictionary Flat { required double x; required long y; };",
    support: `func text(_ value: Flat) -> String { "{" + text(value.x) + "," + text(value.y) + "}" }`,
    text: ({ x, y }) => `{${doubleBits(x)},${y}}`,
    given: () => [[{ x: -0, y: 2 }], [{ x: 1.5, y: 7.9, z: 1 }, { x: 1.5, y: 7 }]],
    made: [["Flat(x: -0.0, y: 3)", { x: -0, y: 3 }], ["Flat(x: 1, y: 4)", { x: 1, y: 4 }]],
    wrong: () => [{ x: NaN, y: 1 }, { x: 1, y: Symbol("wrong") }],
  }),
  dictionary("Wide", {
    name: "wide", isPaired: true,
    definitions: `dictionary Wide { ${[..."abcdefgh"].map((name) => `required long ${name};`).join(" ")} required DOMString name; };`,
    support: `func text(_ value: Wide) -> String { "{" + text(value.a) + "," + text(value.h) + "," + value.name + "}" }`,
    text: ({ a, h, name }) => `{${a},${h},${name}}`,
    given: () => [[wide("é", -5)], [wide(longText, 8)]],
    made: [["Wide(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: -8, name: longText)", wide(longText, -8)]],
    wrong: () => [wide(Symbol("wrong"), 1), wide("a name that is longer than sixteen bytes", Symbol("wrong"))],
  }),
  dictionary("Holder", {
    name: "holder", isPaired: true,
    definitions: "dictionary Holder { required Thing thing; };",
    support: `func text(_ value: Holder) -> String { "{" + text(value.thing) + "}" }`,
    text: ({ thing }) => `{T${thing.value}}`,
    given: ({ things }) => things.map((thing) => [{ thing }]),
    made: [["Holder(thing: Thing(value: 21))", { thing: new Fresh("Thing", 21) }]],
    wrong: ({ gone }) => [{ thing: {} }, { thing: gone }],
    same: (actual, expected, world) => isEqual(Object.keys(actual ?? {}), ["thing"]) && world.isSame("Thing", actual.thing, expected.thing),
  }),
  dictionary("Named", {
    name: "named",
    definitions: "dictionary Named { required DOMString first; DOMString last; };",
    support: `func text(_ value: Named) -> String { "{" + value.first + "," + maybe(value.last) { $0 } + "}" }`,
    text: ({ first, last }) => `{${first},${last === undefined ? "-" : `?${last}`}}`,
    given: () => [[{ first: "Ada" }], [{ first: "", last: longText }], [{ first: "é", last: undefined }, { first: "é" }]],
    made: [["Named(first: longText, last: nil)", { first: longText }], ['Named(first: "", last: "b")', { first: "", last: "b" }]],
    wrong: () => [{ first: Symbol("wrong") }, { first: "a name that is longer than sixteen bytes", last: Symbol("wrong") }],
  }),
  array("bytes", "Uint8Array", "UInt8", {
    argumentAttributes: ["Copy"],
    swiftText: (v) => `list(${v}) { text($0) }`,
    text: listText(plain),
    given: () => [[Uint8Array.of(1, 255)], [new Uint8Array(0)]],
    made: [["[1, 255]", Uint8Array.of(1, 255)], ["[]", new Uint8Array(0)]],
    wrong: () => [[1], new Int8Array(1)],
  }),
  array("lent", "Float64Array", "Double", {
    argument: "Span<Double>",
    fromArgument: (v) => `array(${v})`,
    support: "func array(_ span: Span<Double>) -> [Double] { span.indices.map { span[$0] } }",
    swiftText: (v) => `list(${v}) { text($0) }`,
    text: listText(doubleBits),
    given: () => [[Float64Array.of(1.5, -0, NaN)], [new Float64Array(0)]],
    made: [["[2.5]", Float64Array.of(2.5)], ["[]", new Float64Array(0)]],
    wrong: () => [[1], new Float32Array(1)],
  }),
  {
    name: "callback", family: "Callbacks", isPaired: true, idl: "Fn", swift: "Fn", argument: "@escaping Fn",
    definitions: "callback Fn = long (long x);",
    support: `func adding(_ number: Int32) -> Fn { { $0 + number } }\nfunc text(_ value: Fn) -> String { "f\\(value(3))" }`,
    text: (f) => `f${f(3)}`,
    given: ({ functions }) => functions.map((f) => [f]),
    made: [["adding(21)", (x) => x + 21], ["adding(22)", (x) => x + 22]],
    wrong: () => [{}, 1],
    same: (actual, expected) => typeof actual === "function" && actual(3) === expected(3) && actual(-1) === expected(-1),
  },
  {
    name: "callbackObject", family: "CallbackObjects", idl: "Hearer", swift: "Hearer",
    definitions: "callback interface Hearer { long hear(long x); };",
    support: `func hearing(_ number: Int32) -> Hearer { Hearer { $0 + number } }\nfunc text(_ value: Hearer) -> String { "f\\(value(3))" }`,
    text: (f) => `f${typeof f === "function" ? f(3) : f.hear(3)}`,
    given: ({ functions }) => [...functions.map((f) => [f]), [{ hear: (x) => x + 5 }]],
    made: [["hearing(21)", (x) => x + 21], ["hearing(22)", (x) => x + 22]],
    wrong: () => ["text", 1],
    same: (actual, expected) => actual === expected || (typeof actual === "function" && actual(3) === expected(3)),
  },
  {
    name: "interface", family: "Interfaces", isPaired: true, idl: "Thing", swift: "Thing",
    text: ({ value }) => `T${value}`,
    given: ({ things }) => things.map((thing) => [thing]),
    made: [["Thing(value: 21)", new Fresh("Thing", 21)], ["Thing(value: 22)", new Fresh("Thing", 22)]],
    wrong: ({ gone }) => [{}, gone],
    same: (actual, expected, world) => world.isSame("Thing", actual, expected),
  },
  {
    name: "imported", family: "Interfaces", isPaired: true, idl: "Item", swift: "Item",
    text: ({ value }) => `I${value}`,
    given: ({ items }) => items.map((item) => [item]),
    made: [["Item(value: 21)", new Fresh("Item", 21)], ["Item(value: 22)", new Fresh("Item", 22)]],
    // Any object can be one of JavaScript's.
    wrong: () => [1, null],
    same: (actual, expected, world) => world.isSame("Item", actual, expected),
  },
  {
    name: "sequenceOfLong", family: "Sequences", idl: "sequence<long>", swift: "[Int32]", same: isEqual,
    swiftText: (v) => `list(${v}) { text($0) }`,
    text: listText(plain),
    given: () => [[[]], [[1, -2, 3]], [new Set([4]), [4]]],
    made: [["[5, -6]", [5, -6]], ["[]", []]],
    wrong: () => [1, [1, Symbol("wrong")]],
  },
  {
    name: "recordOfLong", family: "Records", idl: "record<DOMString, long>", swift: "JSRecord<String, Int32>", same: isEqual,
    swiftText: (v) => `pairs(${v}) { text($0) }`,
    text: (value) => `<${Object.entries(value).map(([key, item]) => `${key}:${item}`).join()}>`,
    given: () => [[{}], [{ b: 1, é: -2, a: 3 }]],
    made: [['["b": 5, "é": -6]', { b: 5, é: -6 }], ["[:]", {}]],
    wrong: () => [1, { b: 1, a: Symbol("wrong") }],
  },
  {
    name: "union", family: "Unions", isPaired: true, idl: "Mixed", swift: "Mixed",
    definitions: "typedef (long or DOMString or Thing) Mixed;",
    support: `func text(_ value: Mixed) -> String {
    switch value {
    case .number(let value): text(value)
    case .string(let value): "'" + value + "'"
    case .thing(let value): text(value)
    }
}`,
    text: (value) => (typeof value === "string" ? `'${value}'` : typeof value === "number" ? String(value) : `T${value.value}`),
    given: ({ things }) => [[-7], ["é"], [longText], ...things.map((thing) => [thing]), [true, "true"]],
    made: [[".number(5)", 5], [".string(longText)", longText], [".thing(Thing(value: 21))", new Fresh("Thing", 21)]],
    wrong: symbol,
    same: (actual, expected, world) => (typeof expected === "object" ? world.isSame("Thing", actual, expected) : actual === expected),
  },
  {
    name: "byteString", family: "ByteStrings", idl: "ByteString", swift: "[UInt8]",
    swiftText: (v) => `list(${v}) { text($0) }`,
    text: (value) => `[${Array.from(value, (unit) => unit.charCodeAt(0)).join()}]`,
    given: () => [[""], ["caf\u00e9"], ["a\u0000b".repeat(200)], [7, "7"]],
    made: [["[]", ""], ["[104, 233]", "h\u00e9"]],
    wrong: () => ["\u0100", Symbol("wrong")],
  },
  {
    name: "arrayBuffer", family: "Bytes", idl: "ArrayBuffer", swift: "[UInt8]", argumentAttributes: ["Copy"],
    swiftText: (v) => `list(${v}) { text($0) }`,
    text: (value) => listText(plain)(new Uint8Array(value)),
    given: () => [[Uint8Array.of(1, 255).buffer], [new ArrayBuffer(0)]],
    made: [["[1, 255]", Uint8Array.of(1, 255).buffer], ["[]", new ArrayBuffer(0)]],
    wrong: () => [[1], new Uint8Array(1)],
    same: (actual, expected) => actual instanceof ArrayBuffer && isEqual(new Uint8Array(actual), new Uint8Array(expected)),
  },
  {
    name: "bigintOfAnySize", family: "Values", idl: "bigint", swift: "JSBigInt",
    swiftText: (v) => `${v}.description`,
    text: plain,
    given: () => [[0n], [-(2n ** 63n)], [2n ** 80n], ["12", 12n]],
    made: [["JSBigInt(-5)", -5n]],
    wrong: () => [1, Symbol("wrong")],
  },
  {
    name: "nullableLong", family: "Nullables", idl: "long?", swift: "Int32?",
    swiftText: (v) => `maybe(${v}) { text($0) }`,
    text: (value) => (value === null ? "-" : `?${value}`),
    given: () => [[null], [undefined, null], [-1], [2147483647]],
    made: [["nil", null], ["-1", -1]],
    wrong: symbol,
  },
];
