// @part encoder
  let $encoder;
  /** Made for the first text that needs it: an AudioWorklet has no TextEncoder, and there a percent-encoding gives the bytes. */
  const $encodeInto = (text, view) =>
    ($encoder ??= globalThis.TextEncoder ? new TextEncoder() : {
      encodeInto(text, view) {
        const bytes = unescape(encodeURIComponent(text.replace(/\p{Cs}/gu, "\uFFFD")));
        for (let index = 0; index < bytes.length; index++) view[index] = bytes.charCodeAt(index);
        return { written: bytes.length };
      },
    }).encodeInto(text, view);

// @part strings-in
  let $size;
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
    const { written } = $encodeInto(text, view);
    if (address < $limit) $top = (address + written + 7) & -8;
    $size = written === count ? ~written : written;
    return address;
  };

// @part strings-return
  /** A string for Swift as an import's result: its address and length in the result area. Nothing is left on the stack. */
  const $returnString = (text) => {
    const count = text.length;
    if ($u8.length === 0) $refresh();
    const top = $top;
    let address = top;
    let all = 128;
    if (count < 25 && top + 24 < $limit) {
      const bytes = $u8;
      all = 0;
      for (let index = 0; index < count; index++) {
        const unit = text.charCodeAt(index);
        bytes[top + index] = unit;
        all |= unit;
      }
      $size = ~count;
    }
    if (all > 127) {
      address = $encodeLong(text, count);
      $top = top;
    }
    const place = $area >> 2;
    $i32[place] = address;
    $i32[place + 1] = $size;
  };

// @part decoder
  let $decoder;
  /** Made for the first text that needs it: an AudioWorklet has no TextDecoder, and there the bytes are read as a percent-encoding. */
  const $decodeUTF8 = (bytes) =>
    ($decoder ??= globalThis.TextDecoder ? new TextDecoder("utf-8", { ignoreBOM: true }) : {
      decode(bytes) {
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return decodeURIComponent(escape(text));
      },
    }).decode(bytes);

// @part strings-out
  /** Node and Bun decode through Buffer in half the time of a TextDecoder, and ASCII faster still. */
  const { utf8Slice: $slice, latin1Slice: $sliceASCII } = globalThis.Buffer?.prototype ?? {};
  /**
   * The text of `length` UTF-8 bytes, or of `~length` bytes that are known to be ASCII: up to 24, eight characters a call; above, a
   * decoder.
   */
  const $decode = (address, length) => {
    if ($u8.length === 0) $refresh();
    const bytes = $u8;
    const start = address >>> 0;
    let text = "";
    let at = start;
    if (length >>> 0 > 7) {
      if (length >>> 0 > 24) return $decodeLong(start, length);
      let all = 0;
      for (const end = at + (length & 24); at < end; at += 8) {
        const a = bytes[at], b = bytes[at + 1], c = bytes[at + 2], d = bytes[at + 3];
        const e = bytes[at + 4], f = bytes[at + 5], g = bytes[at + 6], h = bytes[at + 7];
        all |= a | b | c | d | e | f | g | h;
        text += String.fromCharCode(a, b, c, d, e, f, g, h);
      }
      if (all > 127) return $decodeLong(start, length);
    }
    const a = bytes[at], b = bytes[at + 1], c = bytes[at + 2], d = bytes[at + 3], e = bytes[at + 4], f = bytes[at + 5], g = bytes[at + 6];
    switch (length & 7) {
      case 0: return text;
      case 1: if (a < 128) return text + String.fromCharCode(a); break;
      case 2: if ((a | b) < 128) return text + String.fromCharCode(a, b); break;
      case 3: if ((a | b | c) < 128) return text + String.fromCharCode(a, b, c); break;
      case 4: if ((a | b | c | d) < 128) return text + String.fromCharCode(a, b, c, d); break;
      case 5: if ((a | b | c | d | e) < 128) return text + String.fromCharCode(a, b, c, d, e); break;
      case 6: if ((a | b | c | d | e | f) < 128) return text + String.fromCharCode(a, b, c, d, e, f); break;
      default: if ((a | b | c | d | e | f | g) < 128) return text + String.fromCharCode(a, b, c, d, e, f, g);
    }
    return $decodeLong(start, length);
  };
  /** Some engines' decoders make an empty text of what is too long. */
  const $nonempty = (text) => {
    if (text === "") throw new RangeError("a text is too long for this engine");
    return text;
  };
  const $decodeLong = (address, length) => {
    if ($slice) return length < 0 ? $sliceASCII.call($u8, address, address + ~length) : $slice.call($u8, address, address + length);
    return $nonempty($decodeUTF8($u8.subarray(address, address + (length < 0 ? ~length : length))));
  };
