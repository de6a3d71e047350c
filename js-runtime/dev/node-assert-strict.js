// `node:assert/strict` for browsers: `equal` is `strictEqual`.
export * from "node:assert";
export { strict as default, strictEqual as equal, notStrictEqual as notEqual } from "node:assert";
