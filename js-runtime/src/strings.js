// Strings cross as UTF-8; lone surrogates become U+FFFD on the way, as `encodeInto` has it.

// @part strings-in needs reserve
let $size;
const $encoder = new TextEncoder();
/**
 * Writes `text` onto the region's stack, gives its address, and leaves its length in `$size`.
 * A loop is fastest up to 24 characters, above it `encodeInto` on a view that is made once.
 * ASCII has ~length, which spares Swift a look at every byte.
 */
const $encode = (text) => {
  const count = text.length;
  if ($u8.length === 0) $refresh();
  if (count < 25 && $top + 24 < $limit) {
    const address = $top;
    const bytes = $u8;
    let all = 0;
    for (let index = 0; index < count; index++) {
      const unit = text.charCodeAt(index);
      bytes[address + index] = unit;
      all |= unit;
    }
    if (all < 128) {
      $size = ~count;
      $top = (address + count + 7) & -8;
      return address;
    }
  }
  return $encodeLong(text, count);
};
const $encodeLong = (text, count) => {
  const room = count * 3;
  let address = $top;
  let view = $tail;
  if (address !== $base || room > view.length) {
    address = $reserve(room);
    view = $u8.subarray(address, address + room);
  }
  const { written } = $encoder.encodeInto(text, view);
  if (address < $limit) $top = (address + written + 7) & -8;
  $size = written === count ? ~written : written;
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
/** The text of `length` UTF-8 bytes: up to 24, eight characters a call; above, a decoder. */
const $decode = (address, length) => {
  if ($u8.length === 0) $refresh();
  address >>>= 0;
  if (length > 24) return $decodeLong(address, length);
  const bytes = $u8;
  let text = "";
  let at = address;
  for (let rest = length; rest > 7; rest -= 8, at += 8) {
    const a = bytes[at], b = bytes[at + 1], c = bytes[at + 2], d = bytes[at + 3];
    const e = bytes[at + 4], f = bytes[at + 5], g = bytes[at + 6], h = bytes[at + 7];
    if ((a | b | c | d | e | f | g | h) > 127) return $decodeLong(address, length);
    text += String.fromCharCode(a, b, c, d, e, f, g, h);
  }
  const rest = length & 7;
  return rest === 0 ? text : $decodeRest(text, at, rest) ?? $decodeLong(address, length);
};
/** `text` and the last one to seven characters, or undefined where they are not ASCII. */
const $decodeRest = (text, at, rest) => {
  const bytes = $u8;
  const a = bytes[at], b = bytes[at + 1], c = bytes[at + 2], d = bytes[at + 3], e = bytes[at + 4], f = bytes[at + 5], g = bytes[at + 6];
  switch (rest) {
    case 1: return a < 128 ? text + String.fromCharCode(a) : undefined;
    case 2: return (a | b) < 128 ? text + String.fromCharCode(a, b) : undefined;
    case 3: return (a | b | c) < 128 ? text + String.fromCharCode(a, b, c) : undefined;
    case 4: return (a | b | c | d) < 128 ? text + String.fromCharCode(a, b, c, d) : undefined;
    case 5: return (a | b | c | d | e) < 128 ? text + String.fromCharCode(a, b, c, d, e) : undefined;
    case 6: return (a | b | c | d | e | f) < 128 ? text + String.fromCharCode(a, b, c, d, e, f) : undefined;
    default: return (a | b | c | d | e | f | g) < 128 ? text + String.fromCharCode(a, b, c, d, e, f, g) : undefined;
  }
};
const $decodeLong = (address, length) =>
  $slice ? $slice.call($u8, address, address + length) : $decoder.decode($u8.subarray(address, address + length));
