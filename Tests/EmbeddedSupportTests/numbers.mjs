import assert from "node:assert/strict";
import { randomNumbers } from "./module.mjs";
import { decimal, encode, formats, numberOf } from "./reference.mjs";

const functions = {
  double: "_swift_stdlib_strtod_clocale",
  float: "_swift_stdlib_strtof_clocale",
  half: "_swift_stdlib_strtof16_clocale",
};

/** @param {any} context */
function reader(context) {
  const instance = context.instance();
  const text = instance.exports.malloc(8192);
  const result = instance.exports.malloc(16);
  /** The bits of the number at the start of a text, and how many bytes it takes; null where there is none. */
  return (source, format = "double") => {
    const bytes = new TextEncoder().encode(`${source}\0`);
    instance.bytes.set(bytes, text);
    instance.view.setBigUint64(result, 0x1234n, true);
    const end = instance.exports[functions[format]](text, result);
    if (end === 0) return null;
    const { bits } = formats[format];
    return { bits: BigInt.asUintN(bits, instance.view.getBigUint64(result, true)), length: end - text };
  };
}

function check(read, source) {
  const { numerator, denominator, negative } = decimal(source);
  for (const [name, format] of Object.entries(formats)) {
    const found = read(source, name);
    assert.ok(found, source);
    assert.equal(found.length, source.length, source);
    assert.equal(found.bits, encode(numerator, denominator, negative, format), `${source} as ${name}`);
  }
}

