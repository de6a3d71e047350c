/**
 * A module as `bindgen build --inspect` makes one, written by hand: real wasm with a memory and an `add`, and pretended handles.
 * The harness is tested with it, in every engine.
 */

/** `(module (memory (export "memory") 1) (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))` */
export const wasm = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00,
  0x01, 0x07, 0x01, 0x60, 0x02, 0x7f, 0x7f, 0x01, 0x7f,
  0x03, 0x02, 0x01, 0x00,
  0x05, 0x03, 0x01, 0x00, 0x01,
  0x07, 0x10, 0x02, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00, 0x03, 0x61, 0x64, 0x64, 0x00, 0x00,
  0x0a, 0x09, 0x01, 0x07, 0x00, 0x20, 0x00, 0x20, 0x01, 0x6a, 0x0b,
]);

export const script = `
const load = async () => {
  const url = new URL("./stub.wasm", import.meta.url);
  if (url.protocol !== "file:") return WebAssembly.compileStreaming(fetch(url));
  const { readFile } = await import("node:fs/promises");
  return WebAssembly.compile(await readFile(url));
};
const make = async () => (await WebAssembly.instantiate(await load())).exports;
let exports;
const used = { handles: 0, heapBytes: 0 };
const finalizers = new FinalizationRegistry(() => (used.handles -= 1));
export const init = async () => (exports ??= await make());
export const instantiate = async () => make();
export const add = (a, b) => exports.add(a, b);
export const leakBytes = (count) => (used.heapBytes += count);
export class Held {
  constructor() {
    used.handles += 1;
    finalizers.register(this);
  }
}
export const fail = () => {
  throw new TypeError("add: argument a must be a number");
};
export const inspect = () => ({ ...used, memory: exports.memory });
`;

/** Tests of the stub: some pass, the others fail in the way that `expected` says. */
export const tests = `
export default async function (t) {
  await t.test("adds", () => t.equal(t.module.add(1, 2), 3));
  await t.test("a wrong sum is told", () => t.equal(t.module.add(1, 2), 4));
  await t.test("equality goes by content", () => {
    t.equal([1, { a: new Uint8Array([1]) }], [1, { a: new Uint8Array([1]) }]);
    t.notEqual(new Uint8Array([1]), new Int8Array([1]));
    t.notEqual([0], [-0]);
    t.notEqual({ a: 1 }, { a: 1, b: undefined });
    t.notEqual(new t.module.Held(), new t.module.Held());
  });
  await t.test("an error is matched", () => {
    t.throws(t.module.fail, { name: "TypeError", message: /argument a/, type: TypeError });
  });
  await t.test("an error of another name is told", () => {
    t.throws(t.module.fail, { name: "RangeError" });
  });
  await t.test("no error is told", () => {
    t.throws(() => 1, { name: "TypeError" });
  });
  await t.test("a rejection is matched", async () => {
    await t.rejects(async () => t.module.fail(), { message: "add: argument a must be a number" });
  });
  await t.test("memory grows and detaches views", () => {
    const view = new Uint8Array(t.module.inspect().memory.buffer);
    t.grow();
    t.equal(view.length, 0);
    t.equal(t.module.inspect().memory.buffer.byteLength, 131072);
  });
  await t.test("instances are separate", async () => {
    const [a, b] = [await t.instantiate(), await t.instantiate()];
    t.ok(a.memory !== b.memory);
    t.equal(a.add(2, 3), 5);
  });
  await t.noLeaks("add", () => t.module.add(1, 2));
  await t.noLeaks("leaked bytes", () => t.module.leakBytes(8), { times: 10 });
  if (typeof gc === "function" || typeof Bun === "object") {
    await t.noLeaks("what a finalizer releases", () => void new t.module.Held(), { times: 100 });
  } else {
    t.skip("no leaks: what a finalizer releases", "this engine shows no gc");
  }
  t.equal("outside of a test", "ends the family");
}
`;

/** The failures that the tests of the stub must give: each name with what its detail matches. */
export const expectedFailures = {
  "a wrong sum is told": /^expected 4, got 3$/m,
  "an error of another name is told": /^expected the name "RangeError", got TypeError: add: argument a must be a number$/m,
  "no error is told": /^expected TypeError to be thrown, got 1$/m,
  "no leaks: leaked bytes": /^after 10 times: handles (\d) -> \1, heap bytes 160 -> 240$/m,
  "loads and runs to its end": /^expected "ends the family", got "outside of a test"$/m,
};

/** A module that cannot be loaded, and tests that never come back. */
export const broken = "export const init = () => Promise.reject(new Error('this module has no wasm'));";
export const hanging = `export default async function (t) { await t.test("never ends", () => { for (;;); }); }`;
