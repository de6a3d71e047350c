/** Unions: the questions of Web IDL 3.2.24 in their order, every position, identity, leaks. */
export default async function (t) {
  const { Unions, Shape, Other } = t.module;

  await t.test("each member crosses both ways", () => {
    t.equal([Unions.same("text"), Unions.same(1.5), Unions.same("")], ["text", 1.5, ""]);
    t.equal([Unions.described("a"), Unions.described(1.5)], ["text a", "number 1.5"]);
    t.equal([Unions.three(true), Unions.three(41), Unions.three("a")], [false, 42, "a+"]);
    t.equal(Unions.same("ö".repeat(5000)), "ö".repeat(5000));
    t.equal(Unions.literals(), "text a, number 1.5, number other");
  });
  await t.test("what is of no member's type is converted to the last one that takes anything", () => {
    t.equal([Unions.same(true), Unions.same(null), Unions.same(undefined), Unions.same(7n)], ["true", "null", "undefined", "7"]);
    t.equal(Unions.same({ toString: () => "made" }), "made");
    t.equal([Unions.idOf("12"), Unions.idOf(true), Unions.idOf({ valueOf: () => 3 })], [-12, -1, -3]);
    t.equal(Unions.kindOf("x"), "true");
  });
  await t.test("the questions are asked in the standard's order", () => {
    const shape = new Shape(5);
    t.equal([Unions.kind(shape), Unions.kind({ values: ["a"] }), Unions.kind([1, 2]), Unions.kind("x")], ["shape 5", "options 1", "numbers 2", "text x"]);
    t.equal([Unions.kind(), Unions.kind(null), Unions.kind(undefined)], ["options -1", "options -1", "options -1"]);
    t.equal(Unions.kind(new Set([1, 2, 3])), "numbers 3");
    // A String object is an iterable object, and a function an object.
    t.equal(Unions.kind(Object.assign(() => {}, { values: [] })), "options 0");
    t.equal(Unions.kind(12), "text 12");
    t.equal([Unions.kindOf(() => "b"), Unions.kindOf({ a: 1, b: 2 }), Unions.kindOf(false)], ["function b", "record 2", "false"]);
    t.equal(Unions.kindOf(() => 2), "function of numbers");
    shape.dispose();
  });
  await t.test("what cannot be converted is named with its place", () => {
    const type = (call, message) => t.throws(call, { name: "TypeError", message });
    type(() => Unions.same(Symbol("s")), "Unions.same: value must be a string, not the symbol Symbol(s)");
    type(() => Unions.three(Symbol("s")), /^Unions\.three: value must be a string/);
    type(() => Unions.list(["a", 1, NaN]), "Unions.list: values[2] must be a finite number, not the number NaN");
    type(() => Unions.table({ a: NaN }), /^Unions\.table: values\["a"\] must be a finite number/);
    type(() => Unions.options({ value: Symbol("s") }), /^Unions\.options: options\.value must be a string/);
    type(() => Unions.kind([1, NaN]), "Unions.kind: source[1] must be a finite number, not the number NaN");
    type(() => Unions.choose("a", "none"), 'Unions.choose: level must be one of "low", "high", not the string "none"');
    type(() => Unions.same(), "Unions.same takes at least 1 argument, got 0");
    const shape = new Shape(1);
    shape.dispose();
    type(() => Unions.idOf(shape), /has been disposed/);
  });
  await t.test("values that Swift makes", () => {
    const shape = Unions.source("shape");
    t.ok(shape instanceof Shape && shape.id === 7, "an object of the class");
    t.equal(Unions.source("options"), { value: 2.5, limit: true, values: ["a", 1] });
    t.equal(Unions.source("numbers"), [1, 2, 3]);
    t.equal([Unions.source("long"), Unions.source("x")], ["long ".repeat(200), "text"]);
    const [one, other] = [Unions.pick(true), Unions.pick(false)];
    t.ok(one instanceof Shape && other instanceof Other, "each object is of its class");
    for (const object of [shape, one, other]) object.dispose();
  });
  await t.test("null, undefined, and default values", () => {
    t.equal([Unions.maybe(null), Unions.maybe(undefined), Unions.maybe("a"), Unions.maybe(0)], [null, null, "a", 0]);
    t.equal([Unions.orUndefined(undefined), Unions.orUndefined("a"), Unions.orUndefined(2), Unions.orUndefined(null)], [undefined, "a", 2, "null"]);
    t.equal([Unions.left(), Unions.left(undefined), Unions.left(null), Unions.left(2)], [null, null, "null", 2]);
    t.equal([Unions.choose(), Unions.choose(1.5), Unions.choose("a", false), Unions.choose("a", "low")], ["number other, high", "number 1.5, high", "text a, false", "text a, low"]);
    t.equal(Unions.options({}), { value: "none" });
    t.equal(Unions.options({ value: 1, limit: 7 }), { value: 1, limit: 7 });
    t.equal(Unions.options({ limit: false, values: [] }), { value: "none", limit: false, values: [] });
  });
  await t.test("dictionaries are told apart by their tag", () => {
    t.equal([Unions.area({ kind: "circle", radius: 2 }), Unions.area({ kind: "square" }), Unions.area({ kind: "box", width: 4 }), Unions.area("x")], ["circle 2", "square 1", "box 4", "x"]);
    t.equal(Unions.area({ kind: { toString: () => "circle" }, radius: 3 }), "circle 3");
    const added = [{ kind: "circle", radius: 9 }, { kind: "square", width: 1 }, "drawn"];
    t.equal(Unions.figures([{ kind: "box", width: 3 }]), [{ kind: "box", width: 3 }, ...added]);
    const type = (call, message) => t.throws(call, { name: "TypeError", message });
    type(() => Unions.area({ kind: "line" }), 'Unions.area: figure.kind must be one of "circle", "box", "square", not the string "line"');
    type(() => Unions.area({}), 'Unions.area: figure.kind must be one of "circle", "box", "square", not the string "undefined"');
    type(() => Unions.figures(["a", { kind: "circle" }]), /^Unions\.figures: figures\[1\]\.radius/);
    type(() => Unions.area({ kind: Symbol("s") }), /^Unions\.area: figure\.kind must be a string/);
  });
  await t.test("inside of sequences, records and dictionaries", () => {
    t.equal(Unions.list(["a", 1, "b"]), ["b", 1, "a"]);
    t.equal(Unions.list([]), []);
    t.equal(Unions.list(Array.from({ length: 300 }, (_, index) => (index % 2 ? index : `t${index}`))).length, 300);
    t.equal(Unions.table({ a: "x", b: 2 }), { a: "x", b: 2 });
  });
  await t.test("objects keep their identity", () => {
    const shape = new Shape(3);
    const result = Unions.shapes([shape, "a", shape]);
    t.ok(result[0] === shape && result[1] === "a" && result[2] === shape, "the same wrapper");
    shape.label = 4;
    t.equal(shape.label, 4);
    shape.label = "four";
    t.equal(shape.label, "four");
    shape.dispose();
  });
  await t.test("callbacks both ways", () => {
    t.equal([Unions.visit((value) => value, "a"), Unions.visit((value) => value * 2, 4)], ["a", 8]);
    t.throws(() => Unions.visit(() => Symbol("s"), "a"), { name: "TypeError", message: /the result must be a string/ });
    const visitor = Unions.visitor("pre");
    t.equal([visitor("fix"), visitor(4)], ["prefix", 8]);
    visitor.dispose();
    const seen = [];
    const judge = (subject) => (seen.push(typeof subject), typeof subject === "number" ? "high" : subject.id === 9);
    t.equal([Unions.judged(judge, true), Unions.judged(judge, false)], ["true", "high"]);
    t.equal(seen, ["object", "number"]);
  });
  await t.test("imports", () => {
    const row = Unions.found(5);
    t.ok(row.constructor.name === "Row" && row.id === 5, "an object of JavaScript's class");
    t.equal(Unions.found("five"), "no five");
    t.equal([Unions.through(1), Unions.through("a")], [2, "a!"]);
    t.equal([Unions.perhaps(null), Unions.perhaps("a"), Unions.perhaps(1)], [null, "a", 1]);
    t.throws(() => Unions.through("throw"), { name: "RangeError", message: "refused" });
  });
  await t.test("errors of Swift's own", () => {
    t.equal(Unions.failing(false), "some");
    t.throws(() => Unions.failing(true), { message: "no value" });
  });
  await t.test("the value is read once, and may make the memory grow", () => {
    const seen = [];
    const options = {
      get values() {
        seen.push("values");
        t.grow();
        return ["a", 2];
      },
      get value() {
        seen.push("value");
        t.grow();
        return "v";
      },
    };
    t.equal(Unions.kind(options), "options 2");
    t.equal(seen, ["value", "values"]);
    t.equal(Unions.options(options), { value: "v", values: ["a", 2] });
  });
  await t.test("what is neither a Number nor a BigInt says itself which of the two it is", () => {
    t.equal([1.5, 2n, "3", true, null].map((value) => Unions.numeric(value)), ["number 1.5", "bigint 2", "number 3.0", "number 1.0", "number 0.0"]);
    t.equal(Unions.numeric({ valueOf: () => 5n }), "bigint 5");
    t.equal(Unions.numeric({ valueOf: () => 5 }), "number 5.0");
    t.equal([Unions.bigger(-1), Unions.bigger(2n ** 70n), Unions.bigger(Object(3n))], [-1, 2n ** 70n, 3n]);
    t.throws(() => Unions.numeric(Symbol("s")), { name: "TypeError" });
    t.throws(() => Unions.numeric(NaN), { name: "TypeError" });
  });
  await t.test("the iterator of a sequence is looked for once", () => {
    let looks = 0;
    const numbers = { get [Symbol.iterator]() { looks += 1; return [1, 2, 3].values.bind([1, 2, 3]); } };
    t.equal(Unions.kind(numbers), Unions.kind([1, 2, 3]));
    t.equal(looks, 1);
    t.equal(Unions.kind(Float64Array.of(1, 2, 3)), Unions.kind([1, 2, 3]));
    t.throws(() => Unions.kind({ [Symbol.iterator]: 1 }), { name: "TypeError" });
  });
  await t.test("unions of numbers and booleans alone as results", () => {
    t.equal([7, -1, true, false, "3", null].map((value) => Unions.size(value)), [7, -1, true, false, 3, 0]);
    t.equal([null, undefined, 4, true].map((value) => Unions.sizeOrNull(value)), [null, null, 4, true]);
    t.equal([null, undefined, 4, true].map((value) => Unions.sizeOrNeither(value)), [null, undefined, 4, true]);
    t.equal([Unions.frame({ size: true }), Unions.frame({ size: 5, more: 6 })], [{ size: true, more: null }, { size: 5, more: 6 }]);
    t.equal(Unions.sizes([1, true, 2]), [2, true, 1]);
    t.equal([Unions.checked(1), Unions.checked(true)], [1, true]);
    t.throws(() => Unions.checked(-1), { name: "RangeError", message: "negative" });
    const toggle = Unions.toggle();
    t.equal([toggle(5), toggle(0), toggle(true)], [true, false, 1]);
    toggle.dispose();
  });
  await t.noLeaks("values of all kinds", () => {
    const shape = new Shape(1);
    Unions.shapes([shape, "a".repeat(100)]);
    Unions.idOf(shape);
    Unions.kind([1, 2, 3]);
    Unions.kind({ values: ["long".repeat(30), 1] });
    Unions.options({ value: "v".repeat(300), values: ["x"] });
    Unions.kindOf(() => "b");
    Unions.found(5);
    Unions.through("a".repeat(400));
    shape.dispose();
    Unions.source("shape").dispose();
    Unions.visitor("x").dispose();
  }, { times: 300 });
  await t.noLeaks("conversions that fail", () => {
    const shape = new Shape(1);
    for (const call of [
      () => Unions.shapes([shape, Symbol("s")]),
      () => Unions.list(["a".repeat(100), NaN]),
      () => Unions.kind([1, NaN]),
      () => Unions.visit(() => Symbol("s"), "a".repeat(100)),
      () => Unions.through("throw"),
    ]) {
      t.throws(call, {});
    }
    shape.dispose();
  }, { times: 300 });
}
