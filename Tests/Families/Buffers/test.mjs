const kinds = {
  Int8: Int8Array,
  Uint8: Uint8Array,
  Clamped: Uint8ClampedArray,
  Int16: Int16Array,
  Uint16: Uint16Array,
  Int32: Int32Array,
  Uint32: Uint32Array,
  Float32: Float32Array,
  Float64: Float64Array,
  BigInt64: BigInt64Array,
  BigUint64: BigUint64Array,
};

export default async function (t) {
  const { Arrays, Bytes } = t.module;

  for (const [name, Kind] of Object.entries(kinds)) {
    const isBig = name.startsWith("Big");
    const number = (value) => (isBig ? BigInt(value) : value);
    const make = (count) => Kind.from({ length: count }, (_, index) => number(index % 100));
    const total = (array) => array.reduce((sum, value) => sum + value, number(0));
    const [sum, add, copy] = [Arrays[`sum${name}`], Arrays[`add${name}`], Arrays[`copy${name}`]];

    await t.test(`${Kind.name}: read, written back, copied, of every size`, () => {
      for (const count of [0, 1, 7, 12, 13, 64, 65, 1000, 20_000, 100_000]) {
        const array = make(count);
        t.equal(sum(array), total(array));
        t.equal(copy(array), array);
        t.ok(copy(array) instanceof Kind && copy(array).buffer !== array.buffer, "a result is an array of its own");
        const expected = array.map((value) => value + number(5));
        t.equal(add(array, 5), undefined);
        t.equal(array, expected);
      }
    });

    await t.test(`${Kind.name}: a part of a larger buffer is that part`, () => {
      for (const count of [4, 100]) {
        const whole = make(count * 3);
        const part = whole.subarray(count, count * 2);
        t.equal(sum(part), total(part));
        const expected = make(count * 3).map((value, index) => (index >= count && index < count * 2 ? value + number(1) : value));
        add(part, 1);
        t.equal(whole, expected);
        t.equal(copy(part), part);
        t.equal(copy(part).buffer.byteLength, part.byteLength);
      }
    });

    await t.test(`${Kind.name}: other values are refused`, () => {
      const Other = Kind === Uint8Array ? Int8Array : Uint8Array;
      const wanted = `${/^[IU]/.test(Kind.name) ? "an" : "a"} ${Kind.name}`;
      const wrong = (value, said) => {
        for (const [action, args] of [["sum", []], ["add", [1]], ["copy", []]]) {
          t.throws(() => Arrays[`${action}${name}`](value, ...args), {
            name: "TypeError",
            message: new RegExp(`^Arrays\\.${action}${name}: values must be an? ${Kind.name}, not ${said}$`),
          });
        }
      };
      wrong(new Other(4), `an object \\(${Other.name}\\)`);
      wrong([1, 2], "an object \\(Array\\)");
      wrong(new ArrayBuffer(8), "an object \\(ArrayBuffer\\)");
      wrong(new DataView(new ArrayBuffer(8)), "an object \\(DataView\\)");
      wrong({ length: 1 }, "an object \\(Object\\)");
      wrong(null, "null");
      wrong(undefined, "undefined");
      wrong("12", 'the string "12"');
      t.ok(wanted.length > 0);
    });

    await t.noLeaks(`${Kind.name}`, () => {
      const array = make(20);
      sum(array);
      add(array, 1);
      copy(array);
    }, { times: 1000 });
    await t.noLeaks(`${Kind.name}, larger than the region`, () => {
      const array = make(70_000);
      sum(array);
      add(array, 1);
      copy(array);
    }, { times: 20 });
    await t.noLeaks(`${Kind.name} refused`, () => t.throws(() => add([], 1)), { times: 1000 });
  }

  await t.test("a subclass and Node's Buffer are arrays too", () => {
    class Mine extends Uint8Array {}
    t.equal(Bytes.count(new Mine(3)), 3);
    if (globalThis.Buffer) t.equal(Bytes.count(globalThis.Buffer.from("abcd")), 4);
  });

  await t.test("an array of another realm is an array", async () => {
    let Other;
    if (t.isBrowser) {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      Other = frame.contentWindow.Uint8Array;
    } else {
      const vm = await import("node:vm").catch(() => null);
      Other = vm?.runInNewContext?.("Uint8Array");
    }
    if (Other === undefined || Other === Uint8Array) return t.skip("arrays of another realm", "this engine makes none");
    t.equal(Bytes.count(new Other(5)), 5);
    const array = new Other([1, 2, 3]);
    Arrays.addUint8(array, 1);
    t.equal([...array], [2, 3, 4]);
    t.throws(() => Arrays.sumInt8(array), { name: "TypeError", message: /^Arrays\.sumInt8: values must be an? Int8Array/ });
  });

  await t.test("pretenders are refused", () => {
    t.throws(() => Bytes.count(Object.create(Uint8Array.prototype)), { name: "TypeError" });
    t.throws(() => Bytes.count(new Proxy(new Uint8Array(4), {})), { name: "TypeError" });
    t.throws(() => Bytes.count({ [Symbol.toStringTag]: "Uint8Array", length: 4 }), { name: "TypeError" });
    t.equal(Bytes.count(new Uint8Array(4)), 4);
  });

  if (typeof SharedArrayBuffer === "undefined") t.skip("shared buffers", "this engine or page has no SharedArrayBuffer");
  else {
    await t.test("shared buffers need [AllowShared]", () => {
      const array = new Uint8Array(new SharedArrayBuffer(100)).fill(2);
      t.throws(() => Bytes.count(array), { name: "TypeError", message: "Bytes.count: values must not be backed by a SharedArrayBuffer" });
      t.throws(() => Bytes.resizable(array), { name: "TypeError" });
      t.equal(Bytes.shared(array), 200);
      Bytes.fillShared(array, 7);
      t.ok(array.every((byte) => byte === 7), "it is filled");
      t.equal(Bytes.both(new Float64Array(new SharedArrayBuffer(800)).fill(1)), 100);
    });
  }

  if (!("resizable" in ArrayBuffer.prototype)) t.skip("resizable buffers", "this engine has none");
  else {
    await t.test("resizable buffers need [AllowResizable]", () => {
      const buffer = new ArrayBuffer(10, { maxByteLength: 100 });
      const array = new Uint8Array(buffer).fill(3);
      t.throws(() => Bytes.count(array), { name: "TypeError", message: "Bytes.count: values must not be backed by a resizable buffer" });
      t.throws(() => Bytes.shared(array), { name: "TypeError" });
      t.equal(Bytes.resizable(array), 30);
      buffer.resize(20);
      t.equal(Bytes.resizable(array), 30);
      buffer.resize(4);
      t.equal(Bytes.resizable(array), 12);
      t.equal(Bytes.both(new Float64Array(new ArrayBuffer(80, { maxByteLength: 800 })).fill(1)), 10);
    });
  }

  await t.test("a detached array is empty", () => {
    const array = new Uint8Array(8).fill(1);
    structuredClone(array.buffer, { transfer: [array.buffer] });
    t.equal(Bytes.count(array), 0);
    Arrays.addUint8(array, 1);
    t.equal(Arrays.copyUint8(array).length, 0);
  });

  await t.test("an array that is detached during the call is left alone", () => {
    for (const count of [4, 20_000]) {
      const array = new Float64Array(count).fill(1);
      let calls = 0;
      const work = () => {
        calls += 1;
        if (calls === 1) structuredClone(array.buffer, { transfer: [array.buffer] });
      };
      Bytes.fillDuring(array, work, 5);
      t.equal(calls, 2);
      t.equal(array.length, 0);
      t.equal(Bytes.sumDuring(new Float64Array(count).fill(2), work), count * 2);
    }
  });

  await t.test("two arrays, and the same twice", () => {
    t.equal(Bytes.sumTwo(Uint8Array.of(1, 2), Float64Array.of(0.5)), 3.5);
    t.equal(Bytes.sumTwo(new Uint8Array(40_000).fill(1), new Float64Array(20_000).fill(1)), 60_000);
    const [a, b] = [Uint8Array.of(1, 2, 3), Uint8Array.of(7, 8, 9)];
    Bytes.swap(a, b);
    t.equal([...a, ...b], [7, 8, 9, 1, 2, 3]);
    Bytes.swap(a, a);
    t.equal(a.length, 3);
  });

  await t.test("misaligned neighbours do not disturb one another", () => {
    for (let count = 0; count < 20; count += 1) {
      t.equal(Bytes.sumTwo(new Uint8Array(count).fill(1), Float64Array.of(0.25, 0.5)), count + 0.75);
      t.equal(Bytes.scale("x".repeat(count), Float64Array.of(1, 2), [2, 3]), count + 18);
    }
    t.equal(Bytes.scale("x".repeat(70_000), new Float64Array(9_000).fill(1), Array.from({ length: 9_000 }, () => 1)), 79_000);
  });

  await t.test("nullable and optional arrays", () => {
    t.equal([Bytes.nullable(Float64Array.of(1, 2)), Bytes.nullable(new Float64Array(0)), Bytes.nullable(null), Bytes.nullable(undefined)], [3, 0, -1, -1]);
    t.equal([Bytes.maybeSum(Float64Array.of(1, 2)), Bytes.maybeSum(), Bytes.maybeSum(undefined)], [3, -1, -1]);
    t.throws(() => Bytes.maybeSum(null), { name: "TypeError" });
    t.equal(Bytes.maybe(true), Uint8Array.of(1, 2, 3));
    t.equal(Bytes.maybe(false), null);
    t.equal(Bytes.nullable(new Float64Array(20_000).fill(1)), 20_000);
  });

  await t.test("results of every size", () => {
    for (const count of [0, 1, 300, 100_000]) {
      const made = Bytes.made(count);
      t.equal(made.length, count);
      t.ok(made.every((byte, index) => byte === (index & 255)), "its bytes are right");
      made.fill(0);
    }
  });

  await t.test("what Swift wrote is seen although it threw", () => {
    const array = new Float64Array(3);
    t.throws(() => Bytes.fail(array), { name: "Error", message: "failed after writing" });
    t.equal(array, Float64Array.of(9, 9, 9));
  });

  await t.test("the memory grows during the call", () => {
    for (const count of [4, 100, 20_000]) {
      const array = new Float64Array(count);
      Bytes.fillDuring(array, () => t.grow(), 3);
      t.ok(array.every((value) => value === 3), "all are written back");
      t.equal(Bytes.sumDuring(array, () => t.grow()), count * 3);
    }
  });

  await t.test("calls nest while arrays are lent", () => {
    const outer = new Float64Array(10);
    Bytes.fillDuring(outer, () => {
      const inner = new Float64Array(50);
      Bytes.fillDuring(inner, () => Bytes.count(new Uint8Array(300)), 2);
      t.ok(inner.every((value) => value === 2), "inner");
    }, 1);
    t.ok(outer.every((value) => value === 1), "outer");
  });

  await t.test("views of the module's own memory are arguments like others", () => {
    const sum = (1000 * 999) / 2;
    for (let round = 0; round < 3; round += 1) {
      t.equal(Arrays.sumFloat64(Bytes.storage()), sum);
      t.equal(Arrays.copyFloat64(Bytes.storage()), Bytes.storage());
      t.equal(Arrays.sumFloat64(Bytes.storage().subarray(10, 20)), 145);
      t.equal(Arrays.sumFloat64(Bytes.storage().subarray(100, 300)), 39_900);
      t.equal(Bytes.nullable(Bytes.storage()), sum);
    }
    Arrays.addFloat64(Bytes.storage(), 1);
    t.equal(Arrays.sumFloat64(Bytes.storage()), sum + 1000);
    Arrays.addFloat64(Bytes.storage().subarray(5, 10), -1);
    t.equal(Bytes.storage()[5], 5);
    t.equal(Bytes.storage()[4], 5);
    Bytes.swap(Bytes.byteStorage().subarray(0, 2000), Bytes.byteStorage().subarray(2000));
    Bytes.fillDuring(Bytes.storage(), () => t.grow(), 4);
    t.ok(Bytes.storage().every((value) => value === 4), "a view that growth detached is written in place");
    t.equal(Bytes.sumDuring(Bytes.storage(), () => t.grow()), 4000);
    const whole = new Float64Array(t.module.inspect().memory.buffer);
    t.equal(typeof Arrays.sumFloat64(whole.subarray(0, 0)), "number");
  });

  await t.noLeaks("own memory as argument", () => {
    Arrays.sumFloat64(Bytes.storage());
    Arrays.addFloat64(Bytes.storage(), 0);
    Arrays.copyFloat64(Bytes.storage());
  }, { times: 1000 });
  await t.noLeaks("an error after writing", () => t.throws(() => Bytes.fail(new Float64Array(20))));
  await t.noLeaks("an error after writing what does not fit the region", () => t.throws(() => Bytes.fail(new Float64Array(10_000))), { times: 50 });
  await t.noLeaks("an error instead of a result", () => t.throws(() => Bytes.failing(new Uint8Array(70_000))), { times: 50 });
  await t.noLeaks("arrays beside sequences and strings", () => Bytes.scale("x".repeat(50_000), new Float64Array(9_000), Array.from({ length: 9_000 }, () => 1)), { times: 50 });
  await t.noLeaks("an error in a later argument", () => t.throws(() => Bytes.scale("x".repeat(70_000), new Float64Array(9_000), [1, Symbol()])), { times: 50 });
  await t.noLeaks("detached during the call", () => {
    const array = new Float64Array(20_000);
    Bytes.fillDuring(array, () => array.length && structuredClone(array.buffer, { transfer: [array.buffer] }), 1);
  }, { times: 50 });
  await t.noLeaks("nullable arrays", () => {
    Bytes.nullable(new Float64Array(10_000));
    Bytes.nullable(null);
    Bytes.maybe(true);
    Bytes.maybe(false);
  }, { times: 100 });
}
