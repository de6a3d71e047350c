// Sequences: JavaScript arrays to elements in memory and back.

// @part count
let $count;

// @part doubles-in needs frame array count double at view:f64
/**
 * Writes the numbers of an iterable. The sum of all is finite where each is, so one test serves the fast path; where it
 * is not, the elements are looked at one by one.
 */
const $lowerDoubles = (values, where) => {
  values = $array(values, where);
  const count = ($count = values.length);
  const address = $hold($reserve(count * 8));
  let place = address >> 3;
  let even = 0, odd = 0, index = 0;
  for (; index + 1 < count; index += 2, place += 2) {
    const a = values[index], b = values[index + 1];
    if (typeof a !== "number" || typeof b !== "number") break;
    $f64[place] = a;
    $f64[place + 1] = b;
    even += a;
    odd += b;
  }
  if (index === count && (even + odd) * 0 === 0) return address;
  place = address >> 3;
  for (index = 0; index < count; index++) {
    const number = $double(values[index], `${where}[${index}]`);
    if ($f64.length === 0) $refresh();
    $f64[place + index] = number;
  }
  $count = count;
  return address;
};

// @part numbers-in needs frame array count
/** Writes the numbers of an iterable into `view()`, each converted by `convert` where it is not a number yet. */
const $lowerNumbers = (values, size, shift, view, convert, where) => {
  values = $array(values, where);
  const count = values.length;
  const address = $hold($reserve(count * size));
  const place = address >>> shift;
  for (let index = 0; index < count; index++) {
    const number = convert(values[index], where, index);
    if ($u8.length === 0) $refresh();
    view()[place + index] = number;
  }
  $count = count;
  return address;
};
