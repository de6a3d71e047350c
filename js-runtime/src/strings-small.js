// The string codecs once more, for modules that are built for size.

// @part text-encoder/small
// Made for the first text that needs it: an AudioWorklet has none, where a program may define the class before.
let $encoder;

// @part encoder/small needs text-encoder
const $encodeInto = (text, view) => ($encoder ??= new TextEncoder()).encodeInto(text, view);

// @part strings-in/small needs reserve text-encoder
let $size;
/**
 * Writes `text` onto the region's stack, gives its address, and leaves its length in `$size`.
 * A loop is fastest up to 24 characters, above it `encodeInto` on a view that is made once.
 * ASCII has ~length, which spares Swift a look at every byte.
 */
const $encode = (text) => {
  const count = text.length;
  if ($u8.length === 0) $refresh();
  let address = $top;
  if (count < 25 && address + 24 < $limit) {
    const bytes = $u8;
    let all = 0;
    for (let index = 0; index < count; index++) all |= bytes[address + index] = text.charCodeAt(index);
    if (all < 128) {
      $size = ~count;
      $top = (address + count + 7) & -8;
      return address;
    }
  }
  const room = count * 3;
  let view = $tail;
  if (address !== $base || room > view.length) {
    address = $reserve(room);
    view = $u8.subarray(address, address + room);
  }
  const { written } = ($encoder ??= new TextEncoder()).encodeInto(text, view);
  if (address < $limit) $top = (address + written + 7) & -8;
  $size = written === count ? ~written : written;
  return address;
};

// @part strings-return/small needs strings-in view:i32
/** A string for Swift as an import's result: its address and length in the result area. */
const $returnString = (text) => {
  const top = $top;
  const address = $encode(text);
  $top = top;
  const place = $area >> 2;
  $i32[place] = address;
  $i32[place + 1] = $size;
};

// @part strings-out/small needs memory view:u8
let $decoder;
/** Node and Bun decode through Buffer in half the time of a TextDecoder. */
const $slice = globalThis.Buffer?.prototype.utf8Slice;
/** The text of `length` UTF-8 bytes: up to 20, four characters a call; above, a decoder. */
const $decode = (address, length) => {
  if ($u8.length === 0) $refresh();
  const bytes = $u8;
  const code = String.fromCharCode;
  let at = address >>> 0;
  const end = at + length;
  if (length < 21) {
    let text = "", all = 0;
    for (; end - at > 3; at += 4) {
      const a = bytes[at], b = bytes[at + 1], c = bytes[at + 2], d = bytes[at + 3];
      all |= a | b | c | d;
      text += code(a, b, c, d);
    }
    for (; at < end; at++) {
      all |= bytes[at];
      text += code(bytes[at]);
    }
    if (all < 128) return text;
    at -= length;
  }
  const text = $slice ? $slice.call(bytes, at, end) : ($decoder ??= new TextDecoder("utf-8", { ignoreBOM: true })).decode(bytes.subarray(at, end));
  // Some engines' decoders make an empty text of what is too long.
  if (text === "") throw new RangeError("a text is too long for this engine");
  return text;
};
