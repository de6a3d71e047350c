const numbers = { bytes: [-128, 0, 127], octets: [0, 255], shorts: [-32768, 32767], unsignedShorts: [0, 65535], longs: [-(2 ** 31), 5], unsignedLongs: [0, 2 ** 32 - 1], longLongs: [-(2 ** 53), 9], unsignedLongLongs: [0, 2 ** 53], floats: [0.5, -0], doubles: [0.1, -0, 1e300], anyDoubles: [NaN, Infinity], anyFloats: [NaN, -Infinity] };
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** What becomes an array, made of the same elements, in every way that iterates. */
const iterables = (elements) => ({
  array: elements,
  set: new Set(elements),
  values: elements[Symbol.iterator](),
  generator: (function* () { yield* elements; })(),
  object: { [Symbol.iterator]: () => elements.values() },
  function: Object.assign(() => {}, { [Symbol.iterator]: () => elements.values() }),
  subclass: class extends Array {}.from(elements),
});

export default async function (t) {
  const { Sequences } = t.module;

  await t.test("numbers of every width come back in arrays of 0 to 20 and of 100,000", () => {
    for (const [name, values] of Object.entries(numbers)) {
      for (const length of [...Array(21).keys(), 100_000]) {
        const array = many(length, (index) => values[index % values.length]);
        t.equal(Sequences[name](array), array, `${name}, ${length}`);
      }
    }
  });

  await t.test("arrays that the engine writes at once are converted as element by element", () => {
    const odd = ["7", null, undefined, true, NaN, Infinity, -0, -1.9, 2 ** 32 + 5, 2 ** 31, -129, 1e300, [], {}, "x"];
    for (const name of ["anyDoubles", "anyFloats", "longs", "shorts", "unsignedShorts", "octets", "bytes"]) {
      for (const length of [1, 31, 32, 33, 100, 9_000]) {
        const plain = many(length, (index) => index * 0.75 - 20);
        // An iterator has no length, so each of its elements is converted by itself.
        t.equal(Sequences[name](plain), Sequences[name](plain.values()), `${name}, ${length}`);
        const mixed = many(length, (index) => (index === 0 ? 1 : odd[index % odd.length]));
        delete mixed[length - 2];
        t.equal(Sequences[name](mixed), Sequences[name](mixed.values()), `${name}, ${length}, mixed`);
      }
      let calls = 0;
      const counted = many(64, (index) => (index % 2 === 0 ? index : { valueOf: () => (calls++, index) }));
      t.equal(Sequences[name](counted), many(64, (index) => index), `${name}, objects`);
      t.equal(calls, 32, `${name}: each object is asked once`);
      for (const value of [Symbol("s"), 5n]) {
        const wrong = many(64, (index) => (index === 35 ? value : index));
        t.throws(() => Sequences[name](wrong), { name: "TypeError", message: `Sequences.${name}: values[35] must be a number, not the ${typeof value} ${String(value)}` });
      }
      const throwing = many(64, (index) => (index === 35 ? { valueOf() { throw new RangeError("of its own"); } } : index));
      t.throws(() => Sequences[name](throwing), { name: "RangeError", message: "of its own" });
      for (const change of [(array) => array.push(7), () => t.grow()]) {
        const array = many(64, (index) => index);
        let isChanged = false;
        array[35] = { valueOf: () => (isChanged || change(array), isChanged = true, 35) };
        t.equal(Sequences[name](array), many(array.length, (index) => (index === 64 ? 7 : index)), `${name}, changed meanwhile`);
      }
    }
  });

  await t.test("other elements come back", () => {
    const cases = {
      booleans: [true, false, true],
      texts: ["", "a", "世界", "👋", "x".repeat(100), "\0"],
      fruits: ["pear", "apple"],
      points: [{ x: 1, y: 2 }, { x: -0.5, y: 0 }],
      named: [{ name: "", values: [] }, { name: "ä".repeat(40), values: [1, 2.5] }],
      nested: [[], [1], [2, 3, 4], []],
      deep: [[["a"], []], [], [["b", "c"], ["d"]]],
    };
    for (const [name, values] of Object.entries(cases)) {
      t.equal(Sequences[name](values), values, name);
      t.equal(Sequences[name]([]), [], name);
      const array = many(5_000, (index) => values[index % values.length]);
      t.equal(Sequences[name](array), array, `${name}, many`);
    }
  });

  await t.test("elements may be null where the type says so", () => {
    const cases = {
      maybeLongs: [1, null, -1, 0, null],
      maybeDoubles: [null, 0, 1.5],
      maybeBooleans: [true, null, false],
      maybeTexts: ["", null, "a".repeat(80)],
      maybeFruits: [null, "apple"],
      maybePoints: [null, { x: 1, y: 0 }, null],
      maybeNested: [null, [], [1, 2], null],
    };
    for (const [name, values] of Object.entries(cases)) {
      t.equal(Sequences[name](values), values, name);
      t.equal(Sequences[name]([undefined]), name === "maybePoints" ? [null] : [null], name);
    }
    t.equal(Sequences.maybeSequence(null), null);
    t.equal(Sequences.maybeSequence(undefined), null);
    t.equal(Sequences.maybeSequence([]), []);
    t.equal(Sequences.maybeSequence([1]), [1]);
  });

  await t.test("whatever iterates is a sequence (Web IDL 3.2.21)", () => {
    const cases = { doubles: [1, 2.5, 3], longs: [1, 2, 3], texts: ["a", "b"], fruits: ["pear"], nested: [[1], [2]], points: [{ x: 1, y: 2 }] };
    for (const [name, elements] of Object.entries(cases)) {
      for (const [kind, iterable] of Object.entries(iterables(elements))) t.equal(Sequences[name](iterable), elements, `${name} of ${kind}`);
    }
    t.equal(Sequences.nested(new Set([new Set([1, 2]), new Int8Array([3])])), [[1, 2], [3]]);
    t.equal(Sequences.doubles(new Float64Array([1, 2, 3])), [1, 2, 3]);
    t.equal(Sequences.longs(new Uint8Array([1, 2, 3])), [1, 2, 3]);
    t.equal(Sequences.texts(new Map([["a", "b"]]).keys()), ["a"]);
    t.equal(Sequences.texts(new String("a👋")), ["a", "👋"]);
    (function () {
      t.equal(Sequences.longs(arguments), [1, 2]);
    })(1, 2);
  });

  await t.test("long iterables of unknown length come back whole", () => {
    for (const length of [1, 7, 8, 9, 1_000, 100_000]) {
      const elements = many(length, (index) => index);
      for (const name of ["octets", "longs", "doubles", "longLongs"]) {
        const expected = name === "octets" ? elements.map((value) => value & 255) : elements;
        t.equal(Sequences[name](new Set(elements)), expected, `${name}, ${length}`);
      }
      const texts = elements.map((index) => `${index} äö`);
      t.equal(Sequences.texts(new Set(texts)), texts, `texts, ${length}`);
      const named = texts.slice(0, 3_000).map((name) => ({ name, values: [1] }));
      t.equal(Sequences.named(new Set(named)), named, `named, ${length}`);
    }
  });

  await t.test("what does not iterate is a TypeError", () => {
    const place = "Sequences.doubles: values must be an iterable object, not";
    for (const [value, kind] of [[undefined, "undefined"], [null, "null"], [1, "the number 1"], ["ab", 'the string "ab"'], [true, "the boolean true"], [{}, "an object (Object)"], [() => {}, "a function"], [{ length: 0 }, "an object (Object)"], [{ [Symbol.iterator]: 1 }, "an object (Object)"], [{ [Symbol.iterator]: null }, "an object (Object)"]]) {
      t.throws(() => Sequences.doubles(value), { name: "TypeError", message: `${place} ${kind}` });
    }
    t.throws(() => Sequences.texts("ab"), { name: "TypeError", message: 'Sequences.texts: values must be an iterable object, not the string "ab"' });
    t.throws(() => Sequences.nested([[1], 2]), { name: "TypeError", message: "Sequences.nested: values[1] must be an iterable object, not the number 2" });
    t.throws(() => Sequences.doubles({ [Symbol.iterator]: () => 1 }), { type: TypeError });
    t.throws(() => Sequences.doubles({ [Symbol.iterator]: () => ({ next: () => 1 }) }), { type: TypeError });
    t.throws(() => Sequences.doubles({ [Symbol.iterator]: () => ({}) }), { type: TypeError });
  });

  await t.test("an element that cannot be converted is named by its index", () => {
    t.throws(() => Sequences.doubles([1, 2, NaN]), { name: "TypeError", message: "Sequences.doubles: values[2] must be a finite number, not the number NaN" });
    t.throws(() => Sequences.doubles([1, Infinity, 2, 3]), { message: "Sequences.doubles: values[1] must be a finite number, not the number Infinity" });
    t.throws(() => Sequences.doubles(Object.assign([], { 0: 1, 2: 3 })), { message: "Sequences.doubles: values[1] must be a finite number, not undefined" });
    t.throws(() => Sequences.longs([1, 2n]), { message: "Sequences.longs: values[1] must be a number, not the bigint 2" });
    t.throws(() => Sequences.unsignedLongs([0, -1]), { message: "Sequences.unsignedLongs: values[1] must be an integer from 0 to 4294967295, not the number -1" });
    t.throws(() => Sequences.texts(["a", Symbol("s")]), { message: "Sequences.texts: values[1] must be a string, not the symbol Symbol(s)" });
    t.throws(() => Sequences.fruits(["apple", "plum"]), { message: 'Sequences.fruits: values[1] must be one of "apple", "pear", not the string "plum"' });
    t.throws(() => Sequences.points([{ x: 1 }, 5]), { message: "Sequences.points: values[1] must be an object, not the number 5" });
    t.throws(() => Sequences.points([{ x: 1 }, { x: NaN }]), { message: "Sequences.points: values[1].x must be a finite number, not the number NaN" });
    t.throws(() => Sequences.named([{ name: "a", values: [1, "x"] }]), { message: 'Sequences.named: values[0].values[1] must be a finite number, not the string "x"' });
    t.throws(() => Sequences.named([{ values: [] }]), { message: "Sequences.named: values[0].name is required" });
    t.throws(() => Sequences.deep([[["a"], [Symbol("q")]]]), { message: "Sequences.deep: values[0][1][0] must be a string, not the symbol Symbol(q)" });
    t.throws(() => Sequences.concatenated([], "x", [1, Symbol("q")]), { message: "Sequences.concatenated: second[1] must be a string, not the symbol Symbol(q)" });
  });

  await t.test("elements are converted like values of their type", () => {
    t.equal(Sequences.longs([1.9, "2", null, true, { valueOf: () => 5 }, 2 ** 32 + 1]), [1, 2, 0, 1, 5, 1]);
    t.equal(Sequences.doubles(["1.5", null, { valueOf: () => 2 }]), [1.5, 0, 2]);
    t.equal(Sequences.clamped([-1, 300, 1.5, 2.5, NaN]), [0, 255, 2, 2, 0]);
    t.equal(Sequences.octets([256, -1]), [0, 255]);
    t.equal(Sequences.floats([0.1]), [Math.fround(0.1)]);
    t.equal(Sequences.booleans([0, 1, "", "x", null]), [false, true, false, true, false]);
    t.equal(Sequences.texts([1, null, undefined, [2]]), ["1", "null", "undefined", "2"]);
    t.equal(Sequences.longs(Object.assign([], { 1: 1 })), [0, 1]);
    t.equal(Sequences.doubles([1e308, 1e308, -1e308]), [1e308, 1e308, -1e308]);
  });

  await t.test("getters, iterators and valueOf run once and in order, and their errors come through", () => {
    const order = [];
    const array = [1, 2, 3];
    Object.defineProperty(array, 1, { get: () => (order.push("get"), { valueOf: () => (order.push("valueOf"), 7) }) });
    t.equal(Sequences.longs(array), [1, 7, 3]);
    t.equal(order, ["get", "valueOf"]);
    order.length = 0;
    const iterable = {
      get [Symbol.iterator]() {
        order.push("method");
        return function* () {
          for (const value of [1, 2]) {
            order.push(`yield ${value}`);
            yield { valueOf: () => (order.push(`convert ${value}`), value) };
          }
          order.push("done");
        };
      },
    };
    for (const name of ["doubles", "longs"]) {
      order.length = 0;
      t.equal(Sequences[name](iterable), [1, 2]);
      t.equal(order, ["method", "yield 1", "convert 1", "yield 2", "convert 2", "done"]);
    }
    const error = new Error("mine");
    const raise = () => { throw error; };
    for (const name of ["doubles", "longs", "texts", "points"]) {
      t.equal(t.throws(() => Sequences[name](Object.defineProperty([{ x: 1, valueOf: () => 1 }, 2], 1, { get: raise }))), error, name);
      t.equal(t.throws(() => Sequences[name]((function* () { yield { x: 1, valueOf: () => 1 }; raise(); })())), error, name);
      t.equal(t.throws(() => Sequences[name]({ get [Symbol.iterator]() { return raise(); } })), error, name);
    }
    t.equal(t.throws(() => Sequences.texts(["a".repeat(100), { toString: raise }])), error);
    t.equal(Sequences.total([1, 2, 3]), 6);
  });

  await t.test("an iterator that never ends is left at the first element that is wrong", () => {
    const endless = function* () { for (;;) yield* [1, NaN]; };
    t.throws(() => Sequences.doubles(endless()), { message: "Sequences.doubles: values[1] must be a finite number, not the number NaN" });
  });

  await t.test("an array that changes meanwhile is read as its iterator would", () => {
    const changing = (change, length = 4) => {
      const array = many(length, (index) => index);
      array[1] = { valueOf: () => (change(array), 1), toString: () => (change(array), "1") };
      return array;
    };
    for (const name of ["doubles", "longs", "octets", "longLongs"]) {
      t.equal(Sequences[name](changing((array) => (array.length = 2))), [0, 1], `${name} shrinks`);
      t.equal(Sequences[name](changing((array) => (array.length = 0))), [0, 1], `${name} empties`);
      t.equal(Sequences[name](changing((array) => array.push(4, 5))), [0, 1, 2, 3, 4, 5], `${name} grows`);
      t.equal(Sequences[name](changing((array) => (array[3] = 9))), [0, 1, 2, 9], `${name} changes`);
      const grown = Sequences[name](changing((array) => { for (let index = 4; index < 20_000; index += 1) array.push(7); }, 4));
      t.equal(grown.length, 20_000, `${name} grows far`);
    }
    const texts = ["a", { toString: () => (texts.push(...many(3_000, (index) => `t${index}`)), "b") }];
    t.equal(Sequences.texts(texts), ["a", "b", ...many(3_000, (index) => `t${index}`)]);
  });

  await t.test("few elements are read and converted in the order of an iterator, each once", () => {
    // At each place of an array of five: an object, a getter for a number or for an object, a getter that changes what comes after.
    const kinds = [
      (log, place) => ({ value: { valueOf: () => (log(`convert ${place}`), place) } }),
      (log, place) => ({ get: () => (log(`get ${place}`), place) }),
      (log, place) => ({ get: () => (log(`get ${place}`), { valueOf: () => (log(`convert ${place}`), place) }) }),
      (log, place, array) => ({ get: () => (log(`get ${place}`), array.push(9), place) }),
      (log, place, array) => ({ get: () => (log(`get ${place}`), t.grow(), array[4] = 8, place) }),
    ];
    const read = (use, ...chosen) => {
      const events = [], array = [0, 1, 2, 3, 4];
      const log = (event) => events.push(event);
      for (const [place, kind] of chosen) {
        Object.defineProperty(array, place, { configurable: true, ...kinds[kind](log, place, array) });
      }
      return [use(array), events];
    };
    const places = [0, 1, 2, 3];
    for (const name of ["longs", "octets", "anyDoubles"]) {
      for (const place of places) {
        for (const next of places.slice(place)) {
          for (const kind of kinds.keys()) {
            for (const other of kinds.keys()) {
              const chosen = [[place, kind], [next, other]];
              t.equal(read(Sequences[name], ...chosen), read((array) => Array.from(array, Number), ...chosen), `${name} ${chosen.join(" ")}`);
            }
          }
        }
      }
    }
  });

  await t.test("memory may grow, and the module may be called, while elements are converted", () => {
    for (const name of ["doubles", "longs", "octets", "longLongs", "floats"]) {
      const grow = { valueOf: () => (t.grow(), Sequences[name]([1, 2, 3])[1]) };
      t.equal(Sequences[name]([5, grow, 6, grow, 7]), [5, 2, 6, 2, 7], name);
      t.equal(Sequences[name](new Set([5, grow, 6])), [5, 2, 6], `${name} of a set`);
      const array = [1, 2, 3, 4];
      Object.defineProperty(array, 1, { get: () => (t.grow(), 20) });
      t.equal(Sequences[name](array), [1, 20, 3, 4], `${name} by a getter`);
    }
    const text = { toString: () => (t.grow(), Sequences.texts(["inner", "x".repeat(70_000)])[0]) };
    t.equal(Sequences.texts(["a", text, "b".repeat(40_000), text, "c"]), ["a", "inner", "b".repeat(40_000), "inner", "c"]);
    const point = { get x() { t.grow(); return Sequences.points([{ x: 3 }])[0].x; } };
    t.equal(Sequences.points([{ x: 1 }, point]), [{ x: 1, y: 0 }, { x: 3, y: 0 }]);
    t.equal(Sequences.concatenated(["a", text], text, [text, "z"]), "ainnerinnerinnerz");
  });

  await t.test("an array beyond the region beside others", () => {
    const big = many(20_000, (index) => `text ${index}`);
    t.equal(Sequences.concatenated(big, "|", big).length, big.join("").length * 2 + 1);
    t.equal(Sequences.nested(many(300, () => many(300, (index) => index)))[299][299], 299);
  });

  await t.test("FrozenArray is frozen on the way out and any iterable on the way in", () => {
    const frozen = Sequences.frozen(new Set(["a", "b"]));
    t.equal([...frozen], ["a", "b"]);
    t.ok(Array.isArray(frozen) && Object.isFrozen(frozen));
    t.ok(!Object.isFrozen(Sequences.texts(["a"])));
  });

  await t.test("each result is an array of its own", () => {
    t.notEqual(Sequences.upTo(3) === Sequences.upTo(3), true);
    t.equal(Sequences.upTo(100_000).length, 100_000);
    const array = Sequences.upTo(3);
    array.push("x");
    t.equal(array, [0, 1, 2, "x"]);
  });

  await t.test("callbacks take and give them", () => {
    const seen = [];
    Sequences.each((texts, values) => seen.push([texts, values]));
    t.equal(seen, [[[], []], [["a", "世", "x".repeat(100)], [1, -2, 3]]]);
    t.equal(Sequences.fromCallback((count) => many(count, (index) => index + 1)), 6);
    t.equal(Sequences.fromCallback(() => many(20_000, () => 1)), 20_000);
    t.equal(Sequences.fromCallback(() => new Set([1, 2])), 3);
  });

  await t.noLeaks("arrays of everything", () => {
    Sequences.doubles([1, 2, 3]);
    Sequences.texts(["a", "b".repeat(70)]);
    Sequences.named([{ name: "n", values: [1] }]);
    Sequences.deep([[["a"]], []]);
    Sequences.maybeNested([[1], null]);
    Sequences.longs(new Set([1, 2]));
    Sequences.points([]);
    Sequences.fromCallback((count) => [count]);
  }, { times: 3_000 });
  const large = many(20_000, (index) => index);
  const texts = many(3_000, (index) => `some text that is not short ${index}`);
  await t.noLeaks("arrays beyond the region", () => {
    Sequences.doubles(large);
    Sequences.longs(new Set(large));
    Sequences.texts(texts);
    Sequences.texts(new Set(texts));
    Sequences.named(new Set([{ name: texts.join(), values: large }]));
    Sequences.fromCallback(() => large);
  }, { times: 30 });
  await t.noLeaks("arrays beyond the region that cannot be converted", () => {
    const wrong = (call) => t.throws(call, { type: TypeError });
    wrong(() => Sequences.doubles([...large, NaN]));
    wrong(() => Sequences.longs(new Set([...large, Symbol()])));
    wrong(() => Sequences.texts([...texts, Symbol()]));
    wrong(() => Sequences.texts(new Set([...texts, Symbol()])));
    wrong(() => Sequences.concatenated(texts, "x", [Symbol()]));
    wrong(() => Sequences.named([{ name: texts.join(), values: large }, { name: "x", values: 1 }]));
    wrong(() => Sequences.nested([large, large, [Symbol()]]));
    wrong(() => Sequences.nested(new Set([large, large, 1])));
  }, { times: 30 });
  await t.noLeaks("short arrays that cannot be converted", () => {
    t.throws(() => Sequences.named([{ name: "a", values: [1] }, { name: Symbol() }]), { type: TypeError });
    t.throws(() => Sequences.texts((function* () { yield "a"; throw new TypeError(); })()), { type: TypeError });
  });
  await t.noLeaks("conversions that empty an array beyond the region", () => {
    const array = [...large];
    array[0] = { valueOf: () => ((array.length = 0), 1) };
    Sequences.octets(array);
    Sequences.longLongs(Object.defineProperty([...large], 0, { get() { this.length = 0; return 1; } }));
  }, { times: 30 });
  await t.test("dictionaries of numbers of every width", () => {
    const sample = (index) => ({ kind: index & 255, value: index + 0.25, offset: index - 300, count: 4294967295 - index, rest: 255 - (index & 255) });
    for (const count of [0, 1, 7, 600, 9000]) {
      const samples = many(count, sample);
      t.equal(Sequences.samples(samples), samples, count);
      t.equal(Sequences.maybeSamples(samples), samples, `nullable, ${count}`);
      t.equal(Sequences.sampleLists([samples, [], samples]), [samples, [], samples], `nested, ${count}`);
      const wrapped = samples.map((value, index) => ({ sample: value, after: index & 255 }));
      t.equal(Sequences.wrapped(wrapped), wrapped, `wrapped, ${count}`);
    }
    t.equal(Sequences.maybeSamples(null), null);
    t.equal(Sequences.weight([{ kind: 1, value: 2, offset: 3, count: 4, rest: 5 }, { kind: 10, value: 20, offset: 30, count: 40, rest: 50 }]), 165);
  });

  await t.test("dictionaries of numbers iterate like any others", () => {
    const spots = many(50, (index) => ({ x: index + 0.5, y: -index }));
    for (const [way, values] of Object.entries(iterables(spots))) t.equal(Sequences.spots(values), spots, way);
    t.equal(Sequences.spots([Object.assign(() => {}, { x: "1", y: { valueOf: () => 2 } })]), [{ x: 1, y: 2 }]);
    t.equal(Sequences.spots(many(4, () => ({ x: 1.5e308, y: 1.5e308 }))).length, 4);
    const growing = [{ x: 1, y: 2 }, { get x() { t.grow(); return 3; }, y: 4 }, { x: 5, y: 6 }];
    t.equal(Sequences.spots(growing), [{ x: 1, y: 2 }, { x: 3, y: 4 }, { x: 5, y: 6 }]);
    const longer = [{ get x() { if (longer.length < 2) longer.push({ x: 3, y: 4 }); return 1; }, y: 2 }];
    t.equal(Sequences.spots(longer), [{ x: 1, y: 2 }, { x: 3, y: 4 }]);
    const refused = (values, message) => t.throws(() => Sequences.spots(values), { name: "TypeError", message: `Sequences.spots: ${message}` });
    refused([{ x: 1, y: 2 }, null], "values[1].x is required");
    refused([5], "values[0] must be an object, not the number 5");
    refused([{ x: 1, y: NaN }], "values[0].y must be a finite number, not the number NaN");
    refused([{ x: 1n, y: 2 }], "values[0].x must be a number, not the bigint 1");
  });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
