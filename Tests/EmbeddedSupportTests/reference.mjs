/** Correct rounding by exact arithmetic, for comparison: slow and plain. */

/** @typedef {{ precision: number, maxExponent: number, bits: number }} Format */
/** @type {Record<string, Format>} */
export const formats = {
  half: { precision: 11, maxExponent: 15, bits: 16 },
  float: { precision: 24, maxExponent: 127, bits: 32 },
  double: { precision: 53, maxExponent: 1023, bits: 64 },
};

const bitLength = (value) => value.toString(2).length;

/** The encoding of numerator / denominator, ties to even. @param {Format} format */
export function encode(numerator, denominator, negative, format) {
  const sign = negative ? 1n << BigInt(format.bits - 1) : 0n;
  if (numerator === 0n) return sign;
  const smallest = 1 - format.maxExponent;
  // The unit of the last place: first by an estimate of the exponent, corrected where the estimate is one too low or high.
  let exponent = bitLength(numerator) - bitLength(denominator) - 1;
  const isAtLeast = (power) =>
    power >= 0 ? numerator >= denominator << BigInt(power) : numerator << BigInt(-power) >= denominator;
  while (isAtLeast(exponent + 1)) exponent += 1;
  const unit = Math.max(exponent, smallest) - format.precision + 1;
  const [n, d] = unit >= 0 ? [numerator, denominator << BigInt(unit)] : [numerator << BigInt(-unit), denominator];
  let quotient = n / d;
  const rest = (n % d) * 2n;
  if (rest > d || (rest === d && (quotient & 1n) === 1n)) quotient += 1n;
  const infinity = BigInt(2 * format.maxExponent + 1) << BigInt(format.precision - 1);
  const above = exponent < smallest ? 0n : BigInt(exponent - smallest) << BigInt(format.precision - 1);
  const bits = above + quotient;
  return sign | (bits < infinity ? bits : infinity);
}

const scratch = new DataView(new ArrayBuffer(8));

export function bitsOf(number) {
  scratch.setFloat64(0, number);
  return scratch.getBigUint64(0);
}

export function numberOf(bits) {
  scratch.setBigUint64(0, bits);
  return scratch.getFloat64(0);
}

/** A finite double as an exact fraction with a power of two below. */
export function fraction(number) {
  const bits = bitsOf(number);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const significand = (bits & ((1n << 52n) - 1n)) | (exponent === 0 ? 0n : 1n << 52n);
  // In units of 2^-1074, the smallest double.
  const value = significand << BigInt(Math.max(exponent, 1) - 1);
  return bits >> 63n === 1n ? -value : value;
}

/** The power of two that `fraction` counts in. */
export const unit = 1n << 1074n;

/** A decimal like `12.5e-3` as numerator and denominator. */
export function decimal(text) {
  const [, sign, whole, part = "", exponent = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  const digits = BigInt(whole + part || "0");
  const power = Number(exponent) - part.length;
  return {
    negative: sign === "-",
    numerator: power > 0 ? digits * 10n ** BigInt(power) : digits,
    denominator: power < 0 ? 10n ** BigInt(-power) : 1n,
  };
}
