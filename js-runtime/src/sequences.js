// Sequences: JavaScript arrays to elements in memory and back.

// @part count
let $count;

// @part doubles-in needs more array count double at view:f64
/** Writes the numbers of an iterable. */
const $lowerDoubles = (values, where) => {
  values = $array(values, where);
  let capacity = values.length;
  let address = $hold($reserve(capacity * 8));
  if ($f64.length === 0) $refresh();
  const sum = capacity < 16 ? $lowerFew(values, capacity, address) : $lowerFinite(values, capacity, address);
  // Some number is not finite, or the sum is too large for a Number, or a getter among the elements made the memory grow.
  let index = sum * 0 !== 0 || $f64.length === 0 ? 0 : $count;
  for (; index < values.length; index++) {
    let number = values[index];
    if (typeof number !== "number" || number - number !== 0) number = $double(number, $at(where, index));
    if (index === capacity) {
      capacity = capacity * 2 + 8;
      address = $more(address, index * 8, capacity * 8, $held.length - (address >= $limit));
    }
    if ($f64.length === 0) $refresh();
    $f64[(address >>> 3) + index] = number;
  }
  $count = index;
  return address;
};
/**
 * Writes numbers up to what is none, gives the sum and leaves the number of them in `$count`. Where all are finite so is their sum: one
 * test of it serves for all. Four at a time, as an addition waits for the one before; a variable of its own for the last ones, as engines
 * box those that two loops share; and a function of its own, which is compiled the same whoever calls.
 */
const $lowerFinite = (values, count, address) => {
  const view = $f64;
  const start = address >>> 3;
  // -0 is no small integer: sums of integers are floating point from the start.
  let first = -0, second = -0, third = -0, fourth = -0, index = 0;
  for (; index + 3 < count; index += 4) {
    const a = values[index], b = values[index + 1], c = values[index + 2], d = values[index + 3];
    if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number") break;
    const place = start + index;
    view[place] = a;
    view[place + 1] = b;
    view[place + 2] = c;
    view[place + 3] = d;
    first += a;
    second += b;
    third += c;
    fourth += d;
  }
  let sum = first + second + third + fourth;
  for (; index < count; index++) {
    const number = values[index];
    if (typeof number !== "number") break;
    view[start + index] = number;
    sum += number;
  }
  $count = index;
  return sum;
};

/** The same for a few, by pairs: small enough to become part of its caller. */
const $lowerFew = (values, count, address) => {
  const view = $f64;
  const start = address >>> 3;
  let even = 0, odd = 0, index = 0;
  for (; index + 1 < count; index += 2) {
    const a = values[index], b = values[index + 1];
    if (typeof a !== "number" || typeof b !== "number") break;
    view[start + index] = a;
    view[start + index + 1] = b;
    even += a;
    odd += b;
  }
  $count = index;
  return even + odd;
};

// @part numbers-in needs array count frame number at view:u8
/**
 * Arrays from 32 elements on are written by `set` of a typed array, in a fifth to two thirds of the time of a loop. Other iterables are
 * left to `general`, and so is an array or memory that an element's own code changed meanwhile; it begins again.
 */
const $lowerNumbers = (values, where, size, set, general) => {
  const isPlain = Array.isArray(values) && values[Symbol.iterator] === $arrayValues;
  if (!isPlain || values.length < 32) return general(values, where);
  const count = values.length;
  const top = $top, mark = $held.length;
  const address = $hold($reserve(count * size));
  if ($u8.length === 0) $refresh();
  try {
    set(values, address);
  } catch (error) {
    $faultyElement(values, where, error);
  }
  if ($u8.length !== 0 && values.length === count) {
    $count = count;
    return address;
  }
  $unwind(top, mark);
  return general(values, where);
};
/** Ends a `set` of a typed array that threw: an element that has no number is named with its place. */
const $faultyElement = (values, where, error) => {
  values.forEach((value, index) => {
    if (typeof value === "bigint" || typeof value === "symbol") $number(value, $at(where, index));
  });
  throw error;
};

// @part number-fault needs double at
/** Ends a loop in which converting a member threw: a value that has no number is named with its place. */
const $faultyNumber = (values, names, where, error) => {
  values.forEach((value, index) => {
    for (const name of names) {
      const type = typeof value?.[name];
      if (type === "bigint" || type === "symbol") $double(value[name], `${$at(where, index)}.${name}`);
    }
  });
  throw error;
};
