// JavaScript values to IDL values where the fast path does not fit (Web IDL 3.2).

// @part number needs type
/** Web IDL's ToNumber; what has no number is a TypeError that names the place. */
const $number = (value, where) => {
  if (typeof value === "bigint" || typeof value === "symbol") $type(value, where, "a number");
  return Number(value);
};

// @part double needs number
const $double = (value, where) => {
  const number = $number(value, where);
  if (number - number !== 0) $type(value, where, "a finite number");
  return number;
};

// @part float needs double
const $float = (value, where) => {
  const number = Math.fround($double(value, where));
  if (number - number !== 0) $type(value, where, "a number that fits a float");
  return number;
};

// @part enforce needs number
/** [EnforceRange] (Web IDL 3.3.5). */
const $enforce = (value, low, high, where) => {
  const number = Math.trunc($number(value, where));
  if (!(number >= low && number <= high)) $type(value, where, `an integer from ${low} to ${high}`);
  return number + 0;
};

// @part clamp needs number
/** [Clamp] (Web IDL 3.3.3): the nearest value in range, halves to even. */
const $clamp = (value, low, high, where) => {
  const number = Math.min(Math.max($number(value, where), low), high);
  const floor = Math.floor(number);
  const rest = number - floor;
  if (number !== number) return 0;
  return (rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1) + 0;
};

// @part long needs number
/** A 64-bit integer as a Number, modulo 2^64 (Web IDL 3.2.4). */
const $long = (value, isSigned, where) => {
  const number = Math.trunc($number(value, where));
  if (number - number !== 0) return 0;
  if (isSigned ? number >= -(2 ** 63) && number < 2 ** 63 : number >= 0 && number < 2 ** 64) return number + 0;
  return Number((isSigned ? BigInt.asIntN : BigInt.asUintN)(64, BigInt(number)));
};

// @part bigint needs type
const $bigint = (value, where) => {
  if (typeof value === "number" || typeof value === "symbol") $type(value, where, "a bigint");
  return BigInt(value);
};

// @part string needs type
const $string = (value, where) => {
  if (typeof value === "symbol") $type(value, where, "a string");
  return `${value}`;
};

// @part dictionary needs type
/** null and undefined are the empty dictionary, other primitives a TypeError (Web IDL 3.2.17). */
const $dictionary = (value, where) => {
  if (value === null || value === undefined) return {};
  if (typeof value !== "function") $type(value, where, "an object");
  return value;
};

// @part at
/** The place of an element, for a message. */
const $at = (where, index) => (index < 0 ? where : `${where}[${index}]`);

// @part array needs type
/** An array of what an iterable gives; arrays themselves pass, as long as nobody changed how they iterate (Web IDL 3.2.21). */
const $array = (value, where) => {
  if (Array.isArray(value) && value[Symbol.iterator] === $arrayValues) return value;
  if ((typeof value !== "object" && typeof value !== "function") || value === null || typeof value[Symbol.iterator] !== "function") {
    $type(value, where, "an iterable object");
  }
  return [...value];
};
const $arrayValues = Array.prototype[Symbol.iterator];

// @part enumeration needs string
/** The index of a value that is not a string yet, or a TypeError (Web IDL 3.2.18). */
const $enumeration = (value, indexOf, values, where) => {
  const index = indexOf($string(value, where));
  if (index < 0) $type(value, where, values.length > 1 ? `one of ${values.map((item) => JSON.stringify(item)).join(", ")}` : JSON.stringify(values[0]));
  return index;
};
