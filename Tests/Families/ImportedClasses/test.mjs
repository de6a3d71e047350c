export default async function (t) {
  const { Tree } = t.module;
  const { Target, Node, Element, Leaf, Bud, extra, made } = await import(new URL("imports.mjs", t.base));
  const [target, node, element, leaf] = [new Target("t"), new Node("n"), new Element("e"), new Leaf()];

  await t.test("constructors, each class its own", () => {
    made.length = 0;
    t.equal(Tree.make("x"), "x");
    t.equal(Tree.unstyled("y"), "<y> undefined");
    t.equal(made, ["Target", "Element"]);
    t.throws(() => Tree.make(""), { name: "RangeError", message: "a name is wanted" });
  });

  await t.test("a dictionary with a required member is nil where the IDL says {}; a nullable member that is nil is left out", () => {
    t.equal(Tree.styled("z", "bold", 3), '<z> {"kind":"bold","depth":3}');
    t.equal(Tree.styled("z", "plain", null), '<z> {"kind":"plain"}');
  });

  await t.test("a nullable member of a dictionary: null is none", () => {
    t.equal(Tree.echo({ kind: "bold", depth: null, origin: undefined }), { kind: "bold" });
    const echoed = Tree.echo({ kind: "bold", depth: 0, origin: node });
    t.equal(echoed.depth, 0);
    t.ok(echoed.origin === node, "the object itself");
    t.equal(Tree.echo({ kind: "bold", empty: { other: 1 } }), { kind: "bold", empty: {} });
    t.ok(!("depth" in Tree.echo({ kind: "bold" })), "what is nil is left out");
  });

  await t.test("downcasts ask JavaScript", () => {
    t.equal([node, element, leaf].map((each) => Tree.kindOf(each)), ["node", "element", "leaf"]);
    t.equal([target, node, leaf].map((each) => Tree.kindOfAny(each)), ["target", "node", "leaf"]);
    t.equal(Tree.asElement(node), null);
    t.ok(Tree.asElement(leaf) === leaf, "the object itself");
    t.equal(Tree.asLeaf(element), null);
    t.ok(Tree.asLeaf(leaf) === leaf, "from further up");
  });

  await t.test("of a class that is not there nothing is an object", () => t.equal(Tree.isNowhere(target), false));
  await t.test("a class that JavaScript has no name for", () => t.equal(Tree.isExtra(extra()), true));
  await t.test("instanceof that throws says no", () => {
    const descriptor = Object.getOwnPropertyDescriptor(Function.prototype, Symbol.hasInstance);
    t.ok(descriptor !== undefined, "every function has it");
    Object.defineProperty(Leaf, Symbol.hasInstance, { configurable: true, value: () => { throw new Error("mine"); } });
    t.equal(Tree.asLeaf(leaf), null);
    delete Leaf[Symbol.hasInstance];
    t.ok(Tree.asLeaf(leaf) === leaf, "as before");
  });

  await t.test("equality and hashes are those of the object in JavaScript", () => {
    t.equal(Tree.same(node, node), true);
    t.equal(Tree.same(node, new Node("n")), false);
    t.equal(Tree.distinct([node, element, node, leaf, element]), 3);
  });

  await t.test("members that are declared again", () => {
    t.ok(Tree.clone(leaf) instanceof Leaf, "JavaScript calls the nearest");
    t.ok(Tree.cloneElement(element) instanceof Element, "a narrower result");
    t.equal(Tree.weigh(element, 4), 4);
    t.equal(Tree.names(), "t <e> <l> true 1");
    t.equal(Tree.texts(leaf), "changed");
    t.equal(leaf.text, "changed");
  });

  await t.test("a constructor throws where that of a parent with the same arguments does not", () => {
    t.ok(Tree.bud() instanceof Bud, "its own");
    t.throws(() => Tree.bud(), { name: "RangeError", message: "no more buds" });
    t.equal(Tree.root(), "ArrayBuffer 3");
    t.throws(() => Tree.root(), { name: "RangeError", message: "no more roots" });
  });

  await t.test("a constructor and a method take a dictionary with a union", () => t.equal(Tree.pots(), "string playback number 0.5 true"));

  await t.test("attributes whose value is copied can be set", () => {
    const element = new Element("e");
    t.equal(Tree.copies(element), "<e> <m> true true");
    t.ok(element.marks[0] === element && element.marks.length === 2, "the objects themselves");
    t.equal(element.sizes, { wide: 2.5 });
    t.equal(element.look, { kind: "bold" });
  });

  await t.test("members with names that Swift has already", () => t.ok(Tree.handleOf(element) === element, "its own"));
  await t.test("a class in a namespace of the host's", () => {
    t.equal(Tree.plural("en", 1), "one");
    t.equal(Tree.plural("en", 2), "other");
  });

  await t.test("an object of a child stands for its parent: arguments, arrays, closures, results", () => {
    const parent = new Element("p");
    t.ok(Tree.adopt(parent, leaf) === parent, "an argument");
    t.equal(Tree.total(parent), 3);
    t.equal(Tree.visited(parent), "<p> <leaf>");
    Tree.keep(leaf);
    t.ok(Tree.kept() === leaf, "a result");
    Tree.keep(null);
    t.equal(Tree.kept(), null);
  });

  await t.test("a class knows its members, and JavaScript which of them are there", () => {
    t.equal(Tree.asks(leaf), [true, true, true, true, true, true, false]);
    t.equal(Tree.asks({ visit() {}, name: undefined }), [false, true, false, false, true, false, false]);
    t.equal(Tree.asks(Object.create({ weight: 1, children() {} })), [true, false, false, true, false, true, false]);
    const none = new Proxy({}, { has() { throw new Error("mine"); } });
    t.equal(Tree.asks(none), Array.from({ length: 7 }, () => false));
  });

  await t.test("what throws in a constructor leaves nothing behind", () => {
    const before = made.length;
    t.throws(() => Tree.make(""), { name: "RangeError" });
    t.equal(made.length, before);
  });

  await t.noLeaks("downcasts", () => {
    Tree.kindOf(leaf);
    Tree.asLeaf(target);
    Tree.isNowhere(target);
  });
  await t.noLeaks("comparisons", () => {
    Tree.same(node, element);
    Tree.distinct([node, element, node]);
  }, { times: 2000 });
  await t.noLeaks("constructors", () => Tree.styled("z", "bold", 1), { times: 2000 });
  await t.noLeaks("a constructor that throws", () => {
    try {
      Tree.make("");
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  }, { times: 2000 });
  await t.noLeaks("objects in every place", () => {
    Tree.total(element);
    Tree.visited(element);
    Tree.handleOf(element);
    Tree.keep(node);
    Tree.keep(null);
    Tree.echo({ kind: "plain", origin: node });
  }, { times: 2000 });
}
