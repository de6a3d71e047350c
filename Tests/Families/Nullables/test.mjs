const values = {
  flag: [true, false],
  int8: [-128, -1, 0, 127],
  uint8: [0, 255],
  int16: [-32768, -1, 0, 32767],
  uint16: [0, 65535],
  int32: [-(2 ** 31), -1, 0, 2 ** 31 - 1],
  uint32: [0, 2 ** 31, 2 ** 32 - 1],
  enforced: [0, 2 ** 32 - 1],
  int64: [-(2 ** 53), 0, 2 ** 53],
  uint64: [0, 2 ** 53],
  big: [-(2n ** 63n), 0n, 2n ** 63n - 1n],
  single: [0, -0, 0.5],
  real: [0, -0, 0.1],
  anyReal: [NaN, Infinity, 0],
  text: ["", "a", "null", "世".repeat(50), "x".repeat(70_000)],
  level: ["low", "high"],
  numbers: [[], [0], [1, 2, 3]],
  texts: [[], [null], ["a", null, ""]],
};
const left = { leftFlag: values.flag, leftNumber: values.int32, leftUnsigned: values.uint32, leftWide: values.int64, leftReal: values.real, leftText: values.text, leftLevel: values.level, leftNumbers: values.numbers };

export default async function (t) {
  const { Nullables } = t.module;

  await t.test("every value comes back, and so does null", () => {
    for (const [name, list] of Object.entries(values)) {
      for (const value of list) t.equal(Nullables[name](value), value, name);
      t.equal(Nullables[name](null), null, name);
      t.equal(Nullables[name](undefined), null, name);
    }
  });

  await t.test("an argument that may be null must be there", () => {
    for (const name of Object.keys(values)) {
      t.throws(() => Nullables[name](), { name: "TypeError", message: `Nullables.${name} takes at least 1 argument, got 0` });
    }
  });

  await t.test("a value is converted like one of the type within", () => {
    t.equal(Nullables.int8(300), 44);
    t.equal(Nullables.uint8(-1), 255);
    t.equal(Nullables.int32("12.9"), 12);
    t.equal(Nullables.int32(NaN), 0);
    t.equal(Nullables.uint32(-1), 2 ** 32 - 1);
    t.equal(Nullables.uint32(NaN), 0);
    t.equal(Nullables.int32(2 ** 32 + 1), 1);
    t.equal(Nullables.text(5), "5");
    t.equal(Nullables.flag(0), false);
    t.equal(Nullables.numbers(new Set([1, "2"])), [1, 2]);
    t.throws(() => Nullables.enforced(-1), { name: "TypeError", message: "Nullables.enforced: value must be an integer from 0 to 4294967295, not the number -1" });
    t.throws(() => Nullables.int32(1n), { message: "Nullables.int32: value must be a number, not the bigint 1" });
    t.throws(() => Nullables.real(NaN), { message: "Nullables.real: value must be a finite number, not the number NaN" });
    t.throws(() => Nullables.big(1), { message: "Nullables.big: value must be a bigint, not the number 1" });
    t.throws(() => Nullables.level("none"), { message: 'Nullables.level: value must be one of "low", "high", not the string "none"' });
    t.throws(() => Nullables.text(Symbol("s")), { message: "Nullables.text: value must be a string, not the symbol Symbol(s)" });
    t.throws(() => Nullables.numbers(1), { message: "Nullables.numbers: value must be an iterable object, not the number 1" });
    t.throws(() => Nullables.texts([Symbol("s")]), { message: "Nullables.texts: value[0] must be a string, not the symbol Symbol(s)" });
  });

  await t.test("a result that may be null calls Swift once", () => {
    let calls = 0;
    t.equal(Nullables.call((value) => ((calls += 1), value), 7, null), 7);
    t.equal(Nullables.call((value) => ((calls += 1), value), null, null), null);
    t.equal(calls, 2);
  });

  await t.test("dictionaries", () => {
    t.equal(Nullables.pair({ key: "k" }, true), { key: "k", value: 0 });
    t.equal(Nullables.pair({ key: "k" }, false), null);
    t.equal(Nullables.wide({ a: 5 }, true), { a: 5, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 });
    t.equal(Nullables.wide({}, false), null);
    t.equal(Nullables.bits({ number: null }, true), { number: null });
    t.equal(Nullables.bits({ number: 1, flag: null }, true), { number: 1 });
    t.equal(Nullables.bits({ number: 1 }, false), null);
    t.equal(Nullables.pairs([null, { key: "a", value: 1 }, undefined, { key: "b".repeat(70) }]), [null, { key: "a", value: 1 }, null, { key: "b".repeat(70), value: 0 }]);
  });

  await t.test("callbacks, and what they take and give, may be null", () => {
    t.equal(Nullables.call(null, 1, "a"), -1);
    t.equal(Nullables.call(undefined, 1, "a"), -1);
    const seen = [];
    const answer = (...given) => (seen.push(given), undefined);
    t.equal(Nullables.call(answer, null, null), null);
    t.equal(Nullables.call(answer, 0, ""), null);
    t.equal(seen, [[null, null], [0, ""]]);
    t.equal(Nullables.call(() => "5", 0, ""), 5);
    t.throws(() => Nullables.call(1, 0, ""), { name: "TypeError", message: "Nullables.call: answer must be a function, not the number 1" });
  });

  await t.test("several in one call keep apart", () => {
    const given = [5, "b", false, 0, []];
    for (let mask = 0; mask < 32; mask += 1) {
      const call = given.map((value, index) => (mask & (1 << index) ? value : index % 2 ? null : undefined));
      t.equal(Nullables.several(...call), given.map((_, index) => (mask & (1 << index) ? "1" : "0")).join(""));
    }
  });

  await t.test("an argument that may be left out is undefined or missing, and null is a value to convert", () => {
    for (const [name, list] of Object.entries(left)) {
      t.equal(Nullables[name](), null, name);
      t.equal(Nullables[name](undefined), null, name);
      for (const value of list) t.equal(Nullables[name](value), value, name);
    }
    t.equal(Nullables.leftFlag(null), false);
    t.equal(Nullables.leftNumber(null), 0);
    t.equal(Nullables.leftNumber(NaN), 0);
    t.equal(Nullables.leftWide(null), 0);
    t.equal(Nullables.leftReal(null), 0);
    t.equal(Nullables.leftText(null), "null");
    t.throws(() => Nullables.leftLevel(null), { message: 'Nullables.leftLevel: value must be one of "low", "high", not null' });
    t.throws(() => Nullables.leftNumbers(null), { message: "Nullables.leftNumbers: value must be an iterable object, not null" });
    t.throws(() => Nullables.leftCallback(null), { message: "Nullables.leftCallback: answer must be a function, not null" });
    t.equal(Nullables.leftCallback(), "0");
    t.equal(Nullables.leftCallback(() => 1), "1");
    t.equal(Nullables.leftTwo("a"), "a--");
    t.equal(Nullables.leftTwo("a", undefined, "c"), "a-c");
    t.equal(Nullables.leftTwo("a", "b", "c", "d"), "abc");
    t.throws(() => Nullables.leftTwo(), { message: "Nullables.leftTwo takes at least 1 argument, got 0" });
  });

  await t.test("left out, null and a value are three states", () => {
    t.equal(Nullables.threeStates(), "------");
    t.equal(Nullables.threeStates(null, null, null, null, null, null), "000000");
    t.equal(Nullables.threeStates(0, "", "low", [], 0, false), "111111");
    t.equal(Nullables.threeStates(undefined, "", null, undefined, 1), "-10-1-");
    t.equal(Nullables.threeStates(null, undefined, "high", [1], undefined, null), "0-11-0");
  });

  await t.test("memory may grow while one of them is converted", () => {
    const grow = (value) => ({ valueOf: () => (t.grow(), value), toString: () => (t.grow(), String(value)) });
    t.equal(Nullables.int32(grow(5)), 5);
    t.equal(Nullables.text(grow("x")), "x");
    t.equal(Nullables.numbers([grow(1), grow(2)]), [1, 2]);
    t.equal(Nullables.texts([grow("a"), null, grow("b")]), ["a", null, "b"]);
    t.equal(Nullables.several(grow(1), grow("b"), null, grow(1), [grow(1)]), "11011");
  });

  const { Undefineds, Peg } = t.module;
  await t.test("undefined comes back, and so does every value", () => {
    const some = { flag: values.flag, int32: values.int32, int64: values.int64, real: values.real, text: values.text, level: values.level, numbers: values.numbers, big: [0n, 2n ** 64n] };
    for (const [name, list] of Object.entries(some)) {
      for (const value of list) t.equal(Undefineds[name](value), value, name);
      t.equal(Undefineds[name](undefined), undefined, name);
    }
    const peg = new Peg();
    t.ok(Undefineds.peg(peg) === peg && Undefineds.peg(undefined) === undefined, "an object");
    const object = {};
    t.ok(Undefineds.anyObject(object) === object && Undefineds.anyObject(undefined) === undefined, "any object");
    t.ok(Undefineds.tool(object) === object && Undefineds.tool(undefined) === undefined, "an object of an import");
    t.equal(Undefineds.texts(["a", undefined, ""]), ["a", undefined, ""]);
    const counts = Undefineds.counts({ a: 1, b: undefined });
    t.equal([Object.keys(counts), counts.a, counts.b], [["a", "b"], 1, undefined]);
    t.equal([peg.place, peg.name], [undefined, undefined]);
    peg.place = 5;
    t.equal([peg.place, peg.name], [5, "peg 5"]);
    peg.place = undefined;
    t.equal(peg.place, undefined);
    peg.dispose();
  });
  await t.test("null is what the type makes of it, unless there are both", () => {
    t.equal([Undefineds.flag(null), Undefineds.int32(null), Undefineds.real(null), Undefineds.text(null)], [false, 0, 0, "null"]);
    t.equal([undefined, null, "a"].map((value) => Undefineds.textOrNull(value)), [undefined, null, "a"]);
    t.equal([undefined, null, 7].map((value) => Undefineds.numberOrNull(value)), [undefined, null, 7]);
    for (const name of ["level", "numbers", "peg", "tool", "anyObject", "big"]) t.throws(() => Undefineds[name](null), { type: TypeError });
  });
  await t.test("such an argument is required, and one that is optional has its default", () => {
    t.throws(() => Undefineds.several(1), { type: TypeError, message: "Undefineds.several takes at least 2 arguments, got 1" });
    t.equal([Undefineds.several(undefined, undefined), Undefineds.several(1, "b", "c"), Undefineds.several(1, undefined, undefined)], ["-1 - - - 5", "1 b c - 5", "1 - - - 5"]);
    t.equal(Undefineds.several(1, "b", undefined, true, 6), "1 b - d 6");
  });
  await t.test("undefined through callbacks and imports", () => {
    t.equal([Undefineds.call(() => undefined, "x"), Undefineds.call((text) => text?.length, undefined), Undefineds.call((text) => text.length, "abc")], [undefined, undefined, 3]);
    t.equal(Undefineds.call((...all) => all.length, undefined), 1);
    const reply = Undefineds.reply();
    t.equal([reply(undefined), reply("abc"), reply(undefined, 5), reply("a", undefined)], [undefined, 3, 5, 1]);
    reply.dispose();
    t.equal([Undefineds.half(8), Undefineds.half(undefined), Undefineds.outside("x"), Undefineds.outside(undefined)], [4, undefined, "x", undefined]);
    const tool = {};
    t.ok(Undefineds.outsideTool(tool) === tool && Undefineds.outsideTool(undefined) === undefined, "an object of an import");
  });
  await t.noLeaks("values that may be undefined", () => {
    Undefineds.texts(["a text that is longer than a few characters", undefined]);
    Undefineds.tool({});
    Undefineds.outsideTool({});
    Undefineds.big(2n ** 64n);
    Undefineds.several(1, "a text that is longer than a few characters");
    t.throws(() => Undefineds.tool(null), { type: TypeError });
    t.throws(() => Undefineds.texts(["a text that is longer than a few characters", Symbol()]), { type: TypeError });
  }, { times: 1_000 });

  await t.noLeaks("nullable values of every type", () => {
    for (const name of ["flag", "int32", "int64", "big", "real", "level", "numbers", "texts"]) {
      Nullables[name](values[name][0]);
      Nullables[name](null);
    }
    Nullables.text("x".repeat(70));
    Nullables.pair({ key: "k" }, true);
    Nullables.pairs([null, { key: "k" }]);
    Nullables.call((value) => value, null, "t");
    Nullables.threeStates(null, "t", undefined, [1]);
  }, { times: 2_000 });
  await t.noLeaks("nullable values beyond the region, and errors", () => {
    Nullables.text("x".repeat(40_000));
    t.throws(() => Nullables.several(1, "b".repeat(40_000), true, 1, [Symbol()]), { type: TypeError });
    t.throws(() => Nullables.pairs([null, { key: "k".repeat(70_000) }, { key: Symbol() }]), { type: TypeError });
    t.throws(() => Nullables.call(() => {}, 1n, ""), { type: TypeError });
  }, { times: 200 });
  await t.test("no room of the region is lost", () => t.equal(t.module.inspect().regionBytes, 0));
}
