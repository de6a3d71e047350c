// Strings cross as UTF-8; lone surrogates become U+FFFD on the way, as `encodeInto` has it.

// @part strings-in needs reserve
let $size;
const $encoder = new TextEncoder();
/**
 * Writes `text` onto the region's stack, gives its address, and leaves its length in `$size`.
 * A loop is fastest up to 24 characters, above it `encodeInto` on a view that is made once.
 * Text of more than 64 bytes that is ASCII has ~length: Swift then copies it without a look.
 */
const $encode = (text) => {
  const count = text.length;
  if ($u8.length === 0) $refresh();
  if (count < 25 && $top + 96 < $limit) {
    const address = $top;
    let all = 0;
    for (let index = 0; index < count; index++) {
      const unit = text.charCodeAt(index);
      $u8[address + index] = unit;
      all |= unit;
    }
    if (all < 128) {
      $size = count;
      $top = (address + count + 7) & -8;
      return address;
    }
  }
  return $encodeLong(text, count);
};
const $encodeLong = (text, count) => {
  let address = $top;
  let view;
  if (address === $base && count * 3 <= $tail.length) view = $tail;
  else {
    address = $reserve(count * 3);
    view = $u8.subarray(address, address + count * 3);
  }
  const { written } = $encoder.encodeInto(text, view);
  if (address === $top) $top = (address + written + 7) & -8;
  else if (address >= $base && address < $limit) $top = (address + written + 7) & -8;
  $size = written === count && count > 64 ? ~written : written;
  return address;
};

// @part strings-return needs strings-in view:i32
/** A string for Swift as an import's result: its address and length in the result area. */
const $returnString = (text) => {
  const top = $top;
  const address = $encode(text);
  $top = top;
  $i32[$area >> 2] = address;
  $i32[($area >> 2) + 1] = $size;
};

// @part strings-out needs memory view:u8
const $decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Node and Bun decode through Buffer in half the time of a TextDecoder. */
const $slice = globalThis.Buffer?.prototype.utf8Slice;
/** The text of `length` UTF-8 bytes. Eight characters a call up to 24, above it a decoder. */
const $decode = (address, length) => {
  address >>>= 0;
  if ($u8.length === 0) $refresh();
  if (length > 24) return $decodeLong(address, length);
  let text = "";
  let index = address;
  const end = address + length;
  while (index < end) {
    const a = $u8[index], b = $u8[index + 1], c = $u8[index + 2], d = $u8[index + 3];
    const e = $u8[index + 4], f = $u8[index + 5], g = $u8[index + 6], h = $u8[index + 7];
    const rest = end - index;
    if (rest >= 8) {
      if ((a | b | c | d | e | f | g | h) > 127) return $decodeLong(address, length);
      text += String.fromCharCode(a, b, c, d, e, f, g, h);
    } else return $decodeRest(text, address, index, length);
    index += 8;
  }
  return text;
};
const $decodeRest = (text, address, index, length) => {
  const rest = address + length - index;
  const a = $u8[index], b = $u8[index + 1], c = $u8[index + 2], d = $u8[index + 3];
  const e = $u8[index + 4], f = $u8[index + 5], g = $u8[index + 6];
  switch (rest) {
    case 1: if (a < 128) return text + String.fromCharCode(a); break;
    case 2: if ((a | b) < 128) return text + String.fromCharCode(a, b); break;
    case 3: if ((a | b | c) < 128) return text + String.fromCharCode(a, b, c); break;
    case 4: if ((a | b | c | d) < 128) return text + String.fromCharCode(a, b, c, d); break;
    case 5: if ((a | b | c | d | e) < 128) return text + String.fromCharCode(a, b, c, d, e); break;
    case 6: if ((a | b | c | d | e | f) < 128) return text + String.fromCharCode(a, b, c, d, e, f); break;
    case 7: if ((a | b | c | d | e | f | g) < 128) return text + String.fromCharCode(a, b, c, d, e, f, g); break;
  }
  return $decodeLong(address, length);
};
const $decodeLong = (address, length) =>
  $slice ? $slice.call($u8, address, address + length) : $decoder.decode($u8.subarray(address, address + length));
