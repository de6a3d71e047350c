import assert from "node:assert/strict";
import { randomNumbers } from "./module.mjs";
import { bitsOf, encode, formats, fraction, numberOf, unit } from "./reference.mjs";

const edges = [
  0, 1, 2, 3, 0.5, 1.5, 2.5, 0.49999999999999994, 1e300, 1e-300, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** -1022, 2 ** -1023,
  2 ** 52, 2 ** 53 - 1, 2 ** 53, Math.PI, 1 / 3, 1 + 2 ** -52, 4503599627370495.5,
];
const special = [Infinity, -Infinity, NaN];

/** Doubles of all sizes, and some whose exponents lie near each other. */
function doubles(seed, count) {
  const random = randomNumbers(seed);
  const values = [...edges, ...edges.map((value) => -value)];
  while (values.length < count) {
    const any = numberOf(random.bits(64));
    const near = numberOf((random.bits(64) & ~(0x7ffn << 52n)) | (BigInt(1023 + random.below(110) - 55) << 52n));
    for (const value of [any, near]) if (Number.isFinite(value)) values.push(value);
  }
  return values;
}

/** x * y + z, rounded once. */
function fusedExactly(x, y, z, format) {
  const sum = fraction(x) * fraction(y) + fraction(z) * unit;
  if (sum === 0n) return x * y + z;
  const bits = encode(sum < 0n ? -sum : sum, unit * unit, sum < 0n, format);
  return format === formats.double ? numberOf(bits) : new Float32Array(new Uint32Array([Number(bits)]).buffer)[0];
}

function same(actual, expected, what) {
  if (!Object.is(actual, expected)) assert.fail(`${what()}: ${actual} instead of ${expected}`);
}

/** The IEEE remainder from exact integers. */
function remainderExactly(x, y) {
  const [a, b] = [fraction(x), fraction(y)];
  const divisor = b < 0n ? -b : b;
  let rest = (a < 0n ? -a : a) % divisor;
  const isOdd = (((a < 0n ? -a : a) / divisor) & 1n) === 1n;
  if (rest * 2n > divisor || (rest * 2n === divisor && isOdd)) rest -= divisor;
  const magnitude = numberOf(encode(rest < 0n ? -rest : rest, unit, rest < 0n, formats.double));
  return Object.is(x, -0) || x < 0 ? -magnitude : magnitude;
}

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "fma rounds once"(context) {
    const { fma, fmaf } = context.instance().exports;
    const values = doubles(11, 400);
    const random = randomNumbers(12);
    for (let count = 0; count < 20_000; count += 1) {
      const [x, y, z] = [0, 0, 0].map(() => values[random.below(values.length)]);
      // A third operand that nearly cancels the product, too.
      for (const addend of [z, -x * y]) {
        if (!Number.isFinite(addend)) continue;
        const expected = x === 0 || y === 0 ? x * y + addend : fusedExactly(x, y, addend, formats.double);
        same(fma(x, y, addend), expected, () => `fma(${x}, ${y}, ${addend})`);
      }
      const [a, b, c] = [x, y, z].map(Math.fround);
      if (![a, b, c].every(Number.isFinite) || a === 0 || b === 0) continue;
      same(fmaf(a, b, c), fusedExactly(a, b, c, formats.float), () => `fmaf(${a}, ${b}, ${c})`);
    }
    for (const x of [...special, 0, 1, -2]) {
      for (const y of [...special, 0, 1, -2]) {
        for (const z of special) same(fma(x, y, z), x * y + z, () => `fma(${x}, ${y}, ${z})`);
      }
    }
  },

  async "fmod is JavaScript's %"(context) {
    const { fmod, fmodf } = context.instance().exports;
    const values = [...doubles(13, 200), ...special];
    for (const x of values) {
      for (const y of values) {
        same(fmod(x, y), x % y, () => `fmod(${x}, ${y})`);
        const [a, b] = [Math.fround(x), Math.fround(y)];
        same(fmodf(a, b), a % b, () => `fmodf(${a}, ${b})`);
      }
    }
  },

  async "remainder is that of the nearest quotient"(context) {
    const { remainder, remainderf } = context.instance().exports;
    const values = doubles(14, 120);
    for (const x of values) {
      for (const y of values) {
        if (y === 0) continue;
        same(remainder(x, y), remainderExactly(x, y), () => `remainder(${x}, ${y})`);
      }
      same(remainder(x, Infinity), x, () => `remainder(${x}, Infinity)`);
      assert.ok(Number.isNaN(remainder(x, 0)) && Number.isNaN(remainder(Infinity, x)) && Number.isNaN(remainder(x, NaN)));
    }
    assert.equal(remainderf(5, 3), -1);
    assert.equal(remainderf(0.75, 0.5), -0.25);
  },

  async "round goes half away from zero"(context) {
    const { round, roundf } = context.instance().exports;
    for (const value of [...doubles(15, 500), ...special]) {
      const magnitude = Math.abs(value);
      const whole = Math.floor(magnitude);
      const expected = magnitude - whole >= 0.5 ? whole + 1 : whole;
      same(round(value), value < 0 || Object.is(value, -0) ? -expected : expected, () => `round(${value})`);
    }
    assert.equal(roundf(-2.5), -3);
    assert.equal(roundf(Math.fround(0.49999997)), 0);
  },

  async "every half has its float, and the way back"(context) {
    const { __extendhfsf2: extend, __truncdfhf2: truncate, __truncsfhf2: truncateFloat } = context.instance().exports;
    for (let half = 0; half < 0x10000; half += 1) {
      const exponent = (half >> 10) & 31;
      const part = half & 0x3ff;
      const sign = half & 0x8000 ? -1 : 1;
      const value = exponent === 0 ? part * 2 ** -24 : exponent === 31 ? (part ? NaN : Infinity) : (1024 + part) * 2 ** (exponent - 25);
      same(extend(half), value === 0 ? sign * 0 : sign * value, () => `half ${half}`);
      if (Number.isNaN(value)) continue;
      assert.equal(truncate(sign * value) & 0xffff, half);
      assert.equal(truncateFloat(sign * value) & 0xffff, half);
    }
    assert.equal(truncate(NaN) & 0x7e00, 0x7e00);
  },

  async "doubles round to halves once"(context) {
    const { __truncdfhf2: truncate } = context.instance().exports;
    const random = randomNumbers(16);
    for (let count = 0; count < 20_000; count += 1) {
      const exponent = BigInt(1023 + random.below(48) - 30);
      let bits = (random.bits(64) & ((1n << 52n) - 1n)) | (exponent << 52n);
      if (count % 2 === 0) bits &= ~((1n << 41n) - 1n);
      const value = numberOf(bits);
      const expected = encode(fraction(value), unit, false, formats.half);
      assert.equal(BigInt(truncate(value) & 0xffff), expected, `${value} ${bitsOf(value).toString(16)}`);
    }
  },
};
