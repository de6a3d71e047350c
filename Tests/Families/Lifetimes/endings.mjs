// When the last reference to an object of Swift goes, its deinit may call JavaScript: nothing that waits for JavaScript is lost by that.
export default async function (t) {
  const { Door, X } = t.module;
  const silent = () => {};
  const quietly = (body) => {
    const { error } = console, told = [];
    console.error = (value) => told.push(value);
    try {
      body();
    } finally {
      console.error = error;
    }
    return told;
  };
  /** What a deinit may do besides. */
  const disturb = {
    "calls what returns a text": () => X.brief(),
    "calls what delivers a text": () => X.lengthy(),
    "calls what returns numbers": () => X.size(),
    "calls what delivers a list": () => X.words(),
    "calls what throws": () => t.throws(() => X.fail(), { message: "another" }),
    "calls what raises": () => t.throws(() => X.pass(() => { throw new Error("other"); }), { message: "other" }),
  };
  const results = {
    name: "oak",
    lengthy: "oak ".repeat(100),
    maybe: "oak",
    size: { w: 1, h: 2 },
    sizeOrNull: { w: 1, h: 2 },
    label: { text: "oak", w: 1 },
    words: ["oak", "elm"],
    big: 5,
    copy: Uint8Array.of(5, 6, 7),
    bytes: Uint8Array.of(5, 6, 7),
  };
  for (const [what, onClosed] of Object.entries(disturb)) {
    for (const [name, expected] of Object.entries(results)) {
      await t.test(`a receiver that ends during its own call and ${what}: ${name}`, () => {
        const door = new Door(onClosed);
        t.equal(door[name](() => door.dispose()), expected);
      });
    }

    await t.test(`an attribute of a receiver that ends and ${what}`, () => {
      const door = new Door(onClosed);
      const { shown } = door;
      door.dispose();
      t.equal(shown, Uint8Array.of(8, 9));
    });

    await t.test(`an object as the result while its receiver ends and ${what}`, () => {
      const door = new Door(onClosed);
      const other = door.other(() => door.dispose());
      t.equal(other.name(silent), "oak");
      other.dispose();
    });

    await t.test(`an error that Swift throws while its receiver ends and ${what}`, () => {
      const door = new Door(onClosed);
      t.throws(() => door.fail(() => door.dispose()), { message: "jammed" });
      const stuck = new Door(onClosed);
      t.throws(() => stuck.stuck(() => stuck.dispose()), { name: "Trouble", message: "stuck" });
      t.equal(X.brief(), "12345");
    });

    await t.test(`an exception that waits while its receiver ends and ${what}`, () => {
      for (const name of Object.keys(results)) {
        const door = new Door(onClosed);
        const raise = () => {
          door.dispose();
          throw new RangeError("mine");
        };
        t.throws(() => door[name](raise), { name: "RangeError", message: "mine" });
      }
      t.equal(X.brief(), "12345");
    });

    await t.test(`a closure that ends during its own call and ${what}`, () => {
      const ask = Door.ask(onClosed, () => ask.dispose());
      t.equal(ask("x"), "re:x");
      const long = Door.ask(onClosed, () => long.dispose());
      t.equal(long("x".repeat(300)), `re:${"x".repeat(300)}`);
    });

    await t.test(`an argument that ends during its call and ${what}`, () => {
      const given = (use) => {
        const door = new Door(onClosed);
        return use(door, () => door.dispose());
      };
      t.equal(given((door, during) => Door.sizeOf(door, during)), { w: 1, h: 2 });
      t.equal(given((door, during) => Door.nameOf(door, during)), "oak");
      t.equal(given((door, during) => Door.sizeOfKey({ door, number: 2 }, during)), { w: 1, h: 2 });
      t.equal(given((door, during) => Door.sizeOfAll([door, door], during)), { w: 1, h: 2 });
      t.throws(() => given((door, during) => Door.failWith(door, during)), { message: "jammed" });
      t.equal(X.brief(), "12345");
    });

    await t.noLeaks(`objects that end during their calls and one ${what}`, () => {
      const door = new Door(onClosed);
      door.words(() => door.dispose());
      const ask = Door.ask(onClosed, () => ask.dispose());
      ask("x");
    }, { times: 500 });
  }

  const mine = () => {
    throw new Error("mine");
  };

  await t.test("an exception out of a deinit is thrown by what ended the object", () => {
    const door = new Door(mine);
    t.throws(() => door.dispose(), { name: "Error", message: "mine" });
    door.dispose();
    t.equal(X.brief(), "12345");
    const ask = Door.ask(mine, silent);
    t.throws(() => ask.dispose(), { name: "Error", message: "mine" });
    t.equal(X.brief(), "12345");
    const last = new Door(mine);
    t.throws(() => last.name(() => last.dispose()), { message: "mine" });
    t.equal(X.brief(), "12345");
  });

  await t.test("two exceptions out of one dispose: the first is thrown, the other reported", () => {
    const outer = new Door(() => { throw new Error("outer"); }), inner = new Door(mine);
    outer.inner = inner;
    inner.dispose();
    const told = quietly(() => t.throws(() => outer.dispose(), { message: "outer" }));
    t.equal(told.map(({ message }) => message), ["mine"]);
    t.equal(X.brief(), "12345");
  });

  await t.test("an exception out of a dispose in a callback is the callback's own", () => {
    const caught = [];
    X.pass(() => {
      const door = new Door(mine);
      try {
        door.dispose();
      } catch (error) {
        caught.push(error.message);
      }
    });
    t.equal(caught, ["mine"]);
    t.throws(() => X.pass(() => new Door(mine).dispose()), { message: "mine" });
  });

  await t.test("an exception out of a deinit after another one: the first is thrown", () => {
    const door = new Door(mine);
    const told = quietly(() =>
      t.throws(() => door.name(() => { X.keep(door); throw new Error("first"); }), { message: "first" }),
    );
    t.equal(told.length, 0);
    door.dispose();
    t.throws(() => X.keep(null), { message: "mine" });
    t.equal(X.brief(), "12345");
  });

  await t.test("an exception out of a deinit while a failed conversion gives back what it took", () => {
    const door = new Door(mine);
    const told = quietly(() =>
      t.throws(() => Door.sizeOfAll({ *[Symbol.iterator]() { yield door; door.dispose(); yield 5; } }, silent), { name: "TypeError" }),
    );
    t.equal(told.map(({ message }) => message), ["mine"]);
    t.equal(X.brief(), "12345");
  });

  await zeroes(t, X);
  await returns(t, X);
  await finalizers(t, Door, X, mine, quietly);
}

