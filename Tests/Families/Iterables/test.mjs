const { getPrototypeOf, getOwnPropertyDescriptor, getOwnPropertyNames } = Object;
const iterators = getPrototypeOf(getPrototypeOf([][Symbol.iterator]()));

export default async function (t) {
  const { Params, Address, Label, Registry, Fixed, Settings, Marks, Tags, Codes, Numbers, Uses } = t.module;
  const { Pair, List, Broken } = await import(new URL("imports.mjs", t.base));

  await t.test("pairs iterate as the engine's own do", () => {
    const ours = new Params("a=1&b=2&a=3"), theirs = new URLSearchParams("a=1&b=2&a=3");
    for (const name of ["entries", "keys", "values", Symbol.iterator]) {
      t.equal([...ours[name]()], [...theirs[name]()]);
      t.equal(ours[name].length, theirs[name].length);
      t.equal(ours[name].name, theirs[name].name);
      const { enumerable, writable, configurable } = getOwnPropertyDescriptor(Params.prototype, name);
      const expected = getOwnPropertyDescriptor(URLSearchParams.prototype, name);
      t.equal([enumerable, writable, configurable], [expected.enumerable, expected.writable, expected.configurable]);
    }
    t.equal(Params.prototype[Symbol.iterator], Params.prototype.entries);
    t.equal(Object.fromEntries(ours), { a: "3", b: "2" });
    const told = [];
    const self = {};
    ours.forEach(function (...given) {
      told.push([this === self, given.length, given[0], given[1], given[2] === ours]);
    }, self);
    t.equal(told[2], [true, 3, "3", "a", true]);
    t.equal(ours.forEach.length, 1);
    t.throws(() => ours.forEach({}), { name: "TypeError" });
    t.throws(() => ours.forEach(), { name: "TypeError" });
    t.throws(() => ours.forEach(() => {
      throw new RangeError("stop");
    }), { name: "RangeError" });
    t.throws(() => Params.prototype.entries.call({}), { name: "TypeError" });
    t.throws(() => Params.prototype.forEach.call(null, () => {}), { name: "TypeError" });
    ours.dispose();
  });

  await t.test("iterators are iterators", () => {
    const params = new Params("a=1&b=2");
    const iterator = params.entries();
    const prototype = getPrototypeOf(iterator);
    t.equal(getPrototypeOf(prototype), iterators);
    t.equal(getOwnPropertyNames(prototype), ["next"]);
    t.equal(prototype[Symbol.toStringTag], "Params Iterator");
    t.equal(Object.prototype.toString.call(iterator), "[object Params Iterator]");
    t.equal(iterator[Symbol.iterator](), iterator);
    t.equal(getPrototypeOf(params.keys()), prototype);
    t.equal(getOwnPropertyDescriptor(prototype, "next").enumerable, true);
    t.throws(() => prototype.next.call({}), { name: "TypeError" });
    t.equal(iterator.next(), { value: ["a", "1"], done: false });
    params.append("c", "3");
    t.equal([...iterator].length, 2, "changes are seen");
    t.equal(iterator.next(), { value: undefined, done: true });
    params.append("d", "4");
    t.equal(iterator.next().done, true, "what has ended stays ended");
    if (globalThis.Iterator?.prototype.map) t.equal(params.keys().map((key) => key + key).toArray(), ["aa", "bb", "cc", "dd"]);
  });

  await t.test("an iterator outlives its object with a TypeError", () => {
    const params = new Params("a=1&b=2");
    const iterator = params.keys();
    iterator.next();
    params.dispose();
    t.throws(() => iterator.next(), { name: "TypeError", message: /disposed/ });
    t.throws(() => params.keys(), { name: "TypeError", message: /disposed/ });
  });

  await t.test("stringifiers", () => {
    const params = new Params("a=1&b=2");
    t.equal([`${params}`, params.toString(), String(params), params.toString.length], ["a=1&b=2", "a=1&b=2", "a=1&b=2", 0]);
    const address = new Address("x:y");
    t.equal(`${address}`, "x:y");
    address.href = "z";
    t.equal([`${address}`, address + ""], ["z", "z"]);
    t.equal([`${new Label()}`, new Label().text], ["a label", "a label"]);
    t.throws(() => Params.prototype.toString.call({}), { name: "TypeError" });
  });

  await t.test("a map of unions", () => {
    const settings = new Settings();
    settings.set("second", ["a", [false]]).set("third", true);
    t.equal([...settings], [["first", [true, "text"]], ["second", ["a", [false]]], ["third", true]]);
    t.equal([settings.get("second"), settings.get("third"), settings.get("none")], [["a", [false]], true, undefined]);
    settings.dispose();
    const marks = new Marks();
    marks.set("a", undefined).set("b", ["c"]);
    t.equal([[...marks], marks.get("a"), marks.get("b"), marks.get("none"), marks.has("a")], [[["a", undefined], ["b", ["c"]]], undefined, ["c"], undefined, true]);
    marks.dispose();
  });
  await t.test("maplike: what a Map does", () => {
    const ours = new Registry(), theirs = new Map();
    const both = (act) => t.equal(act(ours, ours) === ours || act(ours, ours), act(theirs, theirs) === theirs || act(theirs, theirs));
    for (let index = 0; index < 40; index++) t.equal(ours.set(`key ${index % 25}`, index) === ours && theirs.set(`key ${index % 25}`, index) === theirs, true);
    t.equal([...ours], [...theirs]);
    t.equal([ours.size, ours.get("key 7"), ours.get("nothing"), ours.has("key 3"), ours.has("nothing")], [25, theirs.get("key 7"), undefined, true, false]);
    both((map) => map.delete("key 0"));
    both((map) => map.has("key 0"));
    for (let index = 1; index < 20; index += 2) t.equal([ours.delete(`key ${index}`), theirs.delete(`key ${index}`)], [true, true]);
    ours.set("e\u0301", 1).set("\u00e9", 2).set("none", null);
    theirs.set("e\u0301", 1).set("\u00e9", 2).set("none", null);
    t.equal([...ours.entries()], [...theirs.entries()]);
    t.equal([...ours.keys()], [...theirs.keys()]);
    t.equal([...ours.values()], [...theirs.values()]);
    t.equal(ours.get("none"), null);
    const seen = [];
    ours.forEach((value, key, object) => seen.push([value, key, object === ours]));
    t.equal(seen.length, theirs.size);
    for (const name of ["entries", "keys", "values", "forEach", "get", "has", "set", "delete", "clear"]) {
      t.equal([name, Registry.prototype[name].length, Registry.prototype[name].name], [name, Map.prototype[name].length, name]);
    }
    t.equal(Registry.prototype[Symbol.iterator], Registry.prototype.entries);
    ours.clear();
    t.equal([ours.size, [...ours], ours.describe()], [0, [], ""]);
    t.throws(() => ours.set("a"), { name: "TypeError" });
    t.throws(() => ours.set("a", {}), { name: "TypeError" });
  });

  await t.test("a map may change while it is iterated", () => {
    const run = (map) => {
      for (const key of ["a", "b", "c", "d"]) map.set(key, 1);
      const seen = [];
      for (const [key] of map) {
        seen.push(key);
        if (key === "b") map.delete("a"), map.delete("c"), map.set("e", 1);
        if (key === "e") map.clear(), map.set("f", 2);
        if (seen.length > 10) break;
      }
      return seen;
    };
    t.equal(run(new Registry()), run(new Map()));
  });

  await t.test("a readonly maplike has no changes, and objects for values", () => {
    const fixed = new Fixed();
    t.equal([fixed.size, fixed.get(3).toString(), fixed.has(1), fixed.has(2), fixed.get(2)], [2, "a=b", true, false, undefined]);
    t.equal(fixed.get(3), [...fixed.values()][0]);
    t.equal([...fixed.keys()], [3, 1]);
    t.equal([fixed.set, fixed.delete, fixed.clear], [undefined, undefined, undefined]);
    for (const value of fixed.values()) value.dispose();
  });

  await t.test("setlike<ByteString>: bytes are compared", () => {
    const codes = new Codes();
    for (const code of ["a", "\u00ff", "", "a"]) codes.add(code);
    t.equal([...codes], ["a", "\u00ff", ""]);
    t.ok(codes.has("\u00ff") && !codes.has("b") && codes.delete("a") && codes.size === 2);
    t.throws(() => codes.add("\u0100"), { name: "TypeError" });
    codes.dispose();
  });

  await t.test("setlike: what a Set does", () => {
    const ours = new Tags(), theirs = new Set();
    for (const value of ["b", "a", "b", "c"]) t.equal([ours.add(value) === ours, theirs.add(value) === theirs], [true, true]);
    t.equal([...ours], [...theirs]);
    t.equal([...ours.entries()], [...theirs.entries()]);
    t.equal([ours.size, ours.has("a"), ours.delete("a"), ours.delete("a"), ours.has("a")], [3, true, true, false, false]);
    t.equal([Tags.prototype.keys, Tags.prototype[Symbol.iterator]], [Tags.prototype.values, Tags.prototype.values]);
    t.equal(ours.added(), 4, "the class's own member is called");
    const seen = [];
    ours.forEach((...given) => seen.push(given.length, given[0] === given[1]));
    t.equal(seen, [3, true, 3, true]);
    const numbers = new Numbers();
    numbers.add(-0).add(0).add(NaN).add(NaN).add(Infinity);
    t.equal([...numbers].map((number) => Object.is(number, -0)), [false, false, false]);
    t.equal([numbers.size, numbers.has(NaN), numbers.has(-0)], [3, true, true]);
    numbers.clear();
    t.equal(numbers.size, 0);
  });

  await t.test("Swift iterates JavaScript's objects", () => {
    t.equal(
      Uses.imports(),
      'a:1 b:2 a pair item 0 changed item 2 none {"color":"red"} red none x1 y2 1 true -1 2 two:2 a b 0',
    );
    t.equal(Uses.inherited(), "a pair, a fine pair, none, a pair, none, 0, a fine pair, 7, a fine pair, a pair, a text");
    t.equal(Uses.firstOnly(new Pair()), 1);
    t.equal(Uses.firstOnly(new Broken()), 1);
    t.equal(Uses.join(new List(3)), "item 0+item 1+item 2");
  });

  const params = new Params("a=1&b=2");
  await t.noLeaks("iteration", () => {
    for (const [key] of params) if (key === "a") break;
    t.equal([...params].length, 2);
    params.forEach(() => {});
    try {
      params.forEach(() => {
        throw new Error("stop");
      });
    } catch {}
    Uses.firstOnly(new Pair());
  }, { times: 2000 });
  const fixed = new Fixed();
  await t.noLeaks("objects of a map", () => {
    for (const value of fixed.values()) value.dispose();
  }, { times: 2000 });
}
