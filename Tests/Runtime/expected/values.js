// @part values-in
  // What stands beside the tag that was given last: a Number, or a handle that Swift owns from now on.
  let $payload = 0;
  const $tags = { string: 4, symbol: 5, bigint: 6 };
  /** The tag of a value (see `AnyCrossing`); what stands beside it is left in `$payload`. */
  const $lowerValue = (value) => {
    if (typeof value === "number") {
      $payload = value;
      return 3;
    }
    $payload = 0;
    if (value === undefined) return 0;
    if (value === null) return 1;
    if (typeof value === "boolean") {
      $payload = +value;
      return 2;
    }
    if (typeof value === "bigint" && BigInt.asIntN(64, value) === value) {
      $payload = Number(BigInt.asUintN(48, value));
      return (Number(value >> 48n) << 8) | 8;
    }
    $payload = $keep(value);
    // An object may say that it is undefined: `document.all` does.
    return $tags[typeof value] ?? 7;
  };

// @part values-out
  const $liftValue = (tag, payload) => {
    switch (tag) {
      case 0: return undefined;
      case 1: return null;
      case 2: return payload !== 0;
      case 3: return payload;
      case 4: case 5: case 6: case 7: return $values[payload];
      default: return (BigInt(tag >> 8) << 48n) | BigInt(payload);
    }
  };

// @part hold-value
  const $holdValue = (value) => {
    const tag = $lowerValue(value);
    if (tag > 3 && tag < 8) $holdHandle($payload);
    return tag;
  };

// @part large
  /** ToBigInt: an engine cuts nothing off a value that has fewer bits than this (Web IDL 3.2.7). */
  const $large = (value, where) => {
    if (value == null || typeof value === "number" || typeof value === "symbol") $type(value, where, "a bigint");
    return BigInt.asIntN(Number.MAX_SAFE_INTEGER, value);
  };

// @part large-in
  /** A handle for a bigint that 64 bits do not hold; 0 for others. */
  const $keepLarge = (value) => (BigInt.asIntN(64, value) === value ? 0 : $keep(value));

// @part large-out
  const $liftLarge = (low, handle) => (handle === 0 ? low : $values[handle]);

// @part dynamic
  /**
   * What the Swift runtime asks of a value: the tag of the answer, whose Number is in `$payload`; -1 for an exception, whose handle is
   * there.
   */
  const $dynamic = (name, answer) => (...slots) => {
    if ($pending.exception !== undefined) return $aside(name, ...slots);
    try {
      const value = answer(...slots);
      // The program may have caught the error that says that this instance has stopped.
      if ($trap.error !== undefined) throw $trap.error;
      return $lowerValue(value);
    } catch (error) {
      if ($trap.error !== undefined) throw error;
      $payload = $keep(error);
      return -1;
    }
  };

// @part payload
  const $takePayload = () => $payload;

// @part value
  /** A value that Swift holds, as itself. */
  const $valueOf = (handle) => $lowerValue($values[handle]);

// @part hold
  const $holdAny = (tag, payload) => $keep($liftValue(tag, payload));

// @part list
  /** Values that stand in memory, 16 bytes each. */
  const $list = (address, count) => {
    if ($u8.length === 0) $refresh();
    const values = [];
    for (let index = 0, place = address >>> 0; index < count; index++, place += 16) {
      values.push($liftValue($i32[place >>> 2], $f64[(place + 8) >>> 3]));
    }
    return values;
  };

// @part get
  const $get = $dynamic("get", (handle, name, length) => $values[handle][$decode(name, length)]);

// @part get-key
  const $getKey = $dynamic("getKey", (handle, tag, payload) => $values[handle][$liftValue(tag, payload)]);

// @part set
  const $set = $dynamic("set", (handle, name, length, tag, payload) => {
    $values[handle][$decode(name, length)] = $liftValue(tag, payload);
  });

// @part set-key
  const $setKey = $dynamic("setKey", (handle, keyTag, keyPayload, tag, payload) => {
    $values[handle][$liftValue(keyTag, keyPayload)] = $liftValue(tag, payload);
  });

// @part call
  const $call = $dynamic("call", (handle, tag, payload, values, count) =>
    Reflect.apply($values[handle], $liftValue(tag, payload), $list(values, count)));

// @part invoke
  const $invoke = $dynamic("invoke", (handle, name, length, values, count) => {
    const list = $list(values, count);
    return $values[handle][$decode(name, length)](...list);
  });

