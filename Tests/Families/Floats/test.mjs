const finite = [0, -0, 1, -1, 0.1, 1 / 3, Math.PI, 1e-320, 5e-324, 2 ** 53 + 2, 1.7976931348623157e308, -1.7976931348623157e308];

export default async function (t) {
  const { Floats } = t.module;

  await t.test("a double comes back bit by bit", () => {
    const view = new DataView(new ArrayBuffer(8));
    for (const value of finite) {
      t.equal(Floats.number(value), value);
      t.equal(Floats.anyNumber(value), value);
      view.setFloat64(0, value);
      t.equal(Floats.bits(value), view.getBigUint64(0));
    }
  });

  await t.test("a float is rounded to the nearest, halves to even", () => {
    for (const value of [0, -0, 0.1, 1 / 3, 16777217, 16777219, 1e-45, 7e-46, 1e-46, 3.4028234663852886e38, 3.4028235677973362e38]) {
      t.equal(Floats.single(value), Math.fround(value), String(value));
      t.equal(Floats.anySingle(value), Math.fround(value), String(value));
    }
    t.equal(Floats.singleBits(-0), 0x80000000);
    t.equal(Floats.singleBits(1), 0x3f800000);
  });

  await t.test("what rounds to infinity does not fit a float", () => {
    for (const value of [3.4028235677973366e38, -3.4028235677973366e38, 1e39, 1.7e308]) {
      t.throws(() => Floats.single(value), {
        name: "TypeError",
        message: `Floats.single: value must be a number that fits a float, not the number ${value}`,
      });
      t.equal(Floats.anySingle(value), Math.sign(value) * Infinity);
    }
  });

  await t.test("restricted types refuse NaN and the infinities", () => {
    for (const [name, call] of [["number", Floats.number], ["single", Floats.single], ["maybe", Floats.maybe]]) {
      for (const value of [NaN, Infinity, -Infinity]) {
        t.throws(() => call(value), { name: "TypeError", message: `Floats.${name}: value must be a finite number, not the number ${value}` });
      }
      t.throws(() => call("x"), { message: `Floats.${name}: value must be a finite number, not the string "x"` });
      t.throws(() => call({}), { message: `Floats.${name}: value must be a finite number, not an object (Object)` });
      t.throws(() => call(() => 0), { message: `Floats.${name}: value must be a finite number, not a function` });
    }
    t.throws(() => Floats.number(undefined), { message: "Floats.number: value must be a finite number, not undefined" });
    t.throws(() => Floats.sum(1, 2, NaN, 4), { message: "Floats.sum: c must be a finite number, not the number NaN" });
  });

  await t.test("unrestricted types take them", () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      t.equal(Floats.anyNumber(value), value);
      t.equal(Floats.anySingle(value), value);
    }
    t.equal(Floats.anyNumber(undefined), NaN);
    t.equal(Floats.anyNumber("x"), NaN);
  });

  await t.test("strings, booleans, null, dates and objects are numbers as ToNumber has it", () => {
    for (const call of [Floats.number, Floats.single, Floats.anyNumber, Floats.anySingle]) {
      t.equal(call("12.5"), 12.5);
      t.equal(call(""), 0);
      t.equal(call(null), 0);
      t.equal(call(true), 1);
      t.equal(call([7]), 7);
      t.equal(call(new Date(5)), 5);
      t.equal(call({ [Symbol.toPrimitive]: (hint) => (hint === "number" ? 3 : 4) }), 3);
    }
  });

  await t.test("bigints and symbols are a TypeError", () => {
    for (const name of ["number", "single", "anyNumber", "anySingle", "maybe", "maybeAny"]) {
      t.throws(() => Floats[name](1n), { name: "TypeError", message: `Floats.${name}: value must be a number, not the bigint 1` });
      t.throws(() => Floats[name](Symbol("s")), { name: "TypeError", message: `Floats.${name}: value must be a number, not the symbol Symbol(s)` });
    }
  });

  await t.test("null stands beside every number, NaN included", () => {
    for (const value of [0, -0, 1.5, null]) t.equal(Floats.maybe(value), value);
    for (const value of [0, -0, NaN, Infinity, null]) t.equal(Floats.maybeAny(value), value);
    t.equal(Floats.maybe(undefined), null);
  });

  await t.test("constants are on the namespace", () => {
    t.equal(Floats.PI, Math.PI);
    t.equal(Floats.NOTHING, NaN);
    t.equal(Floats.LOWEST, -Infinity);
  });

  await t.noLeaks("floats and their errors", () => {
    Floats.sum(1, 2, 3, 4);
    try {
      Floats.sum(1, 2, 3, NaN);
    } catch {}
  });
}
