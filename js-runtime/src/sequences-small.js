// Sequences of numbers once more, for modules that are built for size.

// @part doubles-in/small needs elements more array count double at view:f64
/** Writes the numbers of an iterable. */
const $lowerDoubles = (values, where) => {
  values = $array(values, where);
  let capacity = values.length;
  let address = $elements(capacity * 8);
  let index = 0;
  for (; index < values.length; index++) {
    const value = values[index];
    const number = typeof value === "number" && value - value === 0 ? value : $double(value, $at(where, index));
    if (index === capacity) {
      capacity = capacity * 2 + 8;
      address = $more(address, index * 8, capacity * 8, $heldCount - (address >= $limit));
    }
    if ($f64.length === 0) $refresh();
    $f64[(address >>> 3) + index] = number;
  }
  $count = index;
  return address;
};

// @part numbers-in/small needs elements array count more number at view:u8
/** Writes the numbers of an iterable as the typed array converts them that `view` gives, whose elements have `1 << shift` bytes. */
const $lowerNumbers = (values, where, shift, view) => {
  values = $array(values, where);
  const mark = $heldCount, size = 1 << shift;
  let capacity = values.length;
  let address = $elements(capacity * size);
  let index = 0;
  for (; index < values.length; index++) {
    const value = values[index];
    const number = typeof value === "number" ? value : $number(value, $at(where, index));
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
