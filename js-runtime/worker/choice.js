// Values of unions, on both sides.

// @part choice
const $isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
const $iterates = (value) => typeof value === "object" && typeof value[Symbol.iterator] === "function";
/** A value of a union. @param tags whether the other side has to be told which member it is */
const $choice = (tags, options) => (value, context) => {
  if (value == null) return value;
  const index = options.findIndex(([test]) => test(value));
  const map = options[index]?.[1];
  const mapped = map ? map(value, context) : value;
  return tags ? [index, mapped] : mapped;
};
/** The same on the other side. */
const $chosen = (maps) => (value, context) => (value == null ? value : maps[value[0]] ? maps[value[0]](value[1], context) : value[1]);
