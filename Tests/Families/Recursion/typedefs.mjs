/** Typedefs that contain themselves, and unions that do so through dictionaries. */
const nested = (levels) => (levels === 1 ? "n" : levels % 2 === 0 ? [nested(levels - 1)] : { n: nested(levels - 1) });
const depth = (json) => (typeof json !== "object" ? 1 : 1 + Math.max(0, ...Object.values(json).map(depth)));

export default async function (t) {
  const { Recursion, Owner, Plot } = t.module;
  const json = { a: [1, "two", true, { b: [], c: null }], d: [[[{}]]], "": { "\u{1F333}": ["\u{1F333}"] } };

  await t.test("a union in sequences and records of itself", () => {
    t.equal([Recursion.json(json), Recursion.json([]), Recursion.json("x"), Recursion.json(null)], [json, [], "x", null]);
    t.equal(Recursion.kinds(json), "{a:[1 'two' true {b:[] c:null}] d:[[[{}]]] :{\u{1F333}:['\u{1F333}']}}");
    t.equal([Recursion.list([1, [2, [3]]]), Recursion.list(new Set([1, "a"]))], [[[2, [3]], 1], ["a", 1]]);
    t.equal([Recursion.named(), Recursion.named({ a: json })], [{}, { a: json }]);
    const wide = Array.from({ length: 2000 }, (_, index) => [index, { text: `item ${index}` }]);
    t.equal(Recursion.json(wide), wide);
  });
  await t.test("two that contain each other", () => {
    t.equal([Recursion.path("a"), Recursion.path([1, { b: [2, { c: "d" }] }])], ["a", [1, { b: [2, { c: "d" }] }]]);
    t.equal([Recursion.step(3), Recursion.step({ a: ["4", { b: [] }].slice(1) })], [3, { a: [{ b: [] }] }]);
  });
  await t.test("null inside, where the typedef has it", () => {
    t.equal([Recursion.maybeText(null), Recursion.maybeText([null, "a", [undefined]])], [null, [null, "a", [null]]]);
  });
  await t.test("through dictionaries", () => {
    const literal = (value) => ({ kind: "literal", value });
    const sum = { kind: "sum", left: { kind: "sum", left: literal(1), right: literal(2) }, right: literal(39) };
    t.equal([Recursion.value(sum), Recursion.value(literal(1)), Recursion.value(Recursion.twice(sum))], [42, 1, 84]);
    t.equal(Recursion.twice(sum), { kind: "sum", left: sum, right: sum });
    const element = { tag: "p", children: ["a", { tag: "b", children: ["c"], footer: "d" }], footer: { tag: "i", children: [] } };
    t.equal([Recursion.content("text"), Recursion.content(element)], ["text", element]);
    const part = { name: "car", parts: ["wheel", { name: "engine", parts: ["piston", { name: "valve" }] }] };
    t.equal([Recursion.part("bolt"), Recursion.part(part)], ["bolt", part]);
  });
  await t.test("what cannot be converted is named with its path", () => {
    const refused = (call, message) => t.throws(call, { type: TypeError, message });
    refused(() => Recursion.json([[Symbol.iterator]]), /^Recursion\.json: json\[0\]\[0\] /);
    refused(() => Recursion.json({ a: [0, NaN] }), /^Recursion\.json: json\["a"\]\[1\] /);
    refused(() => Recursion.value({ kind: "sum", left: { kind: "literal", value: 1 }, right: { kind: "product" } }), /^Recursion\.value: expression\.right\.kind /);
  });
  await t.test("128 levels go through, and deeper values are an error, as those that contain themselves", () => {
    t.equal([depth(Recursion.json(nested(129))), depth(Recursion.jsonOf(129))], [129, 129]);
    const deep = (call) => t.throws(call, { type: RangeError, message: /nested more than 128 levels deep$/ });
    const list = [1];
    list.push(list);
    const ring = {};
    ring.ring = { ring };
    const expression = { kind: "sum", left: { kind: "literal", value: 1 } };
    expression.right = expression;
    const element = { tag: "p" };
    element.children = ["x", element];
    for (const call of [() => Recursion.json(list), () => Recursion.json(ring), () => Recursion.json(nested(5000)), () => Recursion.kinds(nested(130))]) deep(call);
    for (const call of [() => Recursion.value(expression), () => Recursion.content(element), () => Recursion.jsonOf(130), () => Recursion.jsonOf(1000)]) deep(call);
    deep(() => Recursion.visit("a", () => list));
    t.ok(Recursion.asked("ring").endsWith("nested more than 128 levels deep"), "what an import returns");
    t.equal(Recursion.json(json), json);
  });
  await t.test("callbacks, imports, attributes", () => {
    t.equal([Recursion.visit(json, (value) => value.a), Recursion.visit(json, () => null)], [json.a, "none"]);
    const visitor = Recursion.visitor();
    t.equal([visitor(json), visitor(null)], [[json, "visited"], null]);
    visitor.dispose();
    t.equal(Recursion.asked([1]), "{given:[1] list:[[1] true]}");
    const plot = new Plot({ name: "a", children: [{ name: "b" }] });
    t.equal(plot.json, { tree: "a", names: ["b"] });
    plot.dispose();
  });
  await t.test("objects inside are the same objects", () => {
    const owner = new Owner(7);
    const back = Recursion.kept([owner, { a: owner }]);
    t.ok(back[0][0] === owner && back[0][1].a === owner && back[1].kept[1].a === owner, "the same object");
    t.throws(() => Recursion.kept([owner, { a: {}, b: 1 }]), { type: TypeError });
    owner.dispose();
  });
  await t.test("memory may grow at every level", () => {
    const growing = (values) => ({ *[Symbol.iterator]() { for (const value of values) { t.grow(); yield value; } } });
    t.equal(Recursion.kinds(growing([growing(["a", growing(["b".repeat(3)])]), { c: growing([1]) }])), "[['a' ['bbb']] {c:[1]}]");
    const large = ["x".repeat(30_000), ["y".repeat(50_000), { z: "z".repeat(70_000) }]];
    t.equal(Recursion.json(large), large);
  });

  const owner = new Owner(1);
  const ring = ["a text that is longer than a few characters"];
  ring.push({ ring });
  await t.noLeaks("unions that contain themselves", () => {
    Recursion.json(json);
    Recursion.kept([owner, { a: owner }]);
    Recursion.asked(json);
    Recursion.visit(json, (value) => value);
    Recursion.twice({ kind: "literal", value: 1 });
    Recursion.content({ tag: "p", children: ["a", { tag: "b" }] });
  }, { times: 300 });
  await t.noLeaks("such unions that are refused", () => {
    for (const call of [
      () => Recursion.json(ring),
      () => Recursion.kept([owner, [owner, 1]]),
      () => Recursion.jsonOf(200),
      () => Recursion.asked("ring"),
      () => Recursion.visit(json, () => ring),
    ]) {
      try {
        call();
      } catch {
        // What was taken before is given back.
      }
    }
  }, { times: 100 });
  owner.dispose();
}