/** The decimals that lie exactly between two neighbouring doubles, as far as their last digit. */
function halfway(bits) {
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const significand = (bits & ((1n << 52n) - 1n)) | (exponent === 0 ? 0n : 1n << 52n);
  const twice = significand * 2n + 1n;
  const power = Math.max(exponent, 1) - 1076;
  if (power >= 0) return { text: String(twice << BigInt(power)), point: 0 };
  return { text: String(twice * 5n ** BigInt(-power)), point: -power };
}

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "decimals are rounded correctly: plain ones"(context) {
    const read = reader(context);
    const plain = [
      "0", "-0", "+0", "1", "-1", "3.14", ".5", "5.", "1e3", "1E+3", "1e-3", "0.1", "123456789", "9007199254740993",
      "00000000000000000000000000000001.50", "0.000000000000000000000000000000000000001", "1e22", "1e23", "8.5e22", "1e10", "16777217e0",
      "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
      "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e309", "1e-400", "1e999999999", "0e999999999",
      "1e-999999999", "65504", "65519.99", "65520", "3.4028235e38", "3.4028236e38", "1.401298464324817e-45", "5.960464477539063e-8",
      "2.98023223876953125e-8", "6.631236846766476e-316", "179769313486231580793728971405301199e273", "9214843084008499", "6929495644600919.5",
    ];
    for (const source of plain) check(read, source.replace(/e(\d{4,}|-\d{4,})$/, (all) => (source.startsWith("0") ? "e400" : all.length > 6 ? all.replace(/\d+/, "5000") : all)));
    assert.equal(read("1e99999999999999999999").bits, 0x7ffn << 52n);
    assert.equal(read("1e-99999999999999999999").bits, 0n);
    assert.equal(read("0e99999999999999999999").bits, 0n);
  },

  async "decimals are rounded correctly: random ones of every length"(context) {
    const read = reader(context);
    const random = randomNumbers(21);
    for (let count = 0; count < 6000; count += 1) {
      const length = 1 + random.below(count % 10 === 0 ? 60 : 22);
      const digits = Array.from({ length }, () => random.below(10)).join("");
      const point = random.below(length + 1);
      const range = [5, 30, 60, 330][count % 4];
      const exponent = random.below(2 * range) - range;
      const source = `${digits.slice(0, point)}.${digits.slice(point)}`;
      check(read, `${random.below(2) ? "-" : ""}${source}${random.below(3) ? `e${exponent}` : ""}`);
    }
  },

  async "every double comes back from its shortest and from its longest text"(context) {
    const read = reader(context);
    const random = randomNumbers(22);
    for (let count = 0; count < 3000; count += 1) {
      const bits = random.bits(63);
      const number = numberOf(bits);
      if (!Number.isFinite(number)) continue;
      assert.equal(read(String(number).replace("+", "")).bits, bits, String(number));
      assert.equal(read(number.toExponential(60)).bits, bits);
    }
  },

  async "halfway cases of up to 767 digits, and their neighbours"(context) {
    const read = reader(context);
    const random = randomNumbers(23);
    const cases = [0n, 1n, 2n, (1n << 52n) - 1n, 1n << 52n, (1n << 53n) - 1n, (0x7fen << 52n) | 1n, (0x3ffn << 52n) | 1n];
    for (let count = 0; count < 60; count += 1) {
      const bits = random.bits(63);
      if (bits < 0x7ffn << 52n) cases.push(bits);
    }
    for (const bits of cases) {
      const { text, point } = halfway(bits);
      const suffix = `e-${point}`;
      const even = (bits & 1n) === 0n ? bits : bits + 1n;
      assert.equal(read(text + suffix).bits, even, `halfway above ${bits}`);
      assert.equal(read(`${text}.${"0".repeat(900)}1${suffix}`).bits, bits + 1n, `above halfway of ${bits}`);
      assert.equal(read(`${BigInt(text) - 1n}.${"9".repeat(900)}${suffix}`).bits, bits, `below halfway of ${bits}`);
      assert.equal(read(`0.${"0".repeat(500)}${text}e${500 + text.length - point}`).bits, even);
    }
  },

  async "hexadecimal numbers"(context) {
    const read = reader(context);
    const cases = [
      ["0x1p0", 1], ["0x1.8p1", 3], ["0XA", 10], ["-0x.8P-1", -0.25], ["0x1.fffffffffffffp1023", Number.MAX_VALUE],
      ["0x1.fffffffffffff7fp1023", Number.MAX_VALUE], ["0x1.fffffffffffff8p1023", Infinity], ["0x1p-1074", Number.MIN_VALUE],
      ["0x1p-1075", 0], ["0x1.0001p-1075", Number.MIN_VALUE], ["0x10000000000000000000p-76", 1], ["0x1.00000000000008p0", 1],
      ["0x1.00000000000008000000000000000001p0", 1 + 2 ** -52], ["0x1.00000000000018p0", 1 + 2 ** -51], ["0x0p99999999999", 0],
      ["0x1p99999999999", Infinity], ["0x1p-99999999999", 0], ["0x.0000000000000000000000001p100", 1],
    ];
    for (const [source, expected] of cases) {
      const found = read(source);
      assert.equal(found.length, source.length, source);
      assert.ok(Object.is(numberOf(found.bits), expected), `${source}: ${numberOf(found.bits)}`);
    }
    assert.equal(read("0x1.ffcp15", "half").bits, 0x7bffn);
    assert.equal(read("0x1.ffep15", "half").bits, 0x7c00n);
  },

  async "infinity and not a number"(context) {
    const read = reader(context);
    for (const source of ["inf", "INF", "infinity", "Infinity"]) {
      assert.deepEqual(read(source), { bits: 0x7ffn << 52n, length: source.length });
      assert.deepEqual(read(`-${source}`, "half"), { bits: 0xfc00n, length: source.length + 1 });
      assert.deepEqual(read(`-${source}`, "float"), { bits: 0xff800000n, length: source.length + 1 });
    }
    assert.deepEqual(read("nan"), { bits: 0x7ff8n << 48n, length: 3 });
    assert.deepEqual(read("-NaN"), { bits: 0xfff8n << 48n, length: 4 });
    assert.deepEqual(read("nan(0x1234)"), { bits: (0x7ff8n << 48n) | 0x1234n, length: 11 });
    assert.deepEqual(read("nan(17)", "float"), { bits: 0x7fc00011n, length: 7 });
    assert.deepEqual(read("nan(8"), { bits: 0x7ff8n << 48n, length: 3 });
  },

  async "what is no number, and where a number ends"(context) {
    const read = reader(context);
    for (const source of ["", "-", "+", ".", "e5", "-.", "abc", "i", "in", "na", "0x", "0x.", "0xp3", "--1", "+-1"]) {
      assert.equal(read(source), null, source);
    }
    const ends = [["1e", 1], ["1e+", 1], ["1.5.5", 3], ["12abc", 2], ["1 ", 1], ["0x1g", 3], ["0x1p", 3], ["infinit", 3], ["1e5e5", 3]];
    for (const [source, length] of ends) assert.equal(read(source).length, length, source);
  },
};