// @part construct
  const $construct = $dynamic("construct", (handle, values, count) => new $values[handle](...$list(values, count)));

// @part global
  const $global = () => $keep(globalThis);

// @part new-object
  const $newObject = () => $keep({});

// @part new-array
  const $newArray = (values, count) => $keep($list(values, count));

// @part kind
  const $numberArrays = ["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64", "BigInt64", "BigUint64", "Float16"];
  /** 1 for a function, 2 for an array, 3 for an error, from 16 on for the typed arrays; 0 for others. */
  const $kindOf = (handle) => {
    const value = $values[handle];
    if (typeof value === "function") return 1;
    if (Array.isArray(value)) return 2;
    const tag = ArrayBuffer.isView(value) && $tagOf.call(value);
    if (tag) return $numberArrays.indexOf(tag.slice(0, -5)) + 16;
    return value instanceof Error ? 3 : 0;
  };

// @part text
  let $bytes;
  /** The number of bytes of a string's text, or of a symbol's or bigint's. */
  const $text = (handle) => {
    const value = $values[handle];
    const text = typeof value === "symbol" ? (value.description ?? "") : String(value);
    const bytes = new Uint8Array(text.length * 3);
    $bytes = bytes.subarray(0, $encodeInto(text, bytes).written);
    return $bytes.length;
  };
  const $textBytes = (address) => {
    if ($u8.length === 0) $refresh();
    $u8.set($bytes, address >>> 0);
    $bytes = undefined;
  };

// @part new-string
  const $newString = (text, length) => $keep($decode(text, length));

// @part new-symbol
  const $newSymbol = (text, length) => $keep(Symbol($decode(text, length)));

// @part words
  /** The number of 64-bit words of a bigint's magnitude; its complement where the bigint is negative. */
  const $wordCount = (handle) => {
    const value = $values[handle];
    const count = Math.ceil((value < 0n ? -value : value).toString(16).length / 16);
    return value < 0n ? ~count : count;
  };
  const $wordsOf = (handle, address, count) => {
    if ($u8.length === 0) $refresh();
    let rest = $values[handle];
    if (rest < 0n) rest = -rest;
    for (let index = 0, place = address >>> 3; index < count; index++, rest >>= 64n) $u64[place + index] = BigInt.asUintN(64, rest);
  };

// @part new-bigint
  const $newBigInt = (address, count, isNegative) => {
    if ($u8.length === 0) $refresh();
    let value = 0n;
    for (let index = count - 1; index >= 0; index--) value = (value << 64n) | $u64[(address >>> 3) + index];
    return $keep(isNegative ? -value : value);
  };

// @part array-numbers
  /** The number of elements of a typed array; 0 for one whose buffer is gone. */
  const $arrayCount = (handle) => $lengthOf.call($values[handle]);
  const $arrayBytes = (handle, address, bytes) => {
    const array = $values[handle];
    if ($u8.length === 0) $refresh();
    if (bytes > 0) $u8.set(new Uint8Array($bufferOf.call(array), $offsetOf.call(array), bytes), address >>> 0);
  };

// @part new-array-of
  const $newArrayOf = (kind, address, bytes) => {
    if ($u8.length === 0) $refresh();
    const start = address >>> 0;
    return $keep(new globalThis[`${$numberArrays[kind - 16]}Array`]($u8.slice(start, start + bytes).buffer));
  };

// @part byte-string
  /** A string whose characters are bytes (Web IDL 3.2.9). */
  const $byteString = (value, where) => {
    const text = typeof value === "string" ? value : $string(value, where);
    if (/[^\0-\xff]/.test(text)) $type(text, where, "a string of characters up to U+00FF");
    return text;
  };

// @part bytes-in
  /** Writes the characters of a ByteString onto the region's stack. */
  const $encodeBytes = (text) => {
    const address = $reserve(text.length);
    if ($u8.length === 0) $refresh();
    for (let index = 0; index < text.length; index++) $u8[address + index] = text.charCodeAt(index);
    return address;
  };

// @part bytes-out
  /** So many at a time as every engine takes for arguments. */
  const $decodeBytes = (address, length) => {
    if ($u8.length === 0) $refresh();
    const end = (address >>> 0) + length;
    let text = "";
    for (let at = address >>> 0; at < end; at += 4096) text += String.fromCharCode(...$u8.subarray(at, Math.min(at + 4096, end)));
    return text;
  };
