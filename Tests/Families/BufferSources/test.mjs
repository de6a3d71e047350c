/** Buffers and views as bytes (Web IDL 3.2.26, "get a copy of the bytes"), arrays inside other types, detachment, growth, leaks. */
const bytesOf = (...values) => new Uint8Array(values);
const hasHalves = typeof Float16Array === "function";

export default async function (t) {
  const { Sources, Page } = t.module;
  const type = (call, message) => t.throws(call, { type: TypeError, message });
  const five = bytesOf(1, 2, 3, 4, 5);
  const part = new Uint8Array(five.buffer, 1, 3);

  await t.test("each class gives its bytes", () => {
    t.equal([Sources.buffer(five.buffer), Sources.view(new DataView(five.buffer, 1, 2)), Sources.anyView(part)], ["1,2,3,4,5", "2,3", "2,3,4"]);
    const all = [five.buffer, part, new DataView(five.buffer), new Uint16Array([258]), new Uint8ClampedArray([300]), new BigInt64Array([1n]), new Float64Array(2)];
    t.equal(all.map((source) => Sources.source(source)), ["1,2,3,4,5", "2,3,4", "1,2,3,4,5", "2,1", "255", "1,0,0,0,0,0,0,0", "16:0"]);
    t.equal(all.map((source) => Sources.copied(source)), all.map((source) => Sources.source(source)));
    t.equal([Sources.source(new ArrayBuffer(0)), Sources.source(new Uint8Array(0)), Sources.buffer(new Uint8Array(100_000).fill(1).buffer)], ["", "", "100000:100000"]);
    t.equal([Sources.maybe(null), Sources.maybe(undefined), Sources.maybe(part), Sources.left(), Sources.left(five.buffer)], ["none", "none", "2,3,4", "none", "1,2,3,4,5"]);
    t.equal([Sources.undefinedOr(undefined), Sources.undefinedOr(part)], ["none", "2,3,4"]);
    t.equal([Sources.between("text", part, [1]), Sources.two(part, part), Sources.after(["a"], part)], ["text 2,3,4 1", "2,3,4 2,3,4", "1 2,3,4"]);
  });
  await t.test("what is of another class is refused", () => {
    type(() => Sources.buffer(five), "Sources.buffer: bytes must be an ArrayBuffer, not an object (Uint8Array)");
    type(() => Sources.view(five.buffer), "Sources.view: bytes must be a DataView, not an object (ArrayBuffer)");
    type(() => Sources.anyView(five.buffer), "Sources.anyView: bytes must be a DataView or a typed array, not an object (ArrayBuffer)");
    type(() => Sources.source([1]), "Sources.source: bytes must be an ArrayBuffer or a DataView or a typed array, not an object (Array)");
    for (const value of [null, undefined, 1, "text", {}, Object.create(ArrayBuffer.prototype), Object.create(DataView.prototype), Object.create(Uint8Array.prototype)]) {
      type(() => Sources.source(value), /^Sources\.source: bytes must be an ArrayBuffer or a DataView or a typed array, not /);
    }
    type(() => Sources.maybe(1), /must be an ArrayBuffer or/);
    type(() => Sources.undefinedOr(null), /must be an ArrayBuffer or/);
  });
  await t.test("buffers that are shared or change their size", () => {
    if (typeof SharedArrayBuffer === "function") {
      const shared = new SharedArrayBuffer(3);
      new Uint8Array(shared).set([7, 8, 9]);
      t.equal([Sources.shared(shared), Sources.anyShared(shared), Sources.anyShared(new Uint8Array(shared, 1)), Sources.anyShared(part)], ["7,8,9", "7,8,9", "8,9", "2,3,4"]);
      type(() => Sources.source(shared), /^Sources\.source: bytes must be an ArrayBuffer or/);
      type(() => Sources.source(new Uint8Array(shared)), "Sources.source: bytes must not be backed by a SharedArrayBuffer");
      type(() => Sources.shared(five.buffer), "Sources.shared: bytes must be a SharedArrayBuffer, not an object (ArrayBuffer)");
      const made = Sources.makeShared(4);
      t.ok(made instanceof SharedArrayBuffer, "a SharedArrayBuffer");
      t.equal(new Uint8Array(made.slice(0)), bytesOf(0, 1, 2, 3));
      const growable = new SharedArrayBuffer(2, { maxByteLength: 4 });
      if (growable.growable) {
        type(() => Sources.anyShared(growable), "Sources.anyShared: bytes must not be growable");
        t.equal(Sources.growable(growable), "0,0");
      }
    }
    const resizable = new ArrayBuffer(2, { maxByteLength: 8 });
    if (resizable.resizable) {
      type(() => Sources.source(resizable), "Sources.source: bytes must not be backed by a resizable buffer");
      type(() => Sources.source(new DataView(resizable)), "Sources.source: bytes must not be backed by a resizable buffer");
      const tracking = new Uint8Array(resizable);
      const fixed = new Uint8Array(resizable, 0, 2);
      const view = new DataView(resizable, 1, 1);
      t.equal([resizable, tracking, fixed, view].map((source) => Sources.resizable(source)), ["0,0", "0,0", "0,0", "0"]);
      resizable.resize(4);
      t.equal([resizable, tracking, fixed].map((source) => Sources.resizable(source)), ["0,0,0,0", "0,0,0,0", "0,0"]);
      resizable.resize(1);
      t.equal([resizable, tracking, fixed, view].map((source) => Sources.resizable(source)), ["0", "0", "", ""]);
    }
  });
  await t.test("a detached buffer has no bytes", () => {
    const buffer = new ArrayBuffer(4);
    const sources = [buffer, new Uint8Array(buffer), new DataView(buffer, 1)];
    structuredClone(buffer, { transfer: [buffer] });
    t.equal(sources.map((source) => Sources.source(source)), ["", "", ""]);
  });
  await t.test("properties of the program's own change nothing", () => {
    const lying = bytesOf(1, 2);
    for (const name of ["length", "byteLength", "byteOffset", "buffer"]) Object.defineProperty(lying, name, { value: 9 });
    t.equal(Sources.source(lying), "1,2");
    const buffer = Object.defineProperty(bytesOf(3).buffer, "byteLength", { value: 99 });
    t.equal(Sources.buffer(buffer), "3");
  });
  await t.test("another argument may change a buffer before it is looked at", () => {
    const bytes = bytesOf(1, 2, 3);
    t.equal(Sources.between({ toString: () => (bytes.fill(8), "text") }, bytes, []), "text 8,8,8 0");
    t.equal(Sources.between("text", bytes, { *[Symbol.iterator]() { structuredClone(bytes.buffer, { transfer: [bytes.buffer] }); yield 1; } }), "text  1");
  });
  await t.test("Swift writes into the caller's buffer", () => {
    const bytes = bytesOf(1, 2, 3, 4, 5);
    Sources.overwrite(new Uint8Array(bytes.buffer, 1, 2), 9);
    Sources.overwrite(new DataView(bytes.buffer, 4), 7);
    t.equal(bytes, bytesOf(1, 9, 9, 4, 7));
    Sources.fillBuffer(bytes.buffer, 6);
    t.equal(bytes, bytesOf(6, 6, 6, 6, 6));
    const words = new Uint32Array(100);
    Sources.overwrite(words, 1);
    t.ok(words.every((word) => word === 0x01010101), "every word");
    Sources.fillDuring(bytes, 5, () => t.grow());
    t.equal(bytes, bytesOf(5, 5, 5, 5, 5));
    Sources.fillDuring(bytes, 4, () => structuredClone(bytes.buffer, { transfer: [bytes.buffer] }));
    t.equal(bytes.length, 0);
  });
  await t.test("Swift gives buffers", () => {
    const buffer = Sources.makeBuffer(3);
    t.ok(buffer instanceof ArrayBuffer && buffer.byteLength === 3, "an ArrayBuffer of 3");
    t.equal([new Uint8Array(buffer), Sources.makeBuffer(0).byteLength, Sources.makeBuffer(70_000).byteLength], [bytesOf(0, 1, 2), 0, 70_000]);
    const view = Sources.makeView(3);
    t.ok(view instanceof DataView && view.byteLength === 3 && view.getUint8(2) === 2, "a DataView");
    t.equal([Sources.makeSource(2), Sources.maybeBuffer(false), new Uint8Array(Sources.maybeBuffer(true))], [bytesOf(0, 1), null, bytesOf(0, 1, 2)]);
    t.equal(new Uint8Array(Sources.failing(false)), bytesOf(0, 1));
    t.throws(() => Sources.failing(true), { name: "Error", message: "no bytes" });
  });
  await t.test("half floats", () => {
    if (!hasHalves) {
      type(() => Sources.halfSum(new Float32Array(1)), "Sources.halfSum: values must be a Float16Array, not an object (Float32Array)");
      return;
    }
    t.equal([Sources.halves(new Float16Array([1.5, -2])), Sources.halves(new Float16Array(0))], [new Float16Array([3, -4]), new Float16Array(0)]);
    t.equal(Sources.halfSum(new Float16Array([0.25, 1.5])), "7");
    const values = new Float16Array(Array.from({ length: 40 }, (_, index) => index));
    Sources.halve(values);
    t.equal([values[1], values[39]], [0.5, 19.5]);
    t.equal(Sources.halfLists([new Float16Array([1]), new Float16Array([])]), [new Float16Array([1]), new Float16Array([])]);
    type(() => Sources.halfSum(new Uint16Array(1)), "Sources.halfSum: values must be a Float16Array, not an object (Uint16Array)");
    t.equal(Sources.source(new Float16Array([1])), "0,60");
  });
  await t.test("arrays and buffers inside dictionaries, sequences, records", () => {
    t.equal(Sources.chunk({ bytes: part }), { bytes: bytesOf(2, 3, 4), buffer: null, name: "chunk" });
    const chunk = Sources.chunk({ bytes: part, numbers: new Float64Array([1.5]), buffer: five.buffer, name: "n" });
    t.equal([chunk.bytes, chunk.numbers, new Uint8Array(chunk.buffer)], [bytesOf(2, 3, 4), new Float64Array([1.5]), five]);
    const chunks = Sources.chunks([{ bytes: part, name: "a" }, { bytes: bytesOf(), numbers: new Float64Array(3) }]);
    t.equal(chunks, [{ bytes: bytesOf(), numbers: new Float64Array(3), buffer: null, name: "chunk" }, { bytes: bytesOf(2, 3, 4), buffer: null, name: "a" }]);
    const parts = Sources.parts({ a: "x", list: [part, five], rest: new Uint16Array([1]), view: new DataView(five.buffer, 3) });
    t.equal([parts.a, parts.list, parts.rest, parts.view.byteLength, parts.view.getUint8(1)], ["x", [bytesOf(2, 3, 4), five], bytesOf(1, 0), 2, 5]);
    t.equal(Sources.list([part, bytesOf(), new Uint8Array(90_000)]), [new Uint8Array(90_000), bytesOf(), bytesOf(2, 3, 4)]);
    t.equal(Sources.buffers([five.buffer]).map((buffer) => new Uint8Array(buffer)), [five]);
    t.equal(Sources.maybes([new Float64Array([1]), null]), [new Float64Array([1]), null]);
    t.equal(Sources.named({ a: new Uint16Array([1, 65535]), b: new Uint16Array(0) }), { a: new Uint16Array([1, 65535]), b: new Uint16Array(0) });
    t.equal(Sources.sources({ a: five.buffer, b: part }), { a: five, b: bytesOf(2, 3, 4) });
    t.equal(Sources.nested([[new Int32Array([1, -2])], []]), [[new Int32Array([1, -2])], []]);
    t.equal([Sources.maybeChunk({ bytes: part }, false), Sources.maybeChunk({ bytes: part }, true).bytes], [null, bytesOf(2, 3, 4)]);
    type(() => Sources.chunk({ bytes: [1] }), "Sources.chunk: chunk.bytes must be a Uint8Array, not an object (Array)");
    type(() => Sources.chunk({}), "Sources.chunk: chunk.bytes is required");
    type(() => Sources.list([part, new Uint8ClampedArray(1)]), "Sources.list: list[1] must be a Uint8Array, not an object (Uint8ClampedArray)");
    type(() => Sources.sources({ a: part, b: "x" }), /^Sources\.sources: arrays\["b"\] must be an ArrayBuffer or/);
  });
  await t.test("attributes that are set are copied", () => {
    const page = new Page(part);
    t.equal([new Uint8Array(page.content), page.anything, page.floats], [bytesOf(2, 3, 4), bytesOf(), new Float32Array([1, 2])]);
    page.content = five.buffer;
    page.anything = new DataView(five.buffer, 4);
    page.floats = new Float32Array([5]);
    t.equal([new Uint8Array(page.content), page.anything, page.floats], [five, bytesOf(5), new Float32Array([5])]);
    type(() => { page.content = five; }, "Page.content must be an ArrayBuffer, not an object (Uint8Array)");
    page.dispose();
  });
  await t.test("views of this module's memory, and growth", () => {
    const page = new Page(part);
    const { shown, shownBytes } = page;
    t.equal([Sources.source(shownBytes), Sources.copied(shownBytes), Sources.source(shown)], ["7,7,7,7", "7,7,7,7", `32:${4 * (0xf8 + 0x3f)}`]);
    t.equal(Sources.source(new DataView(shownBytes.buffer, shownBytes.byteOffset, 2)), "7,7");
    Sources.overwrite(shownBytes.subarray(1, 3), 9);
    t.equal(page.shownBytes, bytesOf(7, 9, 9, 7));
    t.equal(Sources.chunk({ bytes: shownBytes }).bytes, bytesOf(7, 9, 9, 7));
    const texts = Array.from({ length: 3000 }, (_, index) => `${index} ${"x".repeat(200)}`);
    const stale = new DataView(page.shownBytes.buffer, page.shownBytes.byteOffset, 2);
    const view = page.shownBytes;
    t.equal(Sources.after({ *[Symbol.iterator]() { t.grow(); yield* texts; } }, view), "3000 7,9,9,7");
    type(() => Sources.source(stale), "Sources.source: bytes is a part of memory that has grown since: take it anew from the view");
    t.equal([Sources.source(view), Sources.list([view, view])], ["7,9,9,7", [bytesOf(7, 9, 9, 7), bytesOf(7, 9, 9, 7)]]);
    t.equal(Sources.chunks([{ bytes: view }, { get bytes() { t.grow(); return part; } }]).map(({ bytes }) => bytes), [bytesOf(2, 3, 4), bytesOf(7, 9, 9, 7)]);
    page.dispose();
  });
  await t.test("callbacks both ways and imports", () => {
    t.equal(new Uint8Array(Sources.fold((source, floats) => Uint8Array.of(...source, floats.length).buffer, part)), bytesOf(2, 3, 4, 2));
    type(() => Sources.fold(() => part, part), "Fold: the result must be an ArrayBuffer, not an object (Uint8Array)");
    const joining = Sources.joining();
    t.equal(new Uint8Array(joining(five.buffer, new Float32Array([8]))), bytesOf(1, 2, 3, 4, 5, 8));
    joining.dispose();
    t.equal([new Uint8Array(Sources.read(part)), Sources.first([part]), Sources.first([])], [bytesOf(2, 3, 4, 9), "2,3,4", "an empty list"]);
    t.equal(Sources.turn({ bytes: part }), { bytes: bytesOf(4, 3, 2), numbers: new Float64Array([5]), buffer: null, name: "chunk" });
    t.equal(Sources.seen(new DataView(bytesOf(1, 2).buffer)), bytesOf(1, 2));
  });

  const large = new Uint8Array(50_000);
  await t.noLeaks("buffers", () => {
    Sources.two(part, five);
    Sources.overwrite(bytesOf(1, 2), 3);
    Sources.chunk({ bytes: part, numbers: new Float64Array(4), buffer: five.buffer });
    Sources.chunks([{ bytes: part }, { bytes: part }]);
    Sources.named({ a: new Uint16Array(3) });
    Sources.turn({ bytes: part });
    Sources.read(part);
    Sources.first([part, five]);
  }, { times: 500 });
  await t.noLeaks("buffers beyond the region, and what is refused", () => {
    Sources.two(large, large);
    Sources.overwrite(large, 1);
    Sources.list([large, large]);
    Sources.chunk({ bytes: large, buffer: large.buffer });
    Sources.parts({ a: "x", list: [large, part], rest: large });
    type(() => Sources.two(large, 1));
    type(() => Sources.list([large, 1]));
    type(() => Sources.chunks([{ bytes: large, buffer: large.buffer }, { bytes: 1 }]));
    type(() => Sources.sources({ a: large, b: 1 }));
    type(() => Sources.fold(() => 1, large));
    Sources.first([]);
  }, { times: 100 });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
