// Sequences of numbers once more, for modules that are built for size.

// @part doubles-in/small needs numbers-in double view:f64
const $doubles = () => $f64;
/** Writes the numbers of an iterable, all of which are finite. */
const $lowerDoubles = (values, where) => $lowerNumbers(values, where, 3, $doubles, $double);

// @part numbers-in/small needs elements array count more number at view:u8
/**
 * Writes the numbers of an iterable as the typed array converts them that `view` gives, whose elements have `1 << shift` bytes; `convert` takes
 * what is no number, or not a finite one where it is not `$number`.
 */
const $lowerNumbers = (values, where, shift, view, convert = $number) => {
  values = $array(values, where);
  const mark = $heldCount, size = 1 << shift;
  let capacity = values.length;
  let address = $elements(capacity * size);
  let index = 0;
  for (; index < values.length; index++) {
    let number = values[index];
    if (typeof number !== "number" || (convert !== $number && number - number !== 0)) number = convert(number, $at(where, index));
    if (index === capacity) {
      capacity = capacity * 2 + 8;
      address = $more(address, index * size, capacity * size, mark);
    }
    if ($u8.length === 0) $refresh();
    view()[(address >>> shift) + index] = number;
  }
  $count = index;
  return address;
};
