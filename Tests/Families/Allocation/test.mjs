export default async function (t) {
  const { allocate, Mixer } = t.module;
  const mixer = new Mixer();
  const job = () => new Promise((resolve) => setTimeout(resolve, 0));

  await t.test("an array in the module's memory is lent as it is", () => {
    const samples = allocate(Float32Array, 4);
    t.equal(samples, new Float32Array(4));
    t.equal(samples.constructor, Float32Array);
    t.equal(Object.keys(samples), ["0", "1", "2", "3"]);
    samples.set([1, 2, 3, 4]);
    t.equal(mixer.sum(samples), 10);
    mixer.scale(samples, 2);
    t.equal(samples, Float32Array.of(2, 4, 6, 8));
    t.equal(mixer.output, Float32Array.of(2, 4, 6, 8));
    t.equal(mixer.copied(samples), 20);
    const bytes = allocate(Uint8Array, 10);
    t.equal(Mixer.place(bytes), bytes.byteOffset);
    t.ok(bytes.buffer === samples.buffer, "one memory");
    samples.dispose();
    bytes.dispose();
  });

  await t.test("each class of typed arrays, and none", () => {
    for (const Class of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array]) {
      const array = allocate(Class, 3);
      t.equal([array.constructor, array.length, array.byteOffset % Class.BYTES_PER_ELEMENT], [Class, 3, 0]);
      t.ok(array.every((element) => !element), "zeroes");
      t.equal(Mixer.bytes(array), 3 * Class.BYTES_PER_ELEMENT);
      array.dispose();
    }
    const none = allocate(Float32Array, 0);
    t.equal([none.length, mixer.sum(none)], [0, 0]);
    none.dispose();
    const pixels = allocate(Uint8ClampedArray, 2).fill(300);
    t.equal(Mixer.shade(pixels), 510);
    pixels.dispose();
  });

  await t.test("growth: the array is found again, and there is a current one", () => {
    const samples = allocate(Float32Array, 3);
    samples.set([1, 2, 3]);
    t.ok(samples.current === samples, "the array itself");
    t.grow();
    t.equal(samples.length, 0);
    t.equal(mixer.sum(samples), 6);
    t.equal(mixer.copied(samples), 6);
    const { current } = samples;
    t.equal(current, Float32Array.of(1, 2, 3));
    t.ok(current !== samples && samples.current === current && current.current === current, "one new array");
    current[0] = 5;
    mixer.scale(samples, 2);
    t.equal(current, Float32Array.of(10, 4, 6));
    t.equal(mixer.output, Float32Array.of(10, 4, 6, mixer.output[3]));
    t.equal(mixer.sumDuring(current, () => t.grow()), 20);
    const other = allocate(Uint8Array, 2).fill(1);
    t.equal(mixer.both(allocate(Float64Array, 1).fill(0.5), { toString: () => (t.grow(), "ab") }, other), 4.5);
    samples.dispose();
  });

  await t.test("what is disposed of is an error, and detached", async () => {
    const samples = allocate(Float32Array, 3).fill(1);
    const part = samples.subarray(1);
    samples.dispose();
    samples.dispose();
    t.equal([samples.length, part.length], [0, 0]);
    const over = { name: "TypeError", message: "allocate: this array has been disposed" };
    t.throws(() => mixer.sum(samples), over);
    t.throws(() => mixer.scale(samples, 1), over);
    t.throws(() => samples.current, over);
    t.throws(() => mixer.sum(part), { name: "TypeError" });
    await job();
    t.throws(() => mixer.sum(samples), over);
    const next = allocate(Float32Array, 3);
    t.equal(next, new Float32Array(3));
    next.dispose();
  });

  await t.test("a running call keeps its memory", () => {
    const samples = allocate(Float32Array, 3).fill(2);
    t.equal(mixer.sumDuring(samples, () => samples.dispose()), 6);
  });

  await t.test("what it cannot make", async () => {
    const wrong = { name: "TypeError", message: "allocate: wants a class of typed arrays, such as Float32Array" };
    for (const Class of [Array, DataView, undefined, null, "Float32Array", class {}, () => {}]) t.throws(() => allocate(Class, 1), wrong);
    for (const length of [-1, 1.5, NaN, Infinity, "1", undefined]) {
      t.throws(() => allocate(Float32Array, length), { name: "TypeError", message: "allocate: wants a length, a whole number" });
    }
    t.throws(() => allocate(Float64Array, 2 ** 32), { name: "RangeError" });
    t.throws(() => allocate(Float64Array, 2 ** 29), { name: "RangeError" });
    t.equal(mixer.sum(Float32Array.of(1)), 1);
    const other = await t.instantiate();
    const foreign = other.allocate(Float32Array, 2).fill(3);
    t.equal(mixer.sum(foreign), 6);
    foreign.dispose();
    if (Symbol.dispose) t.equal(typeof allocate(Uint8Array, 1)[Symbol.dispose], "function");
  });

  await t.noLeaks("allocated, lent and disposed of", async () => {
    const samples = allocate(Float32Array, 100);
    mixer.sum(samples);
    samples.dispose();
    await undefined;
  }, { times: 200 });
  await t.noLeaks("refused", () => t.throws(() => allocate(Array, 1)));
  mixer.dispose();
}
