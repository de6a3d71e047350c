const sides = ["left", "right", "top-left", "", "2d", "default", "with space", "self", "ALLCAPS", "ünïcode", "\\quoted'<b>*/"];
const list = sides.map((side) => JSON.stringify(side)).join(", ");

export default async function (t) {
  const { Enums } = t.module;

  await t.test("every value comes back, whatever characters it has", () => {
    for (const side of sides) t.equal(Enums.same(side), side);
    t.equal(Enums.all(), sides);
    t.equal(Enums.only("one"), "one");
  });

  await t.test("Swift sees a case for each", () => {
    for (const [side, spelling] of [["left", "left"], ["top-left", "top-left"], ["", "empty"], ["2d", "2d"], ["default", "default"], ["with space", "with space"]]) {
      t.equal(Enums.spell(side), spelling);
    }
  });

  await t.test("other strings are a TypeError that lists the values", () => {
    for (const value of ["Left", "left ", "top_left", "undefined", "toString", "__proto__", "0"]) {
      t.throws(() => Enums.same(value), { name: "TypeError", message: `Enums.same: side must be one of ${list}, not the string ${JSON.stringify(value)}` });
    }
    t.throws(() => Enums.same(undefined), { message: `Enums.same: side must be one of ${list}, not undefined` });
    t.throws(() => Enums.same(0), { message: `Enums.same: side must be one of ${list}, not the number 0` });
    t.throws(() => Enums.pick("left", "wrong", false), { message: `Enums.pick: second must be one of ${list}, not the string "wrong"` });
    t.throws(() => Enums.only("two"), { message: 'Enums.only: value must be "one", not the string "two"' });
  });

  await t.test("values are converted to a string first (Web IDL 3.2.18)", () => {
    t.equal(Enums.same({ toString: () => "right" }), "right");
    t.equal(Enums.same(["left"]), "left");
    t.equal(Enums.same([]), "");
    t.equal(Enums.same(new String("self")), "self");
    t.equal(Enums.same({ toString: () => (t.grow(), Enums.same("right")) }), "right");
    t.throws(() => Enums.same(Symbol("left")), { name: "TypeError", message: "Enums.same: side must be a string, not the symbol Symbol(left)" });
    const error = new Error("mine");
    t.equal(t.throws(() => Enums.same({ toString: () => { throw error; } })), error);
  });

  await t.test("a toString is called once, in the order of the arguments", () => {
    const order = [];
    const side = (name) => ({ toString: () => (order.push(name), name) });
    t.equal(Enums.pick(side("left"), side("right"), true), "right");
    t.equal(order, ["left", "right"]);
  });

  await t.test("null and undefined are null where the type says so, and a default fills in for undefined", () => {
    t.equal(Enums.maybe(null), null);
    t.equal(Enums.maybe(undefined), null);
    t.equal(Enums.maybe(""), "");
    t.equal(Enums.maybe("left"), "left");
    t.throws(() => Enums.maybe("null"), { type: TypeError });
    t.equal(Enums.orDefault(), "top-left");
    t.equal(Enums.orDefault(undefined), "top-left");
    t.equal(Enums.orDefault("left"), "left");
    t.throws(() => Enums.orDefault(null), { message: `Enums.orDefault: side must be one of ${list}, not null` });
  });

  await t.noLeaks("enums and their errors", () => {
    Enums.all();
    Enums.pick("left", "right", true);
    try {
      Enums.pick("left", "wrong", true);
    } catch {}
  });
}
