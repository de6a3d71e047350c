export default async function (t) {
  const { State, Counter } = t.module;
  // The glue itself under another address is a module of its own, which nobody has initialised.
  const early = `${t.base.replace(".node.js", ".js")}?early-${Math.random()}`;

  await t.test("before init every kind of member says what is missing", async () => {
    const fresh = await import(early).catch(() => null);
    if (fresh === null || fresh.State === State) return t.skip("a module of its own", "this engine imports no second copy");
    const missing = (name) => ({ name: "Error", message: `${name}: call and await init() first` });
    t.throws(() => fresh.State.add(1), missing("State.add"));
    t.throws(() => fresh.State.total, missing("State.total"));
    t.throws(() => fresh.State.text("a"), missing("State.text"));
    t.throws(() => fresh.State.sum([1]), missing("State.sum"));
    t.throws(() => fresh.State.length({ x: 1, y: 2 }), missing("State.length"));
    t.throws(() => fresh.State.bytes(new Float64Array(1)), missing("State.bytes"));
    t.throws(() => fresh.State.bytes(new Float64Array(100)), missing("State.bytes"));
    t.throws(() => fresh.State.keep(() => {}), missing("State.keep"));
    t.throws(() => fresh.State.closure(), missing("State.closure"));
    t.throws(() => new fresh.Counter(), missing("new Counter"));
    t.throws(() => fresh.Counter.made, missing("Counter.made"));
    t.throws(() => fresh.Counter.of("a"), missing("Counter.of"));
    t.equal(fresh.State.ANSWER, 42);
  });

  await t.test("the program's entry point runs once, when the module is ready", async () => {
    const other = await t.instantiate();
    t.equal([State.starts(), other.State.starts()], [1, 1]);
    await t.module.init();
    t.equal(State.starts(), 1);
  });

  await t.test("init twice is one instance", async () => {
    const before = State.total;
    const [first, second] = [t.module.init(), t.module.init()];
    t.ok(first === second, "the same promise");
    t.equal(await first, undefined);
    t.equal(State.add(1), before + 1);
  });

  await t.test("instances have memory, classes and state of their own", async () => {
    const [a, b] = await Promise.all([t.instantiate(), t.instantiate()]);
    a.State.add(5);
    b.State.add(7);
    t.equal([a.State.total, b.State.total], [5, 7]);
    t.ok(a.Counter !== b.Counter && a.State !== b.State, "each has its own");
    const counter = new a.Counter(1);
    t.equal([a.Counter.made, b.Counter.made], [1, 0]);
    t.throws(() => Reflect.get(b.Counter.prototype, "value", counter), { name: "TypeError" });
    a.State.keep(() => b.State.run());
    b.State.keep(() => a.State.add(10));
    a.State.run();
    t.equal(a.State.total, 15);
    counter.dispose();
  });

  const traps = {
    fatalError: ({ State: state }) => state.trap("now"),
    "an index out of range": ({ State: state }) => state.element(3),
    "a negative index": ({ State: state }) => state.element(-1),
    "overflow": ({ State: state }) => {
      state.add(2 ** 31 - 1);
      state.add(1);
    },
    "a trap in a method": ({ Counter: Class }) => new Class(1).crash(),
    "endless recursion in Swift": ({ State: state }) => state.endless(0),
  };
  for (const [name, trap] of Object.entries(traps)) {
    await t.test(`${name} stops the instance, and later calls say so`, async () => {
      const instance = await t.instantiate();
      const counter = new instance.Counter(1);
      const closure = instance.State.closure();
      const first = t.throws(() => trap(instance), { name: "Error", message: /trapped/ });
      t.ok(first.cause !== undefined, "the first cause is kept");
      const stopped = { name: "Error", message: /stopped/ };
      for (const later of [
        () => instance.State.add(1),
        () => instance.State.text("a"),
        () => instance.State.text("a".repeat(100_000)),
        () => instance.State.sum([1, 2]),
        () => instance.State.length({ x: 1, y: 2 }),
        () => instance.State.bytes(new Float64Array(100)),
        () => instance.State.bytes(new Float64Array(100_000)),
        () => instance.State.keep(() => {}),
        () => instance.State.total,
        () => new instance.Counter(1),
        () => counter.value,
        () => {
          counter.value = 1;
        },
        () => closure(),
      ]) {
        t.equal(t.throws(later, stopped).cause, first.cause);
      }
      // Nothing is left to release, and `using` must not hide the first cause.
      counter.dispose();
      closure.dispose();
      t.throws(() => counter.value, { name: "TypeError" });
      t.equal((await t.instantiate()).State.add(1), 1);
      State.add(0);
    });
  }

  await t.test("a trap under a callback stops the outer calls too, and keeps the first cause", async () => {
    const instance = await t.instantiate();
    let inner;
    const outer = t.throws(() => instance.State.callThenTrap(() => {
      inner = t.throws(() => instance.State.trap("inner"), { message: /^State\.trap trapped/ });
    }), { name: "Error" });
    t.equal(outer.cause, inner.cause);
    const uncaught = await t.instantiate();
    const error = t.throws(() => uncaught.State.callThenTrap(() => uncaught.State.element(9)), { name: "Error" });
    t.ok(error.cause !== undefined, "the cause is kept");
    t.throws(() => uncaught.State.total, { message: /stopped/ });
  });

  await t.test("a callback's exception is no trap", async () => {
    const instance = await t.instantiate();
    const mine = new Error("mine");
    t.equal(t.throws(() => instance.State.down(() => { throw mine; }, 3)), mine);
    t.equal(instance.State.add(2), 2);
  });

  await t.test("JavaScript and Swift call each other deep, and too deep is an error", async () => {
    const instance = await t.instantiate();
    const recurse = (depth) => instance.State.down(recurse, depth);
    t.equal(instance.State.down(recurse, 200), 200);
    const endless = () => instance.State.down(endless, 1);
    t.throws(() => instance.State.down(endless, 1));
    // Whatever that did to it, this instance answers or says that it stopped, and others are not touched.
    try {
      t.equal(typeof instance.State.add(1), "number");
    } catch (error) {
      t.ok(/stopped/.test(error.message), error.message);
    }
    t.equal((await t.instantiate()).State.add(3), 3);
  });

  await t.test("a failed init can be repeated", async () => {
    const fresh = await import(`${early}-again`).catch(() => null);
    if (fresh === null || fresh.State === State) return;
    await t.rejects(() => fresh.init(new Uint8Array([1, 2, 3, 4])));
    t.throws(() => fresh.State.total, { name: "Error", message: "State.total: call and await init() first" });
    await t.rejects(() => t.instantiate(new Uint8Array(8)));
  });

  await t.noLeaks("nothing is kept of other instances", () => State.add(0), { times: 10 });
  new Counter(1).dispose();
}
