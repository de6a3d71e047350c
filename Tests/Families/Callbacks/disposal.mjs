// When closures end: disposed of before, during and after calls of their own.
export default async function (t) {
  const { Calls, Through } = t.module;

  await t.test("a Swift closure is a function until it is disposed", () => {
    const before = Calls.boxes();
    const triple = Calls.multiplier(3);
    t.equal(typeof triple, "function");
    t.equal(triple(2), 6);
    t.equal([1, 2].map(Calls.multiplier(2)), [2, 4]);
    t.throws(() => triple("x"), { name: "TypeError", message: 'Transform: value must be a finite number, not the string "x"' });
    t.throws(() => triple(), { name: "TypeError", message: "Transform takes at least 1 argument, got 0" });
    triple.dispose();
    triple.dispose();
    t.throws(() => triple(2), { name: "TypeError", message: "Transform: this function has been disposed" });
    t.equal(Calls.prefixer("a")("b"), "ab");
    t.ok(Calls.boxes() <= before + 1, "the disposed one is gone");
  });

  await t.test("Symbol.dispose disposes a closure", () => {
    if (Symbol.dispose === undefined) return;
    const triple = Calls.multiplier(3);
    triple[Symbol.dispose]();
    t.throws(() => triple(2), { name: "TypeError" });
  });

  await t.test("a disposed closure that Swift still calls through JavaScript is a TypeError", () => {
    const triple = Calls.multiplier(3);
    t.equal(Calls.applyTwice(triple, 2), 18);
    t.throws(() => Calls.applyTwice((value) => (triple.dispose(), value), 1) && Calls.apply(triple, 1), { name: "TypeError" });
    t.equal(Calls.quiet(4), 4);
  });

  await t.test("disposing a closure while it runs ends it afterwards", () => {
    const before = Calls.boxes();
    const again = Through.maybeBack((number) => {
      if (number === 1) again.dispose();
      return number;
    });
    t.equal(again(1), 1);
    t.throws(() => again(1), { name: "TypeError" });
    const late = Calls.multiplier(5);
    t.throws(() => late({ valueOf: () => (late.dispose(), 2) }), { name: "TypeError", message: "Transform: this function has been disposed" });
    t.equal(Calls.boxes(), before);
  });

  await t.test("disposing a closure in a call within its call ends it after the outermost", () => {
    const before = Calls.boxes();
    const seen = [];
    const twice = Calls.multiplierOf((number) => {
      if (number > 0) seen.push(twice(number - 1));
      else twice.dispose();
      seen.push(Calls.boxes() - before);
      // Boxes of the same size, which would take the closure's place if it were gone.
      Calls.several(20).forEach((other) => other.dispose());
      return number;
    }, 2);
    t.equal(twice(3), 6);
    t.equal(seen, [1, 0, 1, 2, 1, 4, 1]);
    t.throws(() => twice(1), { name: "TypeError" });
    t.equal(Calls.boxes(), before);
  });
}
