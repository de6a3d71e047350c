/** Records: conversions by Web IDL 3.2.23, every position, identity, leaks. */
export default async function (t) {
  const { Records, Node } = t.module;

  await t.test("keys and values arrive in the order of the properties", () => {
    const values = { b: 1, a: -2, 7: 3, "": 4, ö: 5 };
    t.equal(Records.numbers(values), values);
    t.equal(Object.keys(Records.numbers(values)), ["7", "b", "a", "", "ö"]);
    t.equal(Records.numbers({}), {});
  });
  await t.test("values of every kind", () => {
    t.equal(Records.doubled({ a: 1.5 }), { a: 3 });
    t.equal(Records.texts({ a: "ä", "日": "" }), { a: "ä", "日": "" });
    t.equal(Records.levels({ x: "high" }), { x: "high" });
    t.equal(Records.maybe({ a: true, b: null, c: false }), { a: true, b: null, c: false });
    t.equal(Records.lists({ a: ["x", "y"], b: [] }), { a: ["x", "y"], b: [] });
    t.equal(Records.nested({ a: { x: 1 }, b: {} }), { a: { x: 1 }, b: {} });
    t.equal(Records.several([{ a: 1 }, {}]), [{ a: 1 }, {}]);
  });
  await t.test("null, undefined and what is left out", () => {
    t.equal([Records.nullable(null), Records.nullable(undefined), Records.nullable({ a: 1 })], [null, null, { a: 1 }]);
    t.equal([Records.size(), Records.size(undefined), Records.size({ a: 1 })], [0, 0, 1]);
    t.equal([Records.left(), Records.left({})], [-1, 0]);
    t.equal(Records.options({}), { headers: {} });
    t.equal(Records.options({ headers: { a: "b" }, weights: { c: 1 } }), { headers: { a: "b" }, weights: { c: 1 } });
  });
  await t.test("`__proto__` is a key like any other", () => {
    const result = Records.numbers(JSON.parse('{ "__proto__": 1, "constructor": 2 }'));
    t.equal(Object.getPrototypeOf(result), Object.prototype);
    t.equal(Object.entries(result), [["__proto__", 1], ["constructor", 2]]);
  });
  await t.test("only own enumerable properties count", () => {
    const values = Object.create({ inherited: 1 }, { hidden: { value: 2 }, shown: { value: 3, enumerable: true } });
    t.equal(Records.numbers(values), { shown: 3 });
    t.equal(Records.numbers([4, 5]), { 0: 4, 1: 5 });
    t.equal(Records.numbers(Object.assign(() => {}, { a: 1 })), { a: 1 });
  });
  await t.test("properties are read one after the other, and each once", () => {
    const seen = [];
    const values = {
      get a() {
        seen.push("a");
        delete this.b;
        return { valueOf: () => (seen.push("a's value"), 1) };
      },
      b: 2,
      get c() {
        seen.push("c");
        return 3;
      },
    };
    t.equal(Records.numbers(values), { a: 1, c: 3 });
    t.equal(seen, ["a", "a's value", "c"]);
  });
  await t.test("what cannot be converted is named with its key", () => {
    const type = (call, message) => t.throws(call, { name: "TypeError", message });
    type(() => Records.numbers(1), "Records.numbers: values must be an object, not the number 1");
    type(() => Records.numbers(null), "Records.numbers: values must be an object, not null");
    type(() => Records.numbers(), "Records.numbers takes at least 1 argument, got 0");
    type(() => Records.doubled({ a: 1, "b c": NaN }), 'Records.doubled: values["b c"] must be a finite number, not the number NaN');
    type(() => Records.numbers({ [Symbol("s")]: 1 }), "Records.numbers: values: a key must be a string, not the symbol Symbol(s)");
    type(() => Records.levels({ a: "none" }), 'Records.levels: values["a"] must be one of "low", "high", not the string "none"');
    type(() => Records.lists({ a: ["x", Symbol("s")] }), /^Records\.lists: values\["a"\]\[1\] must be a string/);
    type(() => Records.nodes({ a: {} }), 'Records.nodes: values["a"] must be a Node, not an empty object, as structuredClone and postMessage make of one');
  });
  await t.test("objects keep their identity", () => {
    const [one, two] = [new Node(1), new Node(2)];
    const nodes = Records.nodes({ one, two, again: one });
    t.ok(nodes.one === one && nodes.two === two && nodes.again === one, "the same wrappers");
    t.equal([one.counted({ a: 5 }), two.counted({ id: 0 })], [{ a: 5, id: 1 }, { id: 2 }]);
    for (const node of [one, two]) node.dispose();
    const rows = Records.rows();
    t.equal([Object.keys(rows), rows.first.id, rows.second.id], [["first", "second"], 1, 2]);
    const same = Records.echoRows(rows);
    t.ok(same.first === rows.first && same.second === rows.second, "the same objects");
    t.ok(Records.throughTable(rows).second === rows.second, "the same object through an import");
    t.equal(Records.throughTable({ throw: rows.first }), {});
  });
  await t.test("callbacks both ways, imports and errors", () => {
    t.equal(Records.visit((counts) => ({ ...counts, more: 2 }), { a: 1 }), { a: 1, more: 2 });
    const visitor = Records.visitor(10);
    t.equal(visitor({ a: 1, b: 2 }), { a: 11, b: 12 });
    visitor.dispose();
    t.equal(Records.widths({ a: 1, b: 2 }), { a: 10, b: 20 });
    t.equal(Records.failing(false), { some: 1 });
    t.throws(() => Records.failing(true), { name: "Error", message: "no record" });
    t.throws(() => Records.visit(() => 1, {}), { name: "TypeError", message: /^Visit: the result must be an object/ });
    t.throws(
      () =>
        Records.visit(() => {
          throw new RangeError("mine");
        }, {}),
      { name: "RangeError", message: "mine" },
    );
  });
  await t.test("Swift edits a record by its keys", () => {
    t.equal(Records.edited({ a: 1, b: 2, c: 3 }), ["b=5", "c=3", "new=1", "none", "b", "c", "new"]);
  });
  await t.test("large records, with growth in the middle", () => {
    const large = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key ${index}`, index]));
    t.equal(Records.numbers(large), large);
    const growing = { a: 1, get b() { t.grow(); return 2; }, c: 3 };
    t.equal(Records.numbers(growing), { a: 1, b: 2, c: 3 });
  });

  const node = new Node(3);
  await t.noLeaks("records of numbers and texts", () => {
    Records.numbers({ a: 1, b: 2 });
    Records.texts({ a: "a text that is longer than a few characters" });
    Records.lists({ a: ["x", "a text that is longer than a few characters"] });
    Records.visit((counts) => counts, { a: 1 });
  });
  await t.noLeaks("records of objects", () => {
    Records.nodes({ a: node, b: node });
    Records.rows();
    Records.throughTable(Records.rows());
  });
  await t.noLeaks("records that are refused", () => {
    for (const call of [
      () => Records.nodes({ a: node, b: 1 }),
      () => Records.lists({ a: ["a text that is longer than a few characters"], b: 1 }),
      () => Records.failing(true),
      () => Records.visit(() => ({ a: Symbol("s") }), {}),
    ]) {
      try {
        call();
      } catch {
        // What was taken before is given back.
      }
    }
  });
  node.dispose();
}
