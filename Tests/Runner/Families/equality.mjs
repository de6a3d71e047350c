/** Equality and printing of test values, the same in every engine. No API of a particular runtime is used. */

/**
 * `Object.is` for primitives, functions and class instances; by content for arrays, typed arrays, buffers, maps, sets and plain
 * objects, which must also have the same prototype.
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
export function isEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a)) return a.length === b.length && a.every((value, index) => isEqual(value, b[index]));
  if (a instanceof DataView || a instanceof ArrayBuffer) return sameItems(bytes(a), bytes(b));
  if (ArrayBuffer.isView(a)) return sameItems(a, b);
  if (a instanceof Map) return sameItems([...a].flat(), [...b].flat());
  if (a instanceof Set) return sameItems([...a], [...b]);
  const prototype = Object.getPrototypeOf(a);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const [keys, others] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

const bytes = (value) =>
  value instanceof DataView ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);

/** @param {ArrayLike<unknown>} a @param {ArrayLike<unknown>} b */
function sameItems(a, b) {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    if (!isEqual(a[index], b[index])) return false;
  }
  return true;
}

/**
 * A value as a person would write it, clipped.
 * @param {unknown} value
 * @returns {string}
 */
export function show(value, depth = 3) {
  const text = spell(value, depth);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

function spell(value, depth) {
  if (typeof value === "string") return JSON.stringify(value.length > 400 ? value.slice(0, 400) : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[function ${value.name || "without a name"}]`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const name = value.constructor?.name ?? "null";
  if (depth === 0) return name === "Object" ? "{…}" : `${name} […]`;
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const items = Array.from(value).slice(0, 20);
    const rest = value.length > items.length ? `, … ${value.length} in all` : "";
    return `${name === "Array" ? "" : name}[${items.map((item) => spell(item, depth - 1)).join(", ")}${rest}]`;
  }
  const entries = Reflect.ownKeys(value).map((key) => `${String(key)}: ${spell(value[key], depth - 1)}`);
  return `${name === "Object" ? "" : `${name} `}{ ${entries.join(", ")} }`;
}
