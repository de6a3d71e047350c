const narrow = { int8: [-128, 127], uint8: [0, 255], int16: [-32768, 32767], uint16: [0, 65535], int32: [-(2 ** 31), 2 ** 31 - 1], uint32: [0, 2 ** 32 - 1] };
const wide = { int64: [-(2 ** 53) + 1, 2 ** 53 - 1], uint64: [0, 2 ** 53 - 1] };

export default async function (t) {
  const { Integers } = t.module;

  await t.test("values in range come back, the bounds included", () => {
    for (const [name, [low, high]] of Object.entries({ ...narrow, ...wide })) {
      for (const suffix of ["", "Enforced", "Clamped"]) {
        for (const value of [0, 1, 7, low, low + 1, high - 1, high]) t.equal(Integers[name + suffix](value), value, name + suffix);
      }
    }
  });

  await t.test("without an attribute a number is taken modulo the type's size", () => {
    for (const [name, [low, high]] of Object.entries(narrow)) {
      t.equal(Integers[name](high + 1), low, name);
      t.equal(Integers[name](low - 1), high, name);
      t.equal(Integers[name]((high - low + 1) * 3 + 5), 5, name);
    }
  });

  await t.test("fractions are cut, and what is no number is 0", () => {
    for (const name of Object.keys({ ...narrow, ...wide })) {
      t.equal(Integers[name](3.99), 3, name);
      t.equal(Integers[name](-0.99), 0, name);
      for (const value of [NaN, Infinity, -Infinity, -0, undefined, null, "", "x", {}, [], false]) t.equal(Integers[name](value), 0, name);
      t.equal(Integers[name]("12"), 12, name);
      t.equal(Integers[name](" 0x1F "), 31, name);
      t.equal(Integers[name](true), 1, name);
      t.equal(Integers[name]([[5]]), 5, name);
      t.equal(Integers[name](new Date(9)), 9, name);
    }
  });

  await t.test("bigints and symbols are a TypeError that names the argument", () => {
    for (const name of Object.keys({ ...narrow, ...wide })) {
      for (const suffix of ["", "Enforced", "Clamped"]) {
        const place = `Integers.${name}${suffix}: value`;
        t.throws(() => Integers[name + suffix](5n), { name: "TypeError", message: `${place} must be a number, not the bigint 5` });
        t.throws(() => Integers[name + suffix](Symbol("s")), { name: "TypeError", message: `${place} must be a number, not the symbol Symbol(s)` });
        t.throws(() => Integers[name + suffix]({ valueOf: () => 5n }), { type: TypeError });
        t.throws(() => Integers[name + suffix](Object(Symbol())), { type: TypeError });
      }
    }
  });

  await t.test("[EnforceRange] refuses what is outside, and fractions are cut first", () => {
    for (const [name, [low, high]] of Object.entries({ ...narrow, ...wide })) {
      const call = Integers[`${name}Enforced`];
      t.equal(call(high + 0.4), high, name);
      t.equal(call("7.9"), 7, name);
      t.equal(call(-0.9), 0, name);
      for (const value of [NaN, Infinity, -Infinity, high + 1, low - 1, 1e300]) {
        t.throws(() => call(value), {
          name: "TypeError",
          message: `Integers.${name}Enforced: value must be an integer from ${low} to ${high}, not the number ${value}`,
        });
      }
      t.throws(() => call(undefined), { message: `Integers.${name}Enforced: value must be an integer from ${low} to ${high}, not undefined` });
      t.throws(() => call("x"), { message: `Integers.${name}Enforced: value must be an integer from ${low} to ${high}, not the string "x"` });
    }
  });

  await t.test("[Clamp] gives the nearest value in range, halves to even", () => {
    for (const [name, [low, high]] of Object.entries({ ...narrow, ...wide })) {
      const call = Integers[`${name}Clamped`];
      for (const [value, expected] of [[high + 1, high], [low - 1, low], [Infinity, high], [-Infinity, low], [NaN, 0], [undefined, 0]]) {
        t.equal(call(value), expected, `${name} ${value}`);
      }
      for (const [value, expected] of [[0.5, 0], [1.5, 2], [2.5, 2], [2.51, 3], [3.49, 3], [-0.4, 0]]) t.equal(call(value), expected, `${name} ${value}`);
      if (low < 0) for (const [value, expected] of [[-1.5, -2], [-2.5, -2], [-0.5, 0]]) t.equal(call(value), expected, `${name} ${value}`);
    }
  });

  await t.test("64 bits as a Number are exact in Swift as far as the Number is", () => {
    t.equal(Integers.spellInt64(2 ** 53), "9007199254740992");
    t.equal(Integers.spellInt64(-(2 ** 63)), "-9223372036854775808");
    t.equal(Integers.spellInt64(2 ** 63), "-9223372036854775808");
    t.equal(Integers.spellInt64(2 ** 64 + 4096), "4096");
    t.equal(Integers.spellInt64(1e100), "0");
    t.equal(Integers.spellUint64(-1), "18446744073709551615");
    t.equal(Integers.spellUint64(-(2 ** 63)), "9223372036854775808");
    t.equal(Integers.spellUint64(2 ** 63), "9223372036854775808");
    t.equal(Integers.spellUint64(2 ** 64 - 2048), "18446744073709549568");
    t.equal(Integers.spellUint64(-(2 ** 64) + 2048), "2048");
    t.equal(Integers.greatestNumber(), 2 ** 64);
    t.equal(Integers.uint64(-1), 2 ** 64);
  });

  await t.test("[BigInt] keeps all 64 bits and wraps like BigInt.asIntN", () => {
    for (const value of [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n, 2n ** 64n + 3n, -(2n ** 64n) - 3n]) {
      t.equal(Integers.int64BigInt(value), BigInt.asIntN(64, value), String(value));
      t.equal(Integers.uint64BigInt(value), BigInt.asUintN(64, value), String(value));
    }
    t.equal(Integers.greatestBigInt(), 2n ** 64n - 1n);
    t.equal(Integers.int64BigInt("12"), 12n);
    t.equal(Integers.int64BigInt(true), 1n);
    t.equal(Integers.int64BigInt({ valueOf: () => 5n }), 5n);
  });

  await t.test("[BigInt] refuses Numbers", () => {
    const place = "Integers.int64BigInt: value";
    t.throws(() => Integers.int64BigInt(1), { name: "TypeError", message: `${place} must be a bigint, not the number 1` });
    t.throws(() => Integers.int64BigInt(undefined), { name: "TypeError", message: `${place} must be a bigint, not undefined` });
    t.throws(() => Integers.int64BigInt(null), { name: "TypeError", message: `${place} must be a bigint, not null` });
    t.throws(() => Integers.int64BigInt(Symbol("s")), { name: "TypeError", message: `${place} must be a bigint, not the symbol Symbol(s)` });
    t.throws(() => Integers.int64BigInt({ valueOf: () => 5 }), { type: TypeError });
    t.throws(() => Integers.int64BigInt("x"), { name: "SyntaxError" });
  });

  await t.test("unsigned results are not negative", () => {
    t.equal(Integers.greatest(), 4294967295);
    t.equal(Integers.least(), -2147483648);
    t.equal(Integers.uint32(-1), 4294967295);
  });

  await t.test("arguments are converted once each, from left to right", () => {
    const order = [];
    const number = (name, value) => ({ valueOf: () => (order.push(name), value) });
    t.equal(Integers.sum(number("a", -1), number("b", 257), number("c", 3), number("d", -1), number("e", 0.5)), 65538);
    t.equal(order.join(""), "abcde");
  });

  await t.test("a valueOf that throws ends the call with that very error", () => {
    const error = new Error("mine");
    const value = { valueOf: () => { throw error; } };
    t.equal(t.throws(() => Integers.sum(1, 2, value, 4, 5)), error);
    t.equal(t.throws(() => Integers.int64(value)), error);
  });

  await t.test("a valueOf may call the module and make its memory grow", () => {
    const value = { valueOf: () => (t.grow(), Integers.int32(40)) };
    t.equal(Integers.sum(1, value, 1, value, 0), 82);
  });

  await t.noLeaks("integers and their errors", () => {
    Integers.sum(1, 2, 3, 4, 5);
    Integers.uint64BigInt(5n);
    try {
      Integers.int8Enforced(1000);
    } catch {}
  });
}
