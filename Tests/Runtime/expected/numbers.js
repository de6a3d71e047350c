// @part mathematics
  /** All of `Math`, for a module that is not there to be looked at. */
  const $mathematics = Object.fromEntries(Object.getOwnPropertyNames(Math).map((name) => [`math ${name}`, Math[name]]));

// @part number-text
  /** The shortest text that is read as the same number of 32 bits. */
  const $shortestFloat = (value, digits = 1) => {
    const text = value.toPrecision(digits);
    return Math.fround(text) === value ? String(Number(text)) : $shortestFloat(value, digits + 1);
  };
  /** `toFixed` leaves numbers from 10^21 on to exponents; they have no fraction. */
  const $fixed = (value, digits) =>
    Math.abs(value) < 1e21 ? value.toFixed(digits) : BigInt(value) + (digits > 0 ? `.${"0".repeat(digits)}` : "");
  /** Writes a finite number as `String(shortest:)` and its like of BindgenRuntime have it; returns how many bytes that took. */
  const $numberText = (value, style, digits, address) => {
    const text = style === 0 ? String(value) : style === 1 ? $shortestFloat(value) : style === 2 ? $fixed(value, digits) : value.toPrecision(digits);
    if ($u8.length === 0) $refresh();
    for (let index = 0; index < text.length; index++) $u8[(address >>> 0) + index] = text.charCodeAt(index);
    return text.length;
  };
