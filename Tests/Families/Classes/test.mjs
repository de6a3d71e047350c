import disposal from "./disposal.mjs";

const { defineProperty, create, getPrototypeOf, setPrototypeOf } = Object;

export default async function (t) {
  const { Counter, Other, Sealed, Objects } = t.module;

  await t.test("constructs, calls, gets and sets", () => {
    const counter = new Counter(5);
    counter.increment();
    counter.increment(4);
    t.equal(counter.value, 10);
    counter.value = -3;
    t.equal(counter.value, -3);
    counter.label = "Zoë";
    t.equal(counter.label, "Zoë");
    t.equal(new Counter().value, 0);
    t.equal(new Counter(undefined).value, 0);
    counter.dispose();
  });

  await t.test("is a class as the language has them", () => {
    const counter = new Counter(1);
    t.ok(counter instanceof Counter, "instanceof holds");
    t.equal(counter.constructor, Counter);
    t.equal(Counter.name, "Counter");
    t.equal(Counter.STEP, 10);
    t.equal(counter.STEP, 10);
    t.throws(() => Counter(1), { name: "TypeError" });
    t.equal(Object.keys(counter), []);
    t.equal(JSON.stringify(counter), "{}");
    t.equal(Object.prototype.toString.call(counter), "[object Counter]");
    t.equal([Counter.length, counter.increment.length, counter.plus.length, Objects.optionalValue.length, Objects.pair.length], [0, 0, 1, 0, 1]);
    const { dispose } = counter;
    t.throws(() => dispose(), { name: "TypeError", message: "Counter.dispose must be called on Counter, not on undefined" });
    t.throws(() => dispose.call({}), { name: "TypeError", message: "Counter.dispose must be called on Counter, not on an empty object, as structuredClone and postMessage make of one" });
    counter.dispose();
  });

  await t.test("has the properties that the standard says", () => {
    const { getOwnPropertyDescriptor } = Object;
    const flags = (object, key) => {
      const { enumerable, configurable, writable } = getOwnPropertyDescriptor(object, key);
      return [enumerable, configurable, writable];
    };
    const { prototype } = Counter;
    t.equal([flags(prototype, "increment"), flags(Counter, "parse")], [[true, true, true], [true, true, true]]);
    t.equal([flags(prototype, "value"), flags(Counter, "alive")], [[true, true, undefined], [true, true, undefined]]);
    t.equal([flags(prototype, "STEP"), flags(Counter, "STEP")], [[true, false, false], [true, false, false]]);
    t.equal([flags(prototype, "constructor"), flags(prototype, Symbol.toStringTag)], [[false, true, true], [false, true, false]]);
    t.equal([flags(Counter, "prototype"), flags(Counter, "name"), flags(Counter, "length")], [[false, false, false], [false, true, false], [false, true, false]]);
    t.equal([flags(prototype, "dispose"), Symbol.dispose && flags(prototype, Symbol.dispose)], [[false, true, true], Symbol.dispose && [false, true, true]]);
    t.throws(() => (Counter.STEP = 11), { name: "TypeError" });
    t.equal(Counter.STEP, 10);
    class Mine extends Counter {}
    t.equal([Object.keys(Mine), Object.keys(new Mine(1)), flags(Mine.prototype, "constructor")], [[], [], [false, true, true]]);
  });

  await t.test("the consoles of Node, Deno and Bun show class and attributes", async () => {
    const inspect = t.isBrowser ? undefined : globalThis.Deno?.inspect ?? (await import("node:util")).inspect;
    if (inspect === undefined) return t.skip("an object in a console", "a page's console has no hook");
    const counter = new Counter(3);
    counter.label = "a counter";
    class Mine extends Counter {
      own = 1;
    }
    const plain = (value) => inspect(value, { colors: false, breakLength: Infinity, compact: true }).replaceAll('"', "'").replaceAll(/\s+/g, " ");
    t.ok(/^Counter \{.* value: 3,?.*\}$/.test(plain(counter)), plain(counter));
    t.ok(plain(counter).includes("label: 'a counter'"), plain(counter));
    t.ok(/^Mine \{ own: 1, .*value: 5,?.*\}$/.test(plain(new Mine(5))), plain(new Mine(5)));
    t.ok(plain({ inner: [counter] }).includes("Counter {"), plain({ inner: [counter] }));
    // A getter may throw anything.
    class Throwing extends Counter {
      get broken() {
        throw null;
      }
    }
    t.ok(/^Throwing \{ .*broken: null,?.*\}$/.test(plain(new Throwing(6))), plain(new Throwing(6)));
    // Deno does not say how deep an object is.
    if (t.engine !== "deno") t.equal(plain({ a: { b: { c: counter } } }), "{ a: { b: { c: [Counter] } } }");
    counter.dispose();
    t.equal(plain(counter), "Counter (disposed)");
  });

  await t.test("static members", () => {
    const before = Counter.alive;
    const counter = Counter.parse("42");
    t.equal(counter.value, 42);
    t.equal(Counter.alive, before + 1);
    counter.dispose();
    t.equal(Counter.alive, before);
    t.throws(() => Counter.parse(Symbol()), { name: "TypeError", message: "Counter.parse: text must be a string, not the symbol Symbol()" });
  });

  await t.test("a readonly attribute cannot be set", () => {
    const counter = new Counter();
    t.throws(() => {
      counter.id = 1;
    }, { name: "TypeError" });
    t.throws(() => {
      Counter.alive = 1;
    }, { name: "TypeError" });
    counter.dispose();
  });

  await t.test("an attribute of an enum ignores what is no value of it", () => {
    const counter = new Counter();
    t.equal(counter.mode, "up");
    counter.mode = "down";
    counter.mode = "sideways";
    counter.mode = undefined;
    t.equal(counter.mode, "down");
    counter.mode = { toString: () => "up" };
    t.equal(counter.mode, "up");
    t.throws(() => {
      counter.mode = Symbol();
    }, { name: "TypeError" });
    counter.dispose();
  });

  await t.test("the same Swift object is the same JavaScript object", () => {
    const counter = new Counter(3);
    t.ok(counter.same() === counter, "an operation gives the same");
    t.ok(Objects.echo(counter) === counter, "an argument comes back as the same");
    t.ok(counter.copy() !== counter, "a copy is another");
    t.equal(counter.orNull(false), null);
    t.ok(counter.orNull(true) === counter, "a nullable result gives the same");
    t.ok(Objects.echoOrNull(counter) === counter, "a nullable argument comes back as the same");
    t.equal(Objects.echoOrNull(null), null);
    t.equal(Objects.echoOrNull(undefined), null);
    Objects.keep(counter);
    t.ok(Objects.kept() === counter, "what Swift kept is the same");
    Objects.keep(null);
    t.equal(Objects.kept(), null);
    const again = new Counter(4);
    counter.next = again;
    t.ok(counter.next === again, "an attribute gives the same");
    counter.next = null;
    t.equal(counter.next, null);
    again.dispose();
    counter.dispose();
  });

  await t.test("identity holds over many turns and garbage", async () => {
    const counters = Array.from({ length: 50 }, (_, index) => new Counter(index));
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      globalThis.gc?.();
      for (const counter of counters) t.ok(counter.same() === counter, "it is the same object");
    }
    for (const counter of counters) counter.dispose();
  });

  await t.test("objects in sequences and dictionaries", () => {
    const made = Objects.make(4);
    t.equal(made.map((counter) => counter.value), [0, 1, 2, 3]);
    t.ok(made.every((counter) => counter instanceof Counter), "all are Counters");
    t.equal(Objects.sum(made), 6);
    t.equal(Objects.sum(new Set(made)), 6);
    const half = Objects.everySecond(made);
    t.ok(half[0] === made[0] && half[1] === null && half[2] === made[2] && half[3] === null, "every second is the same object");
    t.equal(Objects.pairSum({ left: made[1], right: made[2] }), 3);
    t.equal(Objects.pairSum({ left: made[3] }), 3);
    const pair = Objects.pair(made[0], made[1]);
    t.ok(pair.left === made[0] && pair.right === made[1], "a dictionary holds the same objects");
    t.equal("right" in Objects.pair(made[0]), false);
    t.equal(Objects.optionalValue(made[2]), 2);
    t.equal(Objects.optionalValue(), -1);
    for (const counter of made) counter.dispose();
  });

  await t.test("another class is refused with the place's name", () => {
    const other = new Other();
    t.throws(() => Objects.echo(other), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not an object (Other)" });
    t.throws(() => Objects.echo({}), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not an empty object, as structuredClone and postMessage make of one" });
    t.throws(() => Objects.echo({ value: 1 }), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not an object (Object)" });
    t.throws(() => Objects.echo(null), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not null" });
    t.throws(() => Objects.echo(1), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not the number 1" });
    t.throws(() => Objects.echo(), { name: "TypeError", message: "Objects.echo takes at least 1 argument, got 0" });
    t.throws(() => Objects.echoOrNull(other), { name: "TypeError", message: "Objects.echoOrNull: counter must be a Counter, not an object (Other)" });
    t.throws(() => Objects.sum([other]), { name: "TypeError", message: "Objects.sum: counters[0] must be a Counter, not an object (Other)" });
    t.throws(() => Objects.pairSum({ left: other }), { name: "TypeError", message: "Objects.pairSum: pair.left must be a Counter, not an object (Other)" });
    t.throws(() => Objects.pairSum({}), { name: "TypeError", message: "Objects.pairSum: pair.left is required" });
    t.throws(() => Counter.prototype.increment.call(other), {
      name: "TypeError",
      message: "Counter.increment must be called on Counter, not on an object (Other)",
    });
    t.throws(() => Reflect.get(Counter.prototype, "value", other), { name: "TypeError" });
    t.throws(() => Counter.prototype.value, { name: "TypeError" });
    t.equal(Objects.other().name, "other");
    other.dispose();
  });

  await t.test("a forged object never reaches Swift", () => {
    const counter = new Counter(7);
    const other = new Other();
    for (const forged of [create(Counter.prototype), setPrototypeOf({}, Counter.prototype), setPrototypeOf(other, Counter.prototype), new Proxy(counter, {}), create(counter)]) {
      t.throws(() => Objects.echo(forged), { name: "TypeError", message: /^Objects\.echo: Counter must be a Counter, not / });
      t.throws(() => Counter.prototype.increment.call(forged), { name: "TypeError" });
      t.throws(() => forged.value, { name: "TypeError" });
      t.throws(() => counter.plus(forged), { name: "TypeError" });
    }
    const proxy = new Proxy(counter, {});
    const isProxy = "a Proxy of one, or what no constructor made";
    t.throws(() => proxy.increment(), { name: "TypeError", message: `Counter.increment must be called on Counter, not on ${isProxy}` });
    t.throws(() => proxy.dispose(), { name: "TypeError", message: `Counter.dispose must be called on Counter, not on ${isProxy}` });
    t.throws(() => counter.plus(proxy), { name: "TypeError", message: `Counter.plus: other must be a Counter, not ${isProxy}` });
    if (typeof structuredClone === "function") {
      const clone = structuredClone(counter);
      const isClone = "an empty object, as structuredClone and postMessage make of one";
      t.throws(() => counter.plus(clone), { name: "TypeError", message: `Counter.plus: other must be a Counter, not ${isClone}` });
      t.throws(() => Counter.prototype.increment.call(clone), { name: "TypeError", message: `Counter.increment must be called on Counter, not on ${isClone}` });
    }
    const pretender = { constructor: Counter, get [Symbol.toStringTag]() { return "Counter"; } };
    t.throws(() => Objects.echo(pretender), { name: "TypeError" });
    t.equal(counter.value, 7);
    counter.dispose();
  });

  await t.test("no object can be made of an address", () => {
    t.equal(getPrototypeOf(Counter), Function.prototype, "there is no base class to steal");
    t.equal(getPrototypeOf(Counter.prototype), Object.prototype);
    const own = Reflect.construct(Counter, [4096], function () {});
    t.throws(() => own.value === 4096 || own.increment(1), { name: "TypeError" }, "it has no members");
    t.equal(Reflect.get(Counter.prototype, "value", own), 4096, "it is an object of its own");
    Counter.prototype.dispose.call(own);
    t.throws(() => Counter.prototype.dispose.call({}), { name: "TypeError" });
    t.throws(() => Counter.prototype.dispose.call(new Other()), { name: "TypeError" });
  });

  await t.test("a subclass of another parent cannot pass one class off as another", () => {
    const other = new Other();
    class Thief extends Counter {}
    setPrototypeOf(Thief, function () {
      return other;
    });
    const stolen = Reflect.construct(Thief, []);
    t.throws(() => Objects.echo(stolen), { name: "TypeError" });
    other.dispose();
  });

  await t.test("an object of another instance is foreign", async () => {
    const there = await t.instantiate();
    const foreign = new there.Counter(1);
    t.ok(!(foreign instanceof Counter), "it is not an instance of this Counter");
    t.throws(() => Objects.echo(foreign), { name: "TypeError", message: "Objects.echo: Counter must be a Counter, not an object (Counter)" });
    t.throws(() => Counter.prototype.increment.call(foreign), { name: "TypeError" });
    t.equal(there.Objects.echo(foreign) === foreign, true);
    foreign.dispose();
  });

  await t.test("subclasses in JavaScript", () => {
    class Double extends Counter {
      #extra = 1;
      constructor(start) {
        super(start * 2);
        this.own = "mine";
      }
      get extra() {
        return this.#extra;
      }
      increment() {
        super.increment(2);
      }
    }
    const double = new Double(4);
    double.increment();
    t.equal(double.value, 10);
    t.equal(double.own, "mine");
    t.equal(double.extra, 1);
    t.ok(double instanceof Double && double instanceof Counter, "it is of both classes");
    t.ok(double.same() === double, "its identity is kept");
    t.ok(Objects.echo(double) === double, "as an argument too");
    double.dispose();
    t.throws(() => double.value, { name: "TypeError" });
  });

  await t.test("a class without a constructor comes from other members only", () => {
    t.throws(() => new Sealed(), { name: "TypeError", message: "Sealed has no constructor; Sealed objects come from other members" });
    const sealed = Objects.seal(9);
    t.ok(sealed instanceof Sealed, "it is an instance");
    t.equal(sealed.id, 9);
    sealed.dispose();
  });

  await disposal(t);

  await t.test("objects through a callback", () => {
    const counter = new Counter(3);
    t.ok(Objects.pick((same) => same, counter) === counter, "it is the same there and back");
    t.equal(Objects.pick(() => undefined, counter), null);
    t.throws(() => Objects.pick(() => ({}), counter), { name: "TypeError", message: "Picker: the result must be a Counter, not an empty object, as structuredClone and postMessage make of one" });
    counter.dispose();
  });

  await t.test("growth during a call", () => {
    const counter = new Counter(3);
    t.equal(counter.valueAfter(() => t.grow()), 4);
    counter.label = { toString: () => (t.grow(), "grown") };
    t.equal(counter.label, "grown");
    t.equal(Objects.pairSum({ left: counter, get note() { t.grow(); return ""; } }), 4);
    t.ok(counter.same() === counter, "identity survives");
    counter.dispose();
  });

  if (Symbol.dispose === undefined) t.skip("using disposes", "this engine has no Symbol.dispose");
  else {
    await t.test("Symbol.dispose is dispose", () => {
      const before = Counter.alive;
      const counter = new Counter(1);
      t.equal(counter[Symbol.dispose], counter.dispose);
      counter[Symbol.dispose]();
      t.equal(Counter.alive, before);
    });
  }

  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  if (collect === undefined) t.skip("a collected object releases the Swift object", "this engine shows no gc");
  else {
    await t.test("a collected object releases the Swift object", async () => {
      const settle = async (isEnough) => {
        for (let round = 0; round < 500 && (round < 30 || !isEnough()); round += 1) {
          collect();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      };
      await settle(() => true);
      const before = Counter.alive;
      for (let round = 1; round <= 5; round += 1) {
        for (let index = 0; index < 200; index += 1) new Counter(index);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await settle(() => Counter.alive < before + 500);
      // A conservative collector may hold on to some.
      t.ok(Counter.alive < before + 500, `most are gone: ${before} before, ${Counter.alive} after`);
    });
  }

  await t.test("defining properties on the class does no harm", () => {
    defineProperty(Counter.prototype, "extra", { value: 1, configurable: true });
    const counter = new Counter(2);
    t.equal(counter.extra, 1);
    delete Counter.prototype.extra;
    counter.dispose();
  });

  await t.noLeaks("construct and dispose", () => new Counter(1).dispose());
  const kept = new Counter(1);
  await t.noLeaks("same object out", () => kept.same());
  await t.noLeaks("object in", () => Objects.echo(kept));
  await t.noLeaks("a new object out", () => kept.copy().dispose());
  await t.noLeaks("sequence in and out", () => Objects.everySecond([kept, kept]));
  await t.noLeaks("dictionary in and out", () => Objects.pair(kept, kept).left.plus(kept));
  await t.noLeaks("dictionary in", () => Objects.pairSum({ left: kept, right: kept, note: "a note" }));
  await t.noLeaks("callback with objects", () => Objects.pick((same) => same, kept));
  const refused = (body) => () => {
    try {
      body();
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  };
  const raise = () => {
    throw new Error("mine");
  };
  await t.noLeaks("an exception, while Swift goes on and returns an object", refused(() => {
    const once = new Counter(1);
    try {
      once.sameAfter(raise);
    } finally {
      once.dispose();
    }
  }));
  await t.noLeaks("an exception, while Swift goes on and returns a new object", refused(() => kept.copyAfter(raise)));
  await t.noLeaks("wrong element", refused(() => Objects.sum([kept, kept, {}])));
  await t.noLeaks("wrong member", refused(() => Objects.pairSum({ left: kept, right: {}, note: "x" })));
  await t.noLeaks("throwing getter", refused(() => Objects.pairSum({ left: kept, get note() { throw 1; } })));
  await t.noLeaks("throwing conversion", refused(() => kept.plusAll({ toString() { throw 1; } }, [kept])));
  await t.noLeaks("throwing iterator", refused(() => kept.plusAll("a".repeat(100), { *[Symbol.iterator]() { yield kept; throw 1; } })));
  await t.noLeaks("an object that is disposed during its call", () => {
    const once = new Counter(1);
    once.valueAfter(() => once.dispose());
  });
  await t.noLeaks("an object that is data", () => {
    const once = Objects.sealedForever();
    once.idAfter(() => once.dispose());
  });
  await t.noLeaks("wrong result of a callback", refused(() => Objects.pick(() => 1, kept)));
}