/** JavaScript threw where Swift goes on with zeroes: debug builds must be able to lift them. */
async function zeroes(t, X) {
  const raise = () => {
    throw new RangeError("mine");
  };
  await t.test("where JavaScript threw, Swift goes on with zeroes", () => {
    for (const use of [
      () => X.ask(raise), () => X.label(raise), () => X.labels(raise), () => X.askMade(() => raise),
    ]) {
      t.throws(use, { name: "RangeError", message: "mine" });
    }
    const { error } = console;
    console.error = () => {};
    try {
      t.throws(() => X.askMade(raise), { name: "RangeError", message: "mine" });
      t.throws(() => X.imported(), { name: "RangeError", message: "mine" });
    } finally {
      console.error = error;
    }
    t.equal(X.brief(), "12345");
  });
}

/** What JavaScript returns to Swift waits for it, too. */
async function returns(t, X) {
  const { Returns } = t.module;
  await t.test("a getter that calls Swift while a result is written", () => {
    const last = (value) => ({ get last() { X.size(); X.brief(); return value; } });
    const inner = { a: 1, b: 2 };
    t.equal(Returns.outer(() => Object.defineProperty(last(3), "inner", { value: inner })), 123);
    t.equal(Returns.outerText(() => Object.defineProperty(last("xyz"), "inner", { value: inner })), 123);
    t.equal(Returns.outerText(() => last("xyz")), 3);
    const raise = () => ({ inner, get last() { throw new RangeError("mine"); } });
    t.throws(() => Returns.outer(raise), { message: "mine" });
    t.throws(() => Returns.outerText(raise), { message: "mine" });
  });
  await t.noLeaks("results of several parts", () => {
    Returns.outerText(() => ({ inner: { a: 1, b: 2 }, last: "xyz" }));
    Returns.outer(() => ({ inner: { a: 1, b: 2 }, last: 3 }));
  });
  await t.test("what Swift has borrowed stays as it is where JavaScript threw", () => {
    const raise = () => {
      throw new RangeError("mine");
    };
    t.throws(() => Returns.borrow("borrowed text", new Uint8Array(40).fill(1), raise), { message: "mine" });
    t.equal(Returns.seen(), "borrowed text 40");
  });
}

async function finalizers(t, Door, X, mine, quietly) {
  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  if (collect === undefined) return t.skip("an exception out of a deinit that a finalizer runs is reported", "this engine shows no gc");
  await t.test("an exception out of a deinit that a finalizer runs is reported, each of them", async () => {
    const told = [];
    const { error } = console;
    console.error = (value) => told.push(value?.message);
    try {
      const make = () => {
        for (let index = 0; index < 5; index += 1) void [new Door(mine), Door.ask(mine, () => {})];
      };
      make();
      for (let round = 0; round < 40 && told.length < 10; round += 1) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      t.equal(X.brief(), "12345");
    } finally {
      console.error = error;
    }
    t.ok(told.length > 0 && told.every((message) => message === "mine"), `reported: ${told}`);
    if (t.engine.startsWith("node")) t.equal(told.length, 10);
  });
}
