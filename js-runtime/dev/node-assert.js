// `node:assert` and `node:assert/strict` for browsers. Equality is strict in both, but for `equal` and `notEqual` of the former.

export class AssertionError extends Error {
  code = "ERR_ASSERTION";
  generatedMessage = false;

  constructor({ message, actual, expected, operator }) {
    super(message);
    Object.assign(this, { actual, expected, operator });
  }

  get name() {
    return "AssertionError";
  }
}

/** A value as a person would write it, cut short. */
function show(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[function ${value.name || "without a name"}]`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return `${value.constructor.name} [${value.join(", ")}]`.slice(0, 500);
  if (typeof value === "object" && value !== null) {
    try {
      const plain = value instanceof Map || value instanceof Set ? [...value] : value;
      return JSON.stringify(plain, (_key, member) => (typeof member === "bigint" ? `${member}n` : member))?.slice(0, 500) ?? String(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
  return Object.is(value, -0) ? "-0" : String(value);
}

function refuse(message, standard, details) {
  if (message instanceof Error) throw message;
  throw new AssertionError({ message: message ?? standard, ...details });
}

const tagOf = (value) => Object.prototype.toString.call(value);
const keysOf = (value) => Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));

/** Node's deep strict equality: the same prototypes, the same own enumerable properties, the same contents. */
function isDeepEqual(a, b, seen = []) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || tagOf(a) !== tagOf(b)) return false;
  if (seen.some(([left, right]) => left === a && right === b)) return true;
  const now = [...seen, [a, b]];
  const equal = (left, right) => isDeepEqual(left, right, now);
  if (!hasEqualContents(a, b, equal)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => Object.prototype.hasOwnProperty.call(b, key) && equal(a[key], b[key]));
}

/** What an object holds besides its properties. */
function hasEqualContents(a, b, equal) {
  if (Array.isArray(a)) return a.length === b.length;
  if (["Date", "Number", "String", "Boolean"].some((name) => tagOf(a) === `[object ${name}]`)) return Object.is(a.valueOf(), b.valueOf());
  if (a instanceof RegExp) return String(a) === String(b) && a.lastIndex === b.lastIndex;
  if (a instanceof Error) return a.name === b.name && a.message === b.message && equal(a.cause, b.cause);
  if (a instanceof ArrayBuffer) return equal(new Uint8Array(a), new Uint8Array(b));
  if (a instanceof Set) return a.size === b.size && [...a].every((item) => b.has(item) || [...b].some((other) => equal(item, other)));
  if (a instanceof Map) return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key)));
  if (a instanceof WeakMap || a instanceof WeakSet || a instanceof Promise) return false;
  return true;
}

/** Whether what was thrown is what was expected: a class, a pattern, a test, or an object of members and patterns. */
function check(error, expected, message) {
  if (expected === undefined) return;
  const say = (standard) => refuse(message, standard, { actual: error, expected, operator: "throws" });
  if (expected instanceof RegExp) {
    if (!expected.test(String(error))) say(`${String(error)} does not match ${expected}`);
  } else if (typeof expected === "function") {
    if (expected.prototype !== undefined && error instanceof expected) return;
    if (expected === Error || Error.isPrototypeOf(expected)) say(`${show(error)} is not an instance of ${expected.name}`);
    if (expected.call({}, error) !== true) say(`the test of what was thrown did not return true for ${show(error)}`);
  } else {
    const keys = expected instanceof Error ? [...Object.keys(expected), "name", "message"] : Object.keys(expected);
    for (const key of keys) {
      const isMatch = expected[key] instanceof RegExp && typeof error?.[key] === "string" && expected[key].test(error[key]);
      if (!isMatch && !isDeepEqual(error?.[key], expected[key])) say(`${key} is ${show(error?.[key])} instead of ${show(expected[key])}`);
    }
  }
}

/** `throws(body, message)` has no expectation. */
const sorted = (expected, message) => (typeof expected === "string" ? [undefined, expected] : [expected, message]);

const nothing = Symbol("nothing");
async function rejection(body) {
  try {
    await (typeof body === "function" ? body() : body);
  } catch (error) {
    return error;
  }
  return nothing;
}
function exception(body) {
  try {
    body();
  } catch (error) {
    return error;
  }
  return nothing;
}

export function ok(value, message) {
  if (!value) refuse(message, `${show(value)} is not truthy`, { actual: value, expected: true, operator: "==" });
}
export const fail = (message) => refuse(message, "Failed", { operator: "fail" });
export function strictEqual(actual, expected, message) {
  if (!Object.is(actual, expected)) refuse(message, `${show(actual)} instead of ${show(expected)}`, { actual, expected, operator: "strictEqual" });
}
export function notStrictEqual(actual, expected, message) {
  if (Object.is(actual, expected)) refuse(message, `both are ${show(actual)}`, { actual, expected, operator: "notStrictEqual" });
}
export function deepStrictEqual(actual, expected, message) {
  if (!isDeepEqual(actual, expected)) refuse(message, `${show(actual)} instead of ${show(expected)}`, { actual, expected, operator: "deepStrictEqual" });
}
export function notDeepStrictEqual(actual, expected, message) {
  if (isDeepEqual(actual, expected)) refuse(message, `both are ${show(actual)}`, { actual, expected, operator: "notDeepStrictEqual" });
}
export function match(text, pattern, message) {
  if (!pattern.test(text)) refuse(message, `${show(text)} does not match ${pattern}`, { actual: text, expected: pattern, operator: "match" });
}
export function doesNotMatch(text, pattern, message) {
  if (pattern.test(text)) refuse(message, `${show(text)} matches ${pattern}`, { actual: text, expected: pattern, operator: "doesNotMatch" });
}
export function throws(body, ...rest) {
  const [expected, message] = sorted(...rest);
  const error = exception(body);
  if (error === nothing) refuse(message, "nothing was thrown", { expected, operator: "throws" });
  check(error, expected, message);
}
export async function rejects(body, ...rest) {
  const [expected, message] = sorted(...rest);
  const error = await rejection(body);
  if (error === nothing) refuse(message, "the promise was not rejected", { expected, operator: "rejects" });
  check(error, expected, message);
}
export function doesNotThrow(body, message) {
  const error = exception(body);
  if (error !== nothing) refuse(typeof message === "string" ? message : undefined, `${show(error)} was thrown`, { actual: error, operator: "doesNotThrow" });
}
export async function doesNotReject(body, message) {
  const error = await rejection(body);
  if (error !== nothing) refuse(typeof message === "string" ? message : undefined, `rejected with ${show(error)}`, { actual: error, operator: "doesNotReject" });
}
export function ifError(value) {
  if (value !== null && value !== undefined) throw value;
}
// oxlint-disable eslint/eqeqeq -- these two are the loose ones
export function equal(actual, expected, message) {
  const isEqual = actual == expected || (Number.isNaN(actual) && Number.isNaN(expected));
  if (!isEqual) refuse(message, `${show(actual)} instead of ${show(expected)}`, { actual, expected, operator: "==" });
}
export function notEqual(actual, expected, message) {
  if (actual == expected) refuse(message, `both are ${show(actual)}`, { actual, expected, operator: "!=" });
}
// oxlint-enable eslint/eqeqeq
export { deepStrictEqual as deepEqual, notDeepStrictEqual as notDeepEqual };

const shared = {
  AssertionError, ok, fail, strictEqual, notStrictEqual, deepStrictEqual, notDeepStrictEqual, deepEqual: deepStrictEqual,
  notDeepEqual: notDeepStrictEqual, match, doesNotMatch, throws, rejects, doesNotThrow, doesNotReject, ifError,
};
export const strict = Object.assign((value, message) => ok(value, message), shared, { equal: strictEqual, notEqual: notStrictEqual });
strict.strict = strict;
const assert = Object.assign((value, message) => ok(value, message), shared, { equal, notEqual, strict });
export default assert;
