export default async function (t) {
  const { TextList, ItemList, Item, Data, Store, Both } = t.module;
  const { keys, getOwnPropertyDescriptor, hasOwn, getPrototypeOf } = Object;

  await t.test("an object with indices", () => {
    const list = new TextList("a", "b");
    t.ok(list instanceof TextList, "instanceof holds");
    t.equal([getPrototypeOf(list), getPrototypeOf(TextList), list.constructor], [TextList.prototype, Function.prototype, TextList]);
    t.equal([list[0], list[1], list[2], list["1"], list[-1], list["01"], list.length], ["a", "b", undefined, "b", undefined, undefined, 2]);
    t.equal([0 in list, 2 in list, hasOwn(list, "1"), keys(list), [...list]], [true, false, true, ["0", "1"], ["a", "b"]]);
    t.equal(getOwnPropertyDescriptor(list, 0), { value: "a", writable: true, enumerable: true, configurable: true });
    list[1] = "changed";
    list[2] = 3;
    t.equal([...list.values()], ["a", "changed", "3"]);
    t.equal([...list.entries()], [...["a", "changed", "3"].entries()]);
    t.equal([TextList.prototype.forEach, TextList.prototype[Symbol.iterator]], [Array.prototype.forEach, Array.prototype.values]);
    t.throws(() => delete list[0], { name: "TypeError" });
    t.ok(delete list[9], "what is not there can be deleted");
    t.throws(() => Object.freeze(list), { name: "TypeError" });
    t.throws(() => (list[0] = Symbol()), { name: "TypeError" });
    list.own = 1;
    t.equal([list.own, keys(list)], [1, ["0", "1", "2", "own"]]);
    t.equal(Array.prototype.join.call(list, "+"), "a+changed+3");
    t.equal(Object.prototype.toString.call(list), "[object TextList]");
    list.dispose();
    t.throws(() => list[0], { name: "TypeError", message: /disposed/ });
    t.throws(() => list.length, { name: "TypeError", message: /disposed/ });
    t.throws(() => TextList("a"), { name: "TypeError" });
    t.equal([...TextList.of(3)], ["0", "1", "2"]);
    class Mine extends TextList {
      get first() {
        return this[0];
      }
    }
    t.equal(new Mine("x").first, "x");
  });

  await t.test("indices that nobody sets, and objects that stay themselves", () => {
    const list = new ItemList(3);
    t.equal([list[0] === list.item(0), list[1].number, list[7], list.item(7), list.item.length], [true, 1, undefined, null, 1]);
    t.ok(list[0] instanceof Item, "items are of their class");
    t.equal(getOwnPropertyDescriptor(list, 1).writable, false);
    t.throws(() => {
      list[0] = list[1];
    }, { name: "TypeError" });
    t.equal(Reflect.set(list, 0, 1), false);
    t.throws(() => Object.defineProperty(list, 0, { value: 1 }), { name: "TypeError" });
    t.equal([...list].map((item) => item.number), [0, 1, 2]);
  });

  await t.test("setters that throw", () => {
    const [item] = new ItemList(1);
    item.title = "a title";
    t.equal(item.title, "a title");
    t.throws(() => (item.title = ""), { message: "a title is wanted" });
    t.equal(item.title, "a title");
    Item.limit = 7;
    t.throws(() => (Item.limit = -1), { message: "too low" });
    t.equal(Item.limit, 7);
  });

  await t.test("an object with names", () => {
    const data = new Data();
    data.color = "red";
    data["two words"] = 2;
    t.equal([data.color, data["two words"], data.nothing, data.describe()], ["red", "2", undefined, "color=red;two words=2;"]);
    t.equal([keys(data), "color" in data, "nothing" in data, hasOwn(data, "color"), { ...data }], [["color", "two words"], true, false, true, { color: "red", "two words": "2" }]);
    t.equal(JSON.stringify(data), '{"color":"red","two words":"2"}');
    t.ok(delete data.color, "deletes");
    t.ok(delete data.nothing, "and what is not there");
    t.equal([keys(data), data.count], [["two words"], 1]);
    t.throws(() => (data.empty = ""), { message: "a value is wanted" });
    data.describe = "a member's name is set too, and not seen";
    t.equal([typeof data.describe, data.count, keys(data)], ["function", 2, ["two words"]]);
    Object.defineProperty(data, "defined", { value: "yes" });
    t.equal([data.defined, Reflect.defineProperty(data, "accessor", { get: () => 1 })], ["yes", false]);
    const mark = Symbol("mark");
    data[mark] = 1;
    t.equal([data[mark], Object.getOwnPropertySymbols(data)], [1, [mark]]);
  });

  await t.test("as Storage", () => {
    const store = new Store();
    store.a = 1;
    store.setItem("b", "2");
    store[3] = "three";
    t.equal([store.getItem("a"), store.b, store["3"], store.getItem("x"), store.x, store.length, store.key(0)], ["1", "2", "three", null, undefined, 3, "a"]);
    delete store.a;
    store.removeItem("b");
    t.equal([keys(store), Object.entries(store)], [["3"], [["3", "three"]]]);
    t.equal([store.length, typeof store.getItem], [1, "function"]);
    store.clear();
    t.equal(keys(store), []);
  });

  // What the web's own objects do with the same calls.
  const told = (store) => {
    const seen = [];
    const tell = (act) => {
      try {
        seen.push(act());
      } catch (error) {
        seen.push(error.name);
      }
    };
    store.clear();
    tell(() => (store.a = 1));
    tell(() => store.setItem("b", null));
    tell(() => store.a);
    tell(() => store.toString === Object.prototype.toString);
    tell(() => "a" in store);
    tell(() => "x" in store);
    tell(() => Object.keys(store).sort());
    tell(() => Object.getOwnPropertyDescriptor(store, "a"));
    tell(() => Object.getOwnPropertyDescriptor(store, "getItem"));
    tell(() => Reflect.defineProperty(store, "c", { value: 5, enumerable: false }));
    tell(() => store.c);
    tell(() => Reflect.deleteProperty(store, "c"));
    tell(() => Reflect.deleteProperty(store, "never"));
    tell(() => Reflect.preventExtensions(store));
    tell(() => Object.isExtensible(store));
    tell(() => JSON.stringify(Object.fromEntries(Object.entries(store).sort())));
    tell(() => store.setItem("only one"));
    tell(() => store.key(99));
    tell(() => store.length);
    store.clear();
    return seen;
  };
  if (t.isBrowser) {
    await t.test("a Store does what the engine's Storage does", () => t.equal(told(new Store()), told(sessionStorage)));
    await t.test("a list iterates with the functions of NodeList", () => {
      for (const name of ["entries", "keys", "values", "forEach", Symbol.iterator]) {
        t.equal(getOwnPropertyDescriptor(TextList.prototype, name), getOwnPropertyDescriptor(NodeList.prototype, name));
      }
    });
  }

  await t.test("indices and names, and names that hide members", () => {
    const both = new Both();
    t.equal([both[1], both.one, both.three, both.four, both.hidden], [10, 3, 5, undefined, 6]);
    t.equal([keys(both), Object.getOwnPropertyNames(both)], [["0", "1"], ["0", "1", "one", "three", "hidden"]]);
    t.equal(getOwnPropertyDescriptor(both, "one"), { value: 3, writable: false, enumerable: false, configurable: true });
    t.throws(() => (both.one = 1), { name: "TypeError" });
    t.throws(() => delete both.one, { name: "TypeError" });
  });

  const list = new ItemList(2), data = new Data();
  await t.noLeaks("properties", () => {
    t.equal(list[0].number, 0);
    data.x = "y".repeat(400);
    t.equal(Object.keys(data).length, 1);
    delete data.x;
    new TextList("a").dispose();
    try {
      data.empty = "";
    } catch {}
  }, { times: 1000 });
}
