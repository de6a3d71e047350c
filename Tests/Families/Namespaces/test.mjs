export default async function (t) {
  const module = t.module;
  const { HiddenName, Outside, Plain, Renamed, Values, Words } = module;

  await t.test("constants", () => {
    t.equal(
      [Plain.ANSWER, Plain.PI, Plain.YES, Plain.BIG, Plain.NEGATIVE, Plain.INF, Plain.NAN, Plain.HEX],
      [42, 3.5, true, 9007199254740991, -7, Infinity, NaN, 255],
    );
    t.throws(() => (Plain.ANSWER = 1), { name: "TypeError" });
    t.equal(Object.getOwnPropertyDescriptor(Plain, "ANSWER"), { value: 42, writable: false, enumerable: true, configurable: false });
  });

  await t.test("operations and attributes", () => {
    const { calls } = Plain;
    t.equal(Plain.add(1, 2), 3);
    t.equal(Plain.calls, calls + 1);
    t.equal(Plain.plus(2, 3), 5);
    t.equal(Plain.old(), 1);
    const { add } = Plain;
    t.equal(add(3, 4), 7);
    t.throws(() => {
      Plain.calls = 1;
    }, { name: "TypeError" });
  });

  await t.test("renamed members and definitions", () => {
    t.equal(Renamed.jsName(1), 2);
    t.equal("idlName" in Renamed, false);
    t.equal(Renamed.$dollar(), 2);
    t.equal(Renamed.other(1), 4);
    t.equal(Outside.where(), "inside");
    t.equal("Between" in module, false);
    t.throws(() => Renamed.jsName(Symbol()), { name: "TypeError", message: "Renamed.jsName: value must be a number, not the symbol Symbol()" });
    t.throws(() => Renamed.other(), { name: "TypeError", message: "Renamed.other takes at least 1 argument, got 0" });
  });

  await t.test("names that are words of a language", () => {
    t.equal(Words.class(1, 2, 3, 4, 5), 54321);
    t.equal(Words.func(4), 4);
    t.equal([Words.init(), Words.self(), Words.switch(9), Words.new(8), Words.delete()], [1, 2, 9, 8, 3]);
    t.equal(Words.void(1, 2, 3, 4), 4321);
    t.equal(Words["__proto__"](), 4);
    t.ok(Object.hasOwn(Words, "__proto__"), "it is a member like any other");
    t.equal([Words["hasOwnProperty"](), Words.then(), Words.valueOf()], [5, 6, 7]);
    t.equal(Words.constructor_(1, 2, 3, 4), 4321);
    t.equal(Words.type(1, 2, 3), 321);
    t.equal(Words.operator(5), 5);
    t.equal(Words.some(1, 2, 3, 4, 5), 54321);
    t.equal(Words.length(1, 2, 3, 4, 5), 54321);
    t.equal(Words.extension("a", "b", "c", "d", ["e"], ["f", "g"]), 214);
    t.throws(() => Words.void(1, 2, 3), { name: "TypeError", message: "Words.void takes at least 4 arguments, got 3" });
  });

  await t.test("classes with the names of globals", () => {
    const map = new module.Map(3);
    t.equal(map.size, 3);
    t.ok(map.same(map) === map, "identity is kept");
    t.ok(!(map instanceof Map), "it is not the language's Map");
    t.equal(module.Map.name, "Map");
    t.throws(() => map.same(new Map()), { name: "TypeError", message: "Map.same: Map must be a Map, not an object (Map)" });
    map.dispose();
    const error = new module.Error("mine");
    t.equal(error.message, "mine");
    t.throws(() => error.raise(), { name: "Error", message: "mine", type: Error });
    t.equal(module.Error.of("text").message, "text");
    t.throws(() => module.Error.of(Symbol()), { name: "TypeError", type: TypeError });
    error.dispose();
    const object = new module.Object();
    t.equal(object.toString_(), "an object");
    object.dispose();
    t.equal(module.Symbol.iterator(), "mine");
  });

  await t.test("names with hyphens", () => {
    const hidden = new HiddenName();
    hidden["the-value"] = 3;
    t.equal(hidden["the-value"], 3);
    t.equal(hidden["get-it"](4), 7);
    t.throws(() => hidden["get-it"](), { name: "TypeError", message: "HiddenName.get-it takes at least 1 argument, got 0" });
    hidden.dispose();
  });

  await t.test("members and values that are words", () => {
    const words = { class: 1, default: 2, "the-member": 4, value: "v", address: "a" };
    t.equal(Values.echo(words), words);
    t.equal(Values.echo(), {});
    const values = ["default", "class", "init", "self", "new-line", "1st", "", "some"];
    t.equal(values.map((value) => Values.next(value)), [...values.slice(1), values[0]]);
  });

  await t.test("separate instances have the same names", async () => {
    const other = await t.instantiate();
    t.equal(other.Outside.where(), "inside");
    const map = new other.Map(1);
    t.equal(map.size, 1);
    map.dispose();
    const names = Object.keys(module).filter((name) => name !== "instantiate");
    t.equal(names.filter((name) => !(name in other)), []);
    t.equal(Object.keys(other).length, names.length);
  });

  await t.noLeaks("words", () => Words.extension("a", "b", "c", "d", ["e"], ["f", "g"]));
  await t.noLeaks("dictionary", () => Values.echo({ class: 1, value: "v" }));
}
