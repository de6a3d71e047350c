/** Values without a type of their own: conversions by Web IDL 3.2.1, 3.2.7, 3.2.13, 3.2.14, every position, the dynamic side, leaks. */
const large = 2n ** 64n;
const values = () => [
  undefined, null, true, false, 0, -0, 1.5, NaN, Infinity, "", "a text", "\ud800 alone", Symbol.iterator, Symbol("s"),
  0n, 5n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n, -(2n ** 63n) - 1n, large, -large, 2n ** 47n, -(2n ** 48n), 2n ** 48n - 1n,
  {}, [], () => 1, class {}, new Date(0), Object.create(null), new Proxy({}, {}), new Uint8Array(3),
];

export default async function (t) {
  const { Values, Store } = t.module;
  const type = (call, message) => t.throws(call, { name: "TypeError", message });

  await t.test("every value comes back as itself", () => {
    for (const value of values()) t.ok(Object.is(Values.echo(value), value), `echo ${typeof value} ${String(value?.toString?.call(value))}`);
    for (const value of values()) t.ok(Object.is(Values.throughHost(value), value), "through an import");
    const list = values();
    const back = Values.list(list);
    t.ok(list.length === back.length && list.every((value, index) => Object.is(value, back[index])), "in a sequence");
    const properties = Values.properties({ a: list[30], b: list[5], c: 3n });
    t.ok(properties.a === list[30] && Object.is(properties.b, -0) && properties.c === 3n, "in a record");
  });
  await t.test("Swift sees what each value is", () => {
    t.equal(
      [undefined, null, true, -7, "tëxt", Symbol("s"), 5n, -(2n ** 63n), large, {}, [1, 2], () => 1].map((value) => Values.describe(value)),
      ["undefined", "null", "boolean true", "number -7", "string tëxt", "symbol s", "bigint 5", "bigint -9223372036854775808",
        "bigint 18446744073709551616", "object", "array 2", "function"],
    );
  });
  await t.test("arguments that are left out, and defaults", () => {
    t.equal([Values.given(), Values.given(undefined), Values.given(null)], ["none", "none", "null"]);
    t.equal([Values.second(1, 2), Values.second(1, 2, undefined), Values.second(1, 2, 3)], [2, 2, 3]);
    t.equal([Values.orNull(), Values.orNull(1), Values.orFive(), Values.orText(), Values.orText(null)], [null, 1, 5, "text", null]);
    t.equal(Values.twoThroughHost("x"), [1, 1]);
    type(() => Values.echo(), "Values.echo takes at least 1 argument, got 0");
  });
  await t.test("members of dictionaries", () => {
    const target = {};
    const mark = Symbol("m");
    const bag = Values.bag({ value: target, other: undefined, target, mark, amount: large, fallback: "f" });
    t.ok(bag.value === target && bag.target === target && bag.mark === mark, "the same values");
    t.equal([bag.amount, bag.fallback, "other" in bag], [large, "f", false]);
    t.equal(Values.bag({ value: null }), { value: null, amount: 7n, fallback: null });
    t.equal(Values.small({ amount: 3n }), { amount: 3n });
    t.equal(Values.smalls([{ amount: large, target }, { amount: -1n }]), [{ amount: large, target }, { amount: -1n }]);
    t.ok(Values.smalls([{ amount: 1n, target }])[0].target === target, "the same object in a sequence");
    t.equal(Values.bags([{ value: 1, amount: -large }]), [{ value: 1, amount: -large, fallback: null }]);
    t.equal(Values.bagThroughHost({ value: 1, amount: large }), { value: 1, other: "from the host", amount: large, fallback: null });
    type(() => Values.bag({}), "Values.bag: bag.value is required");
    type(() => Values.bag({ value: 1, target: 1 }), "Values.bag: bag.target must be an object, not the number 1");
    type(() => Values.bag({ value: 1, mark: "m" }), 'Values.bag: bag.mark must be a symbol, not the string "m"');
    type(() => Values.small({}), "Values.small: small.amount is required");
  });
  await t.test("objects", () => {
    for (const value of [{}, [], () => 1, new Map()]) t.ok(Values.object(value) === value, "the same object");
    for (const value of [undefined, null, 1, "text", true, 1n, Symbol("s")]) type(() => Values.object(value), /^Values\.object: value must be an object, not /);
    t.equal([Values.objectOrNull(null), Values.objectOrNull(undefined)], [null, null]);
    const list = [{}, []];
    t.ok(Values.objects(list).every((value, index) => value === list[index]), "in a sequence");
    type(() => Values.objects([{}, 1]), "Values.objects: values[1] must be an object, not the number 1");
    t.equal(Values.wrapped(list).value === list, true);
    type(() => Values.mapObject({}, () => 1), "MapObject: the result must be an object, not the number 1");
  });
  await t.test("symbols", () => {
    const mark = Symbol("a märk");
    t.ok(Values.symbol(mark) === mark && Values.symbolOrNull(mark) === mark && Values.symbolOrNull(null) === null, "the same symbol");
    type(() => Values.symbol("text"), 'Values.symbol: value must be a symbol, not the string "text"');
    t.equal([Values.descriptionOf(mark), Values.descriptionOf(Symbol()), Values.marked(mark)], ["a märk", "", Symbol.for("marked a märk")]);
    const made = Values.newSymbol("new");
    t.equal([typeof made, made.description, Symbol.keyFor(made)], ["symbol", "new", undefined]);
  });
  await t.test("bigints of any size", () => {
    for (const value of [0n, 1n, -1n, 2n ** 63n - 1n, 2n ** 63n, -(2n ** 63n), -(2n ** 63n) - 1n, large, 3n ** 500n, -(3n ** 500n)]) {
      t.equal([Values.bigint(value), Values.bigintOrNull(value), Values.bigints([value, 1n])], [value, value, [value, 1n]]);
      t.equal([Values.amounts({ a: value }), Values.squared(value), Values.maybeThroughHost(value)], [{ a: value }, value * value, value + 1n]);
    }
    t.equal([Values.bigintOrNull(null), Values.bigintOrNull(undefined), Values.maybeThroughHost(null)], [null, null, null]);
    t.equal([Values.half(), Values.half(8n), Values.half(large)], [4503599627370496n, 4n, large]);
  });
  await t.test("conversions to a bigint", () => {
    t.equal([Values.bigint(true), Values.bigint(false), Values.bigint("12"), Values.bigint(" -0 "), Values.bigint("")], [1n, 0n, 12n, 0n, 0n]);
    t.equal([Values.bigint({ valueOf: () => large }), Values.bigint([`${large}`])], [large, large]);
    for (const value of [1, null, undefined, Symbol("s")]) type(() => Values.bigint(value), /^Values\.bigint: value must be a bigint, not /);
    t.throws(() => Values.bigint({ valueOf: () => 1 }), { name: "TypeError" });
    t.throws(() => Values.bigint("1.5"), { name: "SyntaxError" });
  });
  await t.test("what Swift reads of a bigint, and makes", () => {
    t.equal([Values.digits(5n), Values.digits(-5n), Values.digits(2n ** 63n), Values.digits(large)], ["5 5 5", "-5 -5 -", "9223372036854775808 - 9223372036854775808", "18446744073709551616 - -"]);
    t.equal([Values.words(0n), Values.words(-1n), Values.words(-(2n ** 63n)), Values.words(-large - 2n)], ["", "-1", "-9223372036854775808", "-2,1"]);
    t.equal([Values.fromWords([], false), Values.fromWords(["5", "0"], true), Values.fromWords(["9223372036854775808"], true)], [0n, -5n, -(2n ** 63n)]);
    t.equal([Values.fromWords(["9223372036854775808"], false), Values.fromWords(["2", "1", "0"], true)], [2n ** 63n, -large - 2n]);
    t.equal([[1n, 1n], [large, large], [large, 0n], [large, large + 1n], [0n, large]].map(([a, b]) => Values.bigintsEqual(a, b)), [true, true, false, false, false]);
  });
  await t.test("strings are compared and passed on as they are", () => {
    t.equal([Values.text("Zoë 🌍"), Values.text("\ud800"), Values.text(1)], ["Zoë 🌍", "\ufffd", "no text"]);
    t.equal([Values.isText("a", "a"), Values.isText("a", "b"), Values.isText("\ud800", "\ufffd"), Values.isText(1, "1")], [true, false, false, false]);
    t.equal([Values.textOf("Zoë"), Values.textOf("")], ["Zoë", ""]);
  });
  await t.test("one value is the same as another", () => {
    const object = {};
    const pairs = [[object, object], [object, {}], ["a", "a"], [1, 1], [1, "1"], [NaN, NaN], [null, undefined], [5n, 5n], [large, large], [Symbol.iterator, Symbol.iterator]];
    t.equal(pairs.map(([a, b]) => Values.same(a, b)), [true, false, true, true, false, false, false, true, true, true]);
  });
  await t.test("attributes of an object and of an import", () => {
    const target = {};
    const store = new Store(target);
    t.ok(store.value === target && store.holds(target) && !store.holds({}), "the same object");
    t.ok(typeof store.target === "object" && store.target === store.target, "an object of Swift's making");
    t.equal([store.mark.description, store.mark === store.mark, store.amount], ["of the store", true, 1n]);
    store.value = undefined;
    store.target = target;
    store.amount = large;
    t.equal([store.value, store.amount, store.target === target], [undefined, large, true]);
    type(() => { store.target = 1; }, "Store.target must be an object, not the number 1");
    store.dispose();
    const exchanged = Values.exchange(target);
    t.ok(exchanged[0] === target && exchanged[1] === large && exchanged[2] === globalThis && exchanged[3] === 5n, "attributes of an import");
  });
  await t.test("callbacks both ways", () => {
    const value = {};
    t.equal(Values.map(1, (given) => [given, value])[1] === value, true);
    t.ok(Values.mapObject(value, (given) => given) === value, "the same object");
    t.equal([Values.grow(3n, (given) => given * large), Values.grow(large, (given) => -given)], [3n * large, -large]);
    type(() => Values.grow(3n, () => 3), "Grow: the result must be a bigint, not the number 3");
    const constant = Values.constant(value);
    t.ok(constant(1) === value, "a constant");
    constant.dispose();
    const doubling = Values.doubling();
    t.equal([doubling(4n), doubling(large)], [8n, large]);
    doubling.dispose();
    const mark = Symbol("m");
    t.equal(Values.handled(1, mark, (...all) => all), [1, mark]);
    t.throws(() => Values.map(1, () => { throw new RangeError("mine"); }), { name: "RangeError", message: "mine" });
  });
  await t.test("properties, calls and construction without IDL", () => {
    const mark = Symbol("m");
    const target = { name: "n", [mark]: 2, 3: "three", add: (a, b) => a + b, me() { return this; }, get bad() { throw new RangeError("bad"); } };
    t.equal([Values.get(target, "name"), Values.get(target, "none"), Values.getKey(target, mark), Values.getKey(target, 3)], ["n", undefined, 2, "three"]);
    Values.set(target, "näme", mark);
    Values.setKey(target, mark, large);
    t.equal([target.näme, target[mark]], [mark, large]);
    t.equal([Values.call(target, "add", [1, 2]), Values.call(target, "me", []) === target], [3, true]);
    t.equal(Values.apply(function (...all) { return [this, ...all]; }, target, [1, "x"]), [target, 1, "x"]);
    t.equal(Values.construct(Date, [5]).getTime(), 5);
    t.ok(Values.global("Object") === Object, "a global");
    t.throws(() => Values.get(target, "bad"), { name: "RangeError", message: "bad" });
    t.throws(() => Values.call(target, "none", []), { name: "TypeError" });
    t.throws(() => Values.set(Object.freeze({}), "a", 1), { name: "TypeError" });
    t.throws(() => Values.apply({}, null, []), { name: "TypeError", message: "no function" });
    t.throws(() => Values.construct(() => 1, []), { name: "TypeError" });
    t.equal(Values.made(), { name: "made", numbers: [1, 2.5, true, null, undefined] });
    t.equal([Values.kind([1]), Values.kind(() => 1), Values.kind({})], ["array 1", "function", "object"]);
  });
  await t.test("what is thrown", () => {
    for (const value of ["text", 5, large, null, undefined]) {
      let thrown = "nothing";
      try {
        Values.rethrow(value);
      } catch (error) {
        thrown = error;
      }
      t.ok(Object.is(thrown, value), `the same ${typeof value}`);
      t.ok(Object.is(Values.failing(value), value), `caught by Swift: ${typeof value}`);
      t.ok(Object.is(Values.caughtValue(() => { throw value; }), value), `thrown by a function: ${typeof value}`);
    }
    const error = new RangeError("mine");
    t.ok(Values.failing(error) === error, "the same error");
    t.equal([Values.caught(() => { throw error; }), Values.caught(() => 5)], ["caught mine", "number 5"]);
  });
  await t.test("arrays and typed arrays that Swift holds", () => {
    const array = [1, "x", 2.5];
    t.equal([Values.sumOf(array), array], [3.5, [1, "x", 2.5, 3.5]]);
    t.throws(() => Values.sumOf({ length: 1 }), { name: "TypeError", message: "no array" });
    t.equal(Values.arrayOf([1, [2]]), [1, [2]]);
    t.equal([new Float32Array([1, 2.5]), new Uint8Array(7), new BigUint64Array([2n ** 64n - 1n]), [1], new Float64Array(2)].map((value) => Values.floats(value)),
      ["floats 2,5", "bytes 7", "words 18446744073709551615", "other", "other"]);
    t.equal(Values.bytes([1, 2, 255]), new Uint8Array([1, 2, 255]));
    t.equal(Values.floats(new Float32Array(new ArrayBuffer(16), 4, 0)), "floats ");
  });
  await t.test("a call from a call from a call", () => {
    t.equal(Values.apply((value) => Values.apply((inner) => Values.describe(inner), null, [value]), null, [{}]), "object");
    t.equal(Values.map(1, (value) => Values.list([value, { growing: t.grow() }])[0]), 1);
  });
  await t.test("values when the memory grows", () => {
    t.equal(Values.list({ *[Symbol.iterator]() { yield 1n; t.grow(); yield large; yield "x"; } }), [1n, large, "x"]);
    t.equal(Values.apply((...all) => (t.grow(), all), null, [1, 2n, "x"]), [1, 2n, "x"]);
    t.equal(Values.call({ add: (a, b) => (t.grow(), a + b) }, "add", ["a text", " and another"]), "a text and another");
  });

  const all = values();
  await t.noLeaks("values of every kind", () => {
    for (const value of all) {
      Values.echo(value);
      Values.throughHost(value);
    }
    Values.list(all);
    Values.properties({ a: {}, b: large });
  }, { times: 500 });
  await t.noLeaks("objects, symbols, bigints", () => {
    Values.objects([{}, []]);
    Values.bags([{ value: {}, target: {}, mark: Symbol("m"), amount: large }]);
    Values.small({ amount: large, target: {} });
    Values.bagThroughHost({ value: {}, amount: large });
    Values.maybeThroughHost(large);
    Values.amounts({ a: large, b: 1n });
    Values.map({}, (value) => value);
    Values.grow(large, (value) => value);
  }, { times: 500 });
  await t.noLeaks("the dynamic side", () => {
    Values.made();
    Values.call({ add: (a, b) => ({ a, b }) }, "add", [{}, large]);
    Values.apply((...given) => given, {}, [{}, "x"]);
    Values.text("a text that is longer than a few characters");
    Values.digits(large);
    Values.words(large);
    Values.floats(new Float32Array([1]));
    Values.failing("text");
  }, { times: 500 });
  await t.noLeaks("what is refused", () => {
    for (const call of [
      () => Values.objects([{}, 1]),
      () => Values.bags([{ value: {}, amount: large, mark: 1 }]),
      () => Values.bag({ value: {}, target: {}, mark: 1 }),
      () => Values.smalls([{ amount: large, target: {} }, { amount: 1 }]),
      () => Values.list({ *[Symbol.iterator]() { yield {}; throw new Error("mine"); } }),
      () => Values.map({}, () => { throw new Error("mine"); }),
      () => Values.mapObject({}, () => 1),
      () => Values.grow(large, () => 1),
      () => Values.get({ get bad() { throw new RangeError("bad"); } }, "bad"),
      () => Values.rethrow({}),
    ]) {
      try {
        call();
      } catch {
        // What was taken before is given back.
      }
    }
  }, { times: 500 });
}
