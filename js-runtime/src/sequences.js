// Sequences: JavaScript arrays to elements in memory and back.

// @part count
let $count;

// @part doubles-in needs more array count double at view:f64
/**
 * Writes the numbers of an iterable. Where all are finite so is their sum, and one test of it serves the fast path.
 */
const $lowerDoubles = (values, where) => {
  values = $array(values, where);
  const mark = $held.length;
  let capacity = values.length;
  let address = $hold($reserve(capacity * 8));
  if ($f64.length === 0) $refresh();
  const place = address >>> 3;
  const view = $f64;
  let index = 0;
  let even = 0, odd = 0;
  for (; index + 1 < capacity; index += 2) {
    const a = values[index], b = values[index + 1];
    if (typeof a !== "number" || typeof b !== "number") break;
    view[place + index] = a;
    view[place + index + 1] = b;
    even += a;
    odd += b;
  }
  // Some number is not finite, or the sum is too large for a Number, or a getter among the elements made the memory grow.
  if ((even + odd) * 0 !== 0 || view.length === 0) index = 0;
  for (; index < values.length; index++) {
    let number = values[index];
    if (typeof number !== "number" || number - number !== 0) number = $double(number, $at(where, index));
    if (index === capacity) {
      capacity = capacity * 2 + 8;
      address = $more(address, index * 8, capacity * 8, mark);
    }
    if ($f64.length === 0) $refresh();
    $f64[(address >>> 3) + index] = number;
  }
  $count = index;
  return address;
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
