// Sequences: JavaScript arrays to elements in memory and back.

// @part count
let $count;

// @part doubles-in needs frame array count double at view:f64
/**
 * Writes the numbers of an iterable. Where all are finite so is their sum, and one test of it serves the fast path.
 */
const $lowerDoubles = (values, where) => {
  values = $array(values, where);
  const count = values.length;
  const address = $hold($reserve(count * 8));
  const place = address / 8;
  let view = $f64;
  let index = 0;
  let even = 0, odd = 0;
  for (; index + 1 < count; index += 2) {
    const a = values[index], b = values[index + 1];
    if (typeof a !== "number" || typeof b !== "number") break;
    view[place + index] = a;
    view[place + index + 1] = b;
    even += a;
    odd += b;
  }
  if ((even + odd) * 0 !== 0) {
    // Some number is not finite, or the sum is too large for a Number: only a look at each tells.
    for (let earlier = 0; earlier < index; earlier++) $double(values[earlier], $at(where, earlier));
  }
  for (; index < count; index++) {
    const number = $double(values[index], $at(where, index));
    if (view.length === 0) view = ($refresh(), $f64);
    view[place + index] = number;
  }
  $count = count;
  return address;
};

// @part number-fault needs double dictionary at view:f64
/** Ends a loop in which converting a member threw: a value that has no number is named with its place. */
const $faultyNumber = (values, index, names, where, error) => {
  const place = $at(where, index);
  const value = values[index];
  for (const name of names) {
    const type = typeof value?.[name];
    if (type === "bigint" || type === "symbol") $double(value[name], `${place}.${name}`);
  }
  throw error;
};
/** Looks for the stored number that is not finite. */
const $searchNumbers = (values, address, count, stride, names, offsets, where) => {
  for (let index = 0; index < count; index++) {
    const place = $at(where, index);
    for (let member = 0; member < names.length; member++) {
      const number = $f64[(address + index * stride + offsets[member]) / 8];
      if (number - number === 0) continue;
      const value = values[index];
      if (typeof value !== "object") $dictionary(value, place);
      $type(value?.[names[member]], `${place}.${names[member]}`, "a finite number");
    }
  }
};
