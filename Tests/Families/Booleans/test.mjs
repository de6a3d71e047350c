export default async function (t) {
  const { Booleans } = t.module;

  await t.test("true and false come back", () => {
    t.equal(Booleans.same(true), true);
    t.equal(Booleans.same(false), false);
    t.equal(Booleans.spell(true), "true");
  });

  await t.test("every value is truthy or falsy, and none is an error (Web IDL 3.2.3)", () => {
    for (const value of [undefined, null, 0, -0, NaN, "", 0n]) t.equal(Booleans.same(value), false, String(value));
    for (const value of [1, -1, Infinity, "0", "false", " ", 1n, {}, [], () => {}, Symbol("s"), new Boolean(false)]) {
      t.equal(Booleans.same(value), true, String(value));
    }
  });

  await t.test("no valueOf and no toString is called", () => {
    const value = { valueOf: () => t.ok(false), toString: () => t.ok(false), [Symbol.toPrimitive]: () => t.ok(false) };
    t.equal(Booleans.and(value, true), true);
  });

  await t.test("a call with too few arguments says how many it takes", () => {
    t.throws(() => Booleans.same(), { name: "TypeError", message: "Booleans.same takes at least 1 argument, got 0" });
    t.throws(() => Booleans.and(true), { name: "TypeError", message: "Booleans.and takes at least 2 arguments, got 1" });
  });

  await t.test("arguments that are too many are ignored", () => t.equal(Booleans.and(true, true, false), true));

  await t.test("null is a third value where the type says so", () => {
    t.equal(Booleans.maybe(true), true);
    t.equal(Booleans.maybe(false), false);
    t.equal(Booleans.maybe(null), null);
    t.equal(Booleans.maybe(undefined), null);
    t.equal(Booleans.maybe(0), false);
    t.equal(Booleans.maybe("null"), true);
  });

  await t.noLeaks("booleans", () => Booleans.maybe(Booleans.and(true, false)));
}
