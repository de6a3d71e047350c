// The string codecs once more, for modules that are built for size.

// @part text-encoder/small
// Made for the first text that needs it: an AudioWorklet has none, where a program may define the class before.
let $encoder;

// @part encoder/small needs text-encoder
const $encodeInto = (text, view) => ($encoder ??= new TextEncoder()).encodeInto(text, view);

// @part strings-in/small needs reserve text-encoder
let $size;
/**
 * Writes `text` onto the region's stack, gives its address, and leaves its length in `$size`. ASCII has ~length, which spares Swift a look at
 * every byte.
 */
const $encode = (text) => {
  const room = text.length * 3;
  const address = $reserve(room);
  if ($u8.length === 0) $refresh();
  const { written } = ($encoder ??= new TextEncoder()).encodeInto(text, $u8.subarray(address, address + room));
  if (address < $limit) $top = (address + written + 7) & -8;
  $size = written === text.length ? ~written : written;
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
/** The text of `length` UTF-8 bytes. */
const $decode = (address, length) => {
  if ($u8.length === 0) $refresh();
  address >>>= 0;
  const text = ($decoder ??= new TextDecoder("utf-8", { ignoreBOM: true })).decode($u8.subarray(address, address + length));
  // Some engines' decoders make an empty text of what is too long.
  if (length && !text) throw new RangeError("a text is too long for this engine");
  return text;
};
