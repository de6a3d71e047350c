const large = {
  title: "title", subtitle: "untitled", a: 1, b: 2, c: 3, d: 4, small: -1, wide: 4294967295, big: -5n, isOn: false, tags: [], unit: "px",
};
const full = {
  title: "世界".repeat(50), subtitle: "", a: -0, b: 0.5, c: 1e300, d: 5e-324, small: 127, wide: 0, big: 2n ** 63n - 1n, isOn: true,
  rect: { x: 1, y: 2, width: 3, height: 4 }, tags: ["", "a", "ä".repeat(70)], rects: [{ x: 0, y: 0, width: 10, height: 20.5 }], unit: "em",
};
const keywords = {
  class: 1, default: 2, func: 3, self: 4, init: 5, snake_case: 6, "kebab-case": 7, length: 10, arguments: 11,
  Type: 12, value: 14, address: 15, where: 16, index: 17, place: 18,
};

/** A dictionary that notes the order in which its members are read. */
const noting = (order, members, path = "") =>
  new Proxy(members, {
    get(target, name) {
      order.push(path + String(name));
      return target[name];
    },
    has: () => { throw new Error("has is not asked"); },
    ownKeys: () => { throw new Error("keys are not listed"); },
  });

export default async function (t) {
  const { Dictionaries } = t.module;

  await t.test("members come back, and defaults fill in what is missing", () => {
    t.equal(Dictionaries.rect({ x: 1, y: 2, width: 3, height: 4 }), { x: 1, y: 2, width: 3, height: 4 });
    t.equal(Dictionaries.rect({ x: 1, y: 2 }), { x: 1, y: 2, width: 10, height: 20.5 });
    t.equal(Dictionaries.rect({ x: 1, y: 2, width: undefined }), { x: 1, y: 2, width: 10, height: 20.5 });
    t.equal(Dictionaries.rect({ x: 1, y: 2, width: null, height: "5" }), { x: 1, y: 2, width: 0, height: 5 });
    t.equal(Dictionaries.mixed({ name: "n" }), { name: "n", flag: true, unit: "em", small: 7 });
    t.equal(Dictionaries.mixed({ name: 5, flag: 0, unit: "px", small: 256 }), { name: "5", flag: false, unit: "px", small: 0 });
    t.equal(Dictionaries.large({ title: "title" }), large);
    t.equal(Dictionaries.large(full), full);
  });

  await t.test("results are plain objects of their own with the members in IDL order", () => {
    const rect = Dictionaries.rect({ height: 4, width: 3, y: 2, x: 1 });
    t.equal(Object.keys(rect), ["x", "y", "width", "height"]);
    t.equal(Object.getPrototypeOf(rect), Object.prototype);
    t.ok(Dictionaries.rect(rect) !== rect);
    rect.x = 9;
    t.equal(rect.x, 9);
  });

  await t.test("null and undefined are the dictionary without members, also where Object.prototype has a member of that name", () => {
    const expected = { x: 1, y: 2, width: 3, height: 4 };
    for (const call of [() => Dictionaries.defaulted(), () => Dictionaries.defaulted(undefined), () => Dictionaries.defaulted(null), () => Dictionaries.defaulted({})]) {
      t.equal(call(), expected);
    }
    t.equal(Dictionaries.empty(), {});
    t.equal(Dictionaries.empty({ a: 1 }), {});
    t.equal(Dictionaries.keywords(null), keywords);
    t.equal(Dictionaries.keywords(), keywords);
    t.equal(Dictionaries.keywords(Object.create(null)), keywords);
    t.equal({ ...Dictionaries.inherited(null) }, { valueOf: 8, hasOwnProperty: 9 });
    t.equal({ ...Dictionaries.inherited() }, { valueOf: 8, hasOwnProperty: 9 });
    t.equal({ ...Dictionaries.inherited({ valueOf: 5, hasOwnProperty: 6 }) }, { valueOf: 5, hasOwnProperty: 6 });
    t.equal({ ...Dictionaries.inherited({}) }, { valueOf: 0, hasOwnProperty: 0 }, "functions of Object.prototype are converted");
    t.throws(() => Dictionaries.rect(null), { name: "TypeError", message: "Dictionaries.rect: value.x is required" });
  });

  await t.test("functions, arrays and class instances are dictionaries, inherited members included", () => {
    t.equal(Dictionaries.rect(Object.assign(() => {}, { x: 1, y: 2 })), { x: 1, y: 2, width: 10, height: 20.5 });
    t.equal(Dictionaries.rect(Object.assign([], { x: 1, y: 2 })), { x: 1, y: 2, width: 10, height: 20.5 });
    class Point { get x() { return 5; } get y() { return 6; } }
    t.equal(Dictionaries.rect(new Point()), { x: 5, y: 6, width: 10, height: 20.5 });
    t.equal(Dictionaries.rect(Object.create({ x: 1, y: 2, width: 3 })), { x: 1, y: 2, width: 3, height: 20.5 });
  });

  await t.test("what is no object is a TypeError that names the argument", () => {
    for (const [value, kind] of [[1, "the number 1"], ["s", 'the string "s"'], [true, "the boolean true"], [1n, "the bigint 1"], [Symbol("s"), "the symbol Symbol(s)"]]) {
      t.throws(() => Dictionaries.rect(value), { name: "TypeError", message: `Dictionaries.rect: value must be an object, not ${kind}` });
      t.throws(() => Dictionaries.large(value), { name: "TypeError", message: `Dictionaries.large: value must be an object, not ${kind}` });
      t.throws(() => Dictionaries.outer({ inner: value }), { name: "TypeError", message: `Dictionaries.outer: value.inner must be an object, not ${kind}` });
      t.throws(() => Dictionaries.optionals({ rect: value }), { message: `Dictionaries.optionals: value.rect must be an object, not ${kind}` });
    }
    t.throws(() => Dictionaries.rect(), { name: "TypeError", message: "Dictionaries.rect takes at least 1 argument, got 0" });
  });

  await t.test("a member that cannot be converted is named by its path", () => {
    t.throws(() => Dictionaries.rect({ x: 1, y: NaN }), { name: "TypeError", message: "Dictionaries.rect: value.y must be a finite number, not the number NaN" });
    t.throws(() => Dictionaries.mixed({}), { name: "TypeError", message: "Dictionaries.mixed: value.name is required" });
    t.throws(() => Dictionaries.mixed({ name: Symbol("s") }), { message: "Dictionaries.mixed: value.name must be a string, not the symbol Symbol(s)" });
    t.throws(() => Dictionaries.mixed({ name: "", unit: "pt" }), { message: 'Dictionaries.mixed: value.unit must be one of "px", "em", not the string "pt"' });
    t.throws(() => Dictionaries.large({}), { message: "Dictionaries.large: value.title is required" });
    t.throws(() => Dictionaries.large({ title: "", big: 1 }), { message: "Dictionaries.large: value.big must be a bigint, not the number 1" });
    t.throws(() => Dictionaries.large({ title: "", rects: [{ x: 1, y: 1 }, { x: "q" , y: 1 }] }), { message: 'Dictionaries.large: value.rects[1].x must be a finite number, not the string "q"' });
    t.throws(() => Dictionaries.large({ title: "", tags: 5 }), { message: "Dictionaries.large: value.tags must be an iterable object, not the number 5" });
    t.throws(() => Dictionaries.outer({}), { message: "Dictionaries.outer: value.inner is required" });
    t.throws(() => Dictionaries.outer({ inner: {} }), { message: "Dictionaries.outer: value.inner.text is required" });
    t.throws(() => Dictionaries.outer({ inner: { text: "", bytes: [Symbol()] } }), { message: "Dictionaries.outer: value.inner.bytes[0] must be a number, not the symbol Symbol()" });
    t.throws(() => Dictionaries.nullables({ number: 1 }), { message: "Dictionaries.nullables: value.flag is required" });
    t.throws(() => Dictionaries.derived({ zebra: "", apple: 1n }), { message: "Dictionaries.derived: value.apple must be a number, not the bigint 1" });
  });

  await t.test("members that are absent are left out on the way back", () => {
    t.equal(Dictionaries.optionals(), {});
    t.equal(Dictionaries.optionals({ text: undefined, list: undefined }), {});
    const values = { flag: false, number: 0, real: -0, text: "", unit: "px", rect: { x: 0, y: 0, width: 0, height: 0 }, list: [], big: 0n, wide: 0 };
    t.equal(Dictionaries.optionals(values), values);
    for (const [name, value] of Object.entries(values)) t.equal(Dictionaries.optionals({ [name]: value }), { [name]: value }, name);
    t.equal(Dictionaries.optionals({ number: null, flag: null, real: null, text: null, rect: { x: 1, y: 1 } }), {
      number: 0, flag: false, real: 0, text: "null", rect: { x: 1, y: 1, width: 10, height: 20.5 },
    });
    t.throws(() => Dictionaries.optionals({ list: null }), { message: "Dictionaries.optionals: value.list must be an iterable object, not null" });
  });

  await t.test("a nullable member that is null is nil, as one that is not there, and is left out", () => {
    const values = { flag: false, number: 0, real: 0, text: "", unit: "px", rect: { x: 0, y: 0, width: 0, height: 0 }, list: [] };
    const nulls = Object.fromEntries(Object.keys(values).map((name) => [name, null]));
    t.equal(Dictionaries.states(), {});
    t.equal(Dictionaries.states(values), values);
    t.equal(Dictionaries.states(nulls), {});
    t.equal(Dictionaries.statesOf(), "-------");
    t.equal(Dictionaries.statesOf(nulls), "-------");
    t.equal(Dictionaries.statesOf(values), "1111111");
    for (const name of Object.keys(values)) {
      t.equal(Dictionaries.states({ [name]: null }), {}, name);
      t.equal(Dictionaries.states({ [name]: values[name] }), { [name]: values[name] }, name);
    }
  });

  await t.test("required members may be null where their type says so, but not missing", () => {
    t.equal(Dictionaries.nullables({ flag: null, number: null }), { flag: null, number: null, text: null, rect: null });
    const values = { flag: true, number: 5, text: "t", rect: { x: 1, y: 2, width: 3, height: 4 } };
    t.equal(Dictionaries.nullables(values), values);
    t.throws(() => Dictionaries.nullables({ flag: null, number: undefined }), { message: "Dictionaries.nullables: value.number is required" });
  });

  await t.test("a dictionary that Swift gives may be null", () => {
    t.equal(Dictionaries.maybe({ x: 1, y: 2 }, false), null);
    t.equal(Dictionaries.maybe({ x: 1, y: 2 }, true), { x: 1, y: 2, width: 10, height: 20.5 });
    t.equal(Dictionaries.maybeLarge(full, false), null);
    t.equal(Dictionaries.maybeLarge(full, true), full);
  });

  await t.test("members are read once, the parent's first, each level by name (Web IDL 3.2.17)", () => {
    const order = [];
    t.equal(Dictionaries.derived(noting(order, { zebra: "z", middle: 5 })), { zebra: "z", apple: 1, middle: 5, Alpha: 3 });
    t.equal(order, ["apple", "zebra", "Alpha", "middle"]);
    order.length = 0;
    Dictionaries.rect(noting(order, { x: 1, y: 2 }));
    t.equal(order, ["height", "width", "x", "y"]);
    order.length = 0;
    Dictionaries.outer(noting(order, { inner: noting(order, { text: "t" }, "inner."), other: noting(order, { text: "o" }, "other.") }));
    t.equal(order, ["inner", "inner.bytes", "inner.text", "label", "other", "other.bytes", "other.text"]);
    order.length = 0;
    Dictionaries.large(noting(order, full));
    t.equal(order, Object.keys(full).toSorted());
    order.length = 0;
    const raise = (name) => ({ valueOf: () => { order.push(`convert ${name}`); throw new Error(name); } });
    t.throws(() => Dictionaries.rect(noting(order, { x: raise("x"), y: raise("y") })), { message: "x" });
    t.equal(order, ["height", "width", "x", "convert x"]);
  });

  await t.test("names that are keywords, or have a hyphen, are names like any other", () => {
    t.equal(Dictionaries.keywords({}).class, 1);
    const doubled = Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, value * 2]));
    t.equal(Dictionaries.keywords(doubled), doubled);
    t.equal(Dictionaries.similar(), { foo: "1", Foo: "2", foo_bar: "3", fooBar: "4" });
    t.equal(Dictionaries.similar({ foo: "a", Foo: "b", foo_bar: "c", fooBar: "d" }), { foo: "a", Foo: "b", foo_bar: "c", fooBar: "d" });
    t.equal(Dictionaries.optionalNames({ "kebab-case": 5, class: 6 }), { "kebab-case": 5, class: 6 });
    t.equal(Object.keys(Dictionaries.optionalNames({ class: 1 })), ["class"]);
  });

  await t.test("getters may call the module and make its memory grow", () => {
    const again = {
      get x() { t.grow(); return Dictionaries.large(full).rect.x; },
      get y() { return Dictionaries.rect({ x: 8, y: 9 }).y; },
    };
    t.equal(Dictionaries.rect(again), { x: 1, y: 9, width: 10, height: 20.5 });
    t.equal(Dictionaries.area(again, again), 410);
    const members = {};
    for (const [name, value] of Object.entries(full)) {
      Object.defineProperty(members, name, { enumerable: true, get: () => (t.grow(), Dictionaries.mixed({ name: "inner".repeat(30) }), Dictionaries.large(full), value) });
    }
    t.equal(Dictionaries.large(members), full);
    t.equal(Dictionaries.describe("<", { name: { toString: () => (t.grow(), "n") } }, members, { toString: () => (t.grow(), ">") }), `<n${full.title}>`);
  });

  await t.test("a getter that throws ends the call with that very error", () => {
    const error = new Error("mine");
    const raise = { get tags() { throw error; }, title: "x".repeat(100) };
    t.equal(t.throws(() => Dictionaries.large(raise)), error);
    t.equal(t.throws(() => Dictionaries.rect({ get width() { throw error; } })), error);
    t.equal(t.throws(() => Dictionaries.outer({ inner: { text: "a", bytes: { get [Symbol.iterator]() { throw error; } } } })), error);
    t.equal(Dictionaries.large({ title: "title" }), large);
  });

  await t.test("members beyond the region", () => {
    const big = { ...full, title: "x".repeat(70_000), tags: Array.from({ length: 10_000 }, (_, index) => `tag ${index}`) };
    t.equal(Dictionaries.large(big), big);
    t.equal(Dictionaries.outer({ inner: { text: "y".repeat(70_000), bytes: new Uint8Array(100_000) } }).inner.bytes.length, 100_000);
  });

  await t.test("callbacks take and give them", () => {
    const result = Dictionaries.visit((mixed, given) => {
      t.equal(mixed, { name: "mine", flag: true, unit: "em", small: 7 });
      t.equal(given, { ...large, title: "large", rect: { x: 1, y: 2, width: 10, height: 20.5 }, tags: ["a", "b"] });
      return { name: "yours", unit: "px" };
    });
    t.equal(result, { name: "yours", flag: true, unit: "px", small: 7 });
  });

  await t.noLeaks("dictionaries of every kind", () => {
    Dictionaries.rect({ x: 1, y: 2 });
    Dictionaries.mixed({ name: "n" });
    Dictionaries.large(full);
    Dictionaries.outer({ inner: { text: "t", bytes: [1] }, other: { text: "o".repeat(70) } });
    Dictionaries.states({ text: null, rect: { x: 1, y: 1 } });
    Dictionaries.maybeLarge(full, false);
    Dictionaries.visit((mixed) => mixed);
  }, { times: 3_000 });
  const big = { ...full, title: "x".repeat(40_000), tags: Array.from({ length: 5_000 }, (_, index) => `tag ${index}`) };
  await t.noLeaks("dictionaries beyond the region, and their errors", () => {
    Dictionaries.large(big);
    t.throws(() => Dictionaries.large({ ...big, wide: Symbol() }), { type: TypeError });
    t.throws(() => Dictionaries.large({ ...big, get unit() { throw new TypeError(); } }), { type: TypeError });
    t.throws(() => Dictionaries.describe("a".repeat(40_000), { name: "b".repeat(40_000) }, { ...big, unit: "pt" }, "z"), { type: TypeError });
    t.throws(() => Dictionaries.describe("a", { name: "b" }, big, Symbol()), { type: TypeError });
  }, { times: 50 });
  await t.noLeaks("conversions that fail", () => {
    t.throws(() => Dictionaries.large({ ...full, wide: Symbol() }), { type: TypeError });
    t.throws(() => Dictionaries.mixed({ name: "n", unit: "pt" }), { type: TypeError });
    t.throws(() => Dictionaries.outer({ inner: { text: "t", bytes: [1] }, other: {} }), { type: TypeError });
  }, { times: 3_000 });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
