/** Whether a name is one like any, that the object has once it is set. */
const isPlain = (object, name) => {
  object[name] = name;
  const isOwn = object[name] === name && Object.keys(object).includes(name);
  return delete object[name] && isOwn;
};

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
    const names = ["", "00", "1e0", " 1", "1 ", "1.0", "+1", "٠", "4294967295", "4294967296", "99999999999"];
    t.equal(names.map((name) => [name in list, isPlain(list, name)]), names.map(() => [false, true]));
    t.equal([Reflect.set(list, "4294967294", "far"), list["4294967294"], list[3]], [true, undefined, "far"]);
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

  const { Shelf, Book, Novel, OpenShelf, Stack, NovelShelf, Box, Drawer, SafeDrawer, Library } = t.module;
  await t.test("an inherited getter, with a setter and names further down", () => {
    const shelf = new Shelf("one", "two"), open = new OpenShelf();
    t.equal([shelf[1].title, shelf[2], shelf.one, keys(shelf), Library.first(shelf)], ["two", undefined, undefined, ["0", "1"], "one"]);
    t.equal(Reflect.set(shelf, 0, shelf[1]), false);
    open[0] = shelf[0];
    open[1] = new Novel("new");
    t.equal([open.length, open[0] === shelf[0], open[1] instanceof Novel, open.item(1).title], [2, true, true, "new"]);
    t.equal([open.one, open.owner(), "new" in open, "old" in open, keys(open)], ["a book called one", "ours", true, false, ["0", "1", "one", "new"]]);
    t.equal([getOwnPropertyDescriptor(open, 0).writable, getOwnPropertyDescriptor(shelf, 0).writable], [true, false]);
    t.equal(Shelf.prototype.item.call(open, 0) === open[0], true);
    open[0] = null;
    t.equal([open.length, Library.first(open)], [1, "new"]);
    t.throws(() => (open[0] = {}), { name: "TypeError" });
    t.throws(() => (open.new = "x"), { name: "TypeError" });
    t.ok(open instanceof OpenShelf && open instanceof Shelf && getPrototypeOf(OpenShelf) === Shelf, "one chain");
  });

  await t.test("a class further down has what its parent has, and its own length and attributes", () => {
    const stack = new Stack();
    stack[0] = new Novel("a");
    stack[1] = new Novel("b");
    stack.mark = "here";
    t.equal([stack.length, stack[0].title, stack[1], stack.b, stack.mark, stack.owner()], [1, "a", undefined, "a book called b", "here", "ours"]);
    t.equal(keys(stack), ["0", "a", "b"]);
  });

  await t.test("the getter of the object's own class is asked, whoever declares it", () => {
    const novels = new NovelShelf();
    t.equal([novels[0].title, novels[0] instanceof Novel, novels[1], novels.length, Library.first(novels)], ["novel 0", true, undefined, 1, "novel 0"]);
    t.equal(Shelf.prototype.item.call(novels, 5).title, "novel 5");
  });

  await t.test("objects that Swift hands over are of their class, with its properties", () => {
    const [plain, open, stack, novels] = ["plain", "open", "stack", "novels"].map((kind) => Library.shelf(kind));
    t.equal([plain, open, stack, novels].map((shelf) => shelf.constructor), [Shelf, OpenShelf, Stack, NovelShelf]);
    open[0] = plain[0];
    t.equal([plain[0].title, open[0].title, open.one, novels[0].title, stack[0]], ["one", "one", "a book called one", "novel 0", undefined]);
    t.equal([plain.other, Reflect.set(plain, 3, null)], [undefined, false]);
  });

  await t.test("children that are proxies of a parent whose objects are none", () => {
    const box = new Box(), drawer = new Drawer(), safe = new SafeDrawer();
    box.anything = 1;
    t.equal([box.anything, keys(box), box.label, Library.box("plain").constructor], [1, ["anything"], "box", Box]);
    drawer.spoons = 6;
    drawer.forks = "7";
    t.equal([drawer.spoons, drawer.forks, drawer.knives, drawer.count, keys(drawer), drawer.label], [6, 7, undefined, 2, ["spoons", "forks"], "box"]);
    t.ok(delete drawer.spoons && !("spoons" in drawer), "deletes");
    t.equal([drawer.values, drawer.values === drawer.values], [new Float64Array(2), true]);
    Object.defineProperty(drawer, "label", { value: 3 });
    t.equal([drawer.label, Reflect.get(Box.prototype, "label", drawer)], [3, "box"]);
    safe.spoons = 6;
    t.equal([safe.spoons, safe.count, delete safe.spoons, safe.spoons, Library.total(safe), Library.total(drawer)], [12, 1, true, 12, 12, 10]);
    const [given, other] = [Library.box("drawer"), Library.box("safe")];
    given.x = other.x = 4;
    t.equal([given.constructor, given.x, other.constructor, other.x], [Drawer, 4, SafeDrawer, 8]);
    drawer.dispose();
    t.throws(() => drawer.x, { name: "TypeError", message: /disposed/ });
    t.throws(() => drawer.label, { name: "TypeError", message: /disposed/ });
    class Mine extends Drawer {
      get twice() {
        return this.x * 2;
      }
    }
    const mine = new Mine();
    mine.x = 21;
    t.equal([mine.twice, mine instanceof Mine, Library.total(mine)], [42, true, 21]);
  });

  await t.noLeaks("properties in a hierarchy", () => {
    const stack = new Stack(), drawer = Library.box("safe");
    const novel = new Novel("x");
    stack[0] = novel;
    const first = stack[0];
    drawer.x = 1;
    delete drawer.x;
    for (const each of [stack, drawer, novel, first]) each.dispose();
  }, { times: 1000 });

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
