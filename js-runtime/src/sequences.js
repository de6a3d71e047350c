// Sequences: JavaScript arrays to elements in memory and back.

// @part count
let $count;

// @part elements needs frame
/**
 * Room for the elements of a sequence: from 4 KiB on outside the region, where they can become those of Swift's array without a copy, which
 * costs more than an allocation.
 */
const $elements = (bytes) => $hold(bytes < 4096 ? $reserve(bytes) : $allocate(bytes));

// @part doubles-in needs elements more array count double at view:f64
/** Writes the numbers of an iterable. It looks for arrays itself, as `$array` has seen other kinds and is slower for that. */
const $lowerDoubles = (values, where) => {
  if (!Array.isArray(values) || values[Symbol.iterator] !== $arrayValues) values = $array(values, where);
  let capacity = values.length;
  let address = $elements(capacity * 8);
  if ($f64.length === 0) $refresh();
  const view = $f64;
  const sum = capacity < 16 ? $lowerFew(values, capacity, address, view) : $lowerFinite(values, capacity, address, view);
  // Some number is not finite, or the sum is too large for a Number, or a getter among the elements made the memory grow: then this view
  // has no length, while `$f64` may have been made anew meanwhile.
  let index = sum * 0 !== 0 || view.length === 0 ? 0 : $count;
  for (; index < values.length; index++) {
    let number = values[index];
    if (typeof number !== "number" || number - number !== 0) number = $double(number, $at(where, index));
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
/**
 * Writes numbers up to what is none, gives the sum and leaves the number of them in `$count`. Where all are finite so is their sum: one
 * test of it serves for all. Eight at a time, as an addition waits for the one before, and more do not fit the registers; a variable of
 * its own for the last ones, as engines box those that two loops share; and a function of its own, which is compiled the same whoever
 * calls.
 */
const $lowerFinite = (values, count, address, view) => {
  const start = address >>> 3;
  // -0 is no small integer: sums of integers are floating point from the start.
  let eights = -0, index = 0;
  for (; index + 7 < count; index += 8) {
    const a = values[index], b = values[index + 1], c = values[index + 2], d = values[index + 3];
    const e = values[index + 4], f = values[index + 5], g = values[index + 6], h = values[index + 7];
    if (
      typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number" ||
      typeof e !== "number" || typeof f !== "number" || typeof g !== "number" || typeof h !== "number"
    ) break;
    const place = start + index;
    view[place] = a;
    view[place + 1] = b;
    view[place + 2] = c;
    view[place + 3] = d;
    view[place + 4] = e;
    view[place + 5] = f;
    view[place + 6] = g;
    view[place + 7] = h;
    eights += a + b + c + d + e + f + g + h;
  }
  let sum = eights;
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
const $lowerFew = (values, count, address, view) => {
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

// @part numbers-in needs elements array count more number at view:u8
/**
 * Writes the numbers of an iterable as the typed array converts them that `view` gives, whose elements have `1 << shift` bytes: an array of
 * 32 and more at once by `set`, in a fifth to two thirds of the time of a loop. It looks for arrays itself, as `$lowerDoubles` does.
 */
const $lowerNumbers = (values, where, shift, view) => {
  if (!Array.isArray(values) || values[Symbol.iterator] !== $arrayValues) values = $array(values, where);
  const count = values.length, mark = $heldCount;
  const address = $elements(count * (1 << shift));
  if ($u8.length === 0) $refresh();
  const written = count < 32 ? $writeFew(values, count, address >>> shift, view())
    : $writeMany(values, count, where, address, view());
  // An iterator counts only what has been asked for: nothing at first.
  if (count === 0 || written !== count || values.length !== count) {
    return $lowerRest(values, where, shift, view, address, count, written, mark);
  }
  $count = count;
  return address;
};
// What `$writeFew` has read and could not write.
let $unwritten;
/** Writes elements by pairs, as long as they are numbers and no getter among them makes the memory grow; gives how many it wrote. */
const $writeFew = (values, count, start, target) => {
  let index = 0;
  for (; index + 1 < count; index += 2) {
    const first = values[index];
    const second = typeof first === "number" ? values[index + 1] : undefined;
    if (typeof second !== "number" || target.length === 0) {
      $unwritten = typeof first === "number" ? [first, second] : [first];
      return index;
    }
    target[start + index] = first;
    target[start + index + 1] = second;
  }
  if (index === count) return count;
  const last = values[index];
  if (typeof last !== "number" || target.length === 0) {
    $unwritten = [last];
    return index;
  }
  target[start + index] = last;
  return count;
};
// The view that `$writeMany` wrote to, and the one of the whole memory that it is a part of.
let $room, $roomOf;
/** An array that an element's own code changed meanwhile is read again, and so is one whose memory it made grow. */
const $writeMany = (values, count, where, address, target) => {
  // Not into the whole memory: `set` asks for the length again, and an array may answer as it likes. The room of the last call serves the
  // next of the same length.
  if ($roomOf !== target || $room.byteOffset !== address || $room.length !== count) {
    const start = address / target.BYTES_PER_ELEMENT;
    $roomOf = target;
    $room = target.subarray(start, start + count);
  }
  try {
    $room.set(values);
  } catch (error) {
    if (values.length > count) return 0;
    $faultyElement(values, where, error);
  }
  return target.length !== 0 && values.length === count ? count : 0;
};
/** Writes the elements from `first` on, one by one, into room for `capacity`. */
const $lowerRest = (values, where, shift, view, address, capacity, first, mark) => {
  const read = $unwritten ?? [], size = 1 << shift;
  $unwritten = undefined;
  let index = first;
  for (; index < values.length; index++) {
    const value = index - first < read.length ? read[index - first] : values[index];
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

// @part nest needs frame
let $depth = 0;
/** Lowers a dictionary inside itself. More levels would not fit Swift's stack, and a value that contains itself has no last one. */
const $nest = (store, value, bytes, where) => {
  if ($depth === 128) throw new RangeError(`${where.slice(0, 80)}… is nested more than 128 levels deep`);
  const address = $hold($reserve(bytes));
  $depth++;
  try {
    store(value, address, where, -1);
  } finally {
    $depth--;
  }
  return address;
};

// @part nested
const $nested = (address) => {
  if (address === -1) throw new RangeError("a value is nested more than 128 levels deep");
  return address >>> 0;
};
