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
  const sum = $lowerFinite(values, capacity, address);
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
 * Writes pairs of numbers up to what is none, gives the sum and leaves the number of them in `$count`. Where all are finite so is
 * their sum: one test of it serves for all. Two variables, as an addition waits for the one before; and a function of its own,
 * which is compiled the same whoever calls.
 */
const $lowerFinite = (values, count, address) => {
  const view = $f64;
  const place = address >>> 3;
  let even = 0, odd = 0, index = 0;
  for (; index + 1 < count; index += 2) {
    const a = values[index], b = values[index + 1];
    if (typeof a !== "number" || typeof b !== "number") break;
    view[place + index] = a;
    view[place + index + 1] = b;
    even += a;
    odd += b;
  }
  $count = index;
  return even + odd;
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
