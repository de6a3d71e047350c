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
