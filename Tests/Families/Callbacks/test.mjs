import disposal from "./disposal.mjs";

export default async function (t) {
  const { Calls, Thing, Through } = t.module;
  const seven = new Thing(7);
  const bytes = Uint8Array.of(1, 2, 3);

  // For each member of Through: a function that JavaScript gives, a value, and what comes back.
  const families = {
    level: [(level) => (level === "low" ? "high" : "low"), "low", "high"],
    flag: [(flag) => !flag, true, false],
    big: [(number) => number - 1, 4294967295, 4294967294],
    huge: [(number) => number + 1, 9007199254740990, 9007199254740991],
    maybe: [(number) => (number === null ? 1 : null), null, 1],
    point: [({ x, y }) => ({ x: y, y: x }), { x: 1, y: 2 }, { x: 2, y: 1 }],
    person: [({ name, tags }) => ({ name: `${name}!`, tags: [...tags, "new"] }), { name: "Zoë", tags: ["a"] }, { name: "Zoë!", tags: ["a", "new"] }],
    numbers: [(numbers) => numbers.map((number) => number * 2), [1, 2.5], [2, 5]],
    words: [(words) => words.toReversed?.() ?? [...words].reverse(), ["a", "世界"], ["世界", "a"]],
    text: [(text) => (text === null ? "null" : null), null, "null"],
    thing: [(thing) => thing, seven, seven],
    bytes: [(array) => array.map((byte) => byte * 2), bytes, Uint8Array.of(2, 4, 6)],
  };
  for (const [name, [change, value, expected]] of Object.entries(families)) {
    await t.test(`${name} through a JavaScript function that Swift calls`, () => {
      t.equal(Through[name](change, value), expected);
    });
    await t.test(`${name} through a Swift closure that JavaScript calls`, () => {
      const back = Through[`${name}Back`](change);
      t.equal(back(value), expected);
      t.equal(back(value), expected);
      back.dispose();
    });
    await t.test(`${name}: an exception of the function arrives from the call that ran, once`, () => {
      const error = new Error("mine");
      const fails = () => {
        throw error;
      };
      t.equal(t.throws(() => Through[name](fails, value)), error);
      t.equal(Calls.quiet(1), 1);
      const back = Through[`${name}Back`](fails);
      t.equal(t.throws(() => back(value)), error);
      t.equal(Calls.quiet(2), 2);
      back.dispose();
    });
    await t.noLeaks(`${name} there and back`, () => Through[name](change, value), { times: 2000 });
    await t.noLeaks(
      `${name} through both kinds of function`,
      () => {
        const back = Through[`${name}Back`](change);
        back(value);
        back.dispose();
      },
      { times: 2000 },
    );
    const fails = () => {
      throw new Error("mine");
    };
    await t.noLeaks(`${name}: the function throws`, () => t.throws(() => Through[name](fails, value)), { times: 2000 });
    const growing = (item) => (t.grow(), change(item));
    await t.noLeaks(`${name}: the memory grows in the function`, () => Through[name](growing, value), { times: 20 });
  }

  await t.test("a function through a function", () => {
    t.equal(Through.transform((transform) => (value) => transform(value) + 1, (value) => value * 10), 11);
    const back = Through.transformBack((transform) => (value) => transform(value) + 1);
    const outer = back((value) => value * 100);
    t.equal(outer(2), 201);
    outer.dispose();
    back.dispose();
  });

  await t.test("optional arguments that Swift leaves out are not passed", () => {
    const told = [];
    const tell = (...given) => (told.push(given), "ok");
    t.equal(Through.leftOut(tell, true), "ok");
    t.equal(Through.leftOut(tell, false), "ok");
    t.equal(told[0], ["all", 1, { x: 2, y: 3 }]);
    t.equal(told[1], ["none"]);
    const back = Through.leftOutBack((...given) => JSON.stringify(given));
    t.equal(JSON.parse(back("a"))[0], "a");
    t.equal(JSON.parse(back("a", 4))[1], 4);
    t.throws(() => back(), { name: "TypeError", message: "OfOptional takes at least 1 argument, got 0" });
    back.dispose();
  });

  await t.test("results are converted, and the message names the callback", () => {
    const wrong = (message) => ({ name: "TypeError", message });
    t.throws(() => Through.level(() => "middle", "low"), wrong('OfLevel: the result must be one of "low", "high", not the string "middle"'));
    t.throws(() => Through.point(() => ({ x: 1 }), { x: 1, y: 2 }), wrong("OfPoint: the result.y is required"));
    t.throws(() => Through.person(() => ({ name: "a", tags: 1 }), { name: "a" }), wrong("OfPerson: the result.tags must be an iterable object, not the number 1"));
    t.throws(() => Through.words(() => ["a", Symbol()], []), wrong("OfWords: the result[1] must be a string, not the symbol Symbol()"));
    t.throws(() => Through.thing(() => ({}), null), wrong("OfThing: the result must be a Thing, not an empty object, as structuredClone and postMessage make of one"));
    t.throws(() => Through.bytes(() => [1], bytes), { name: "TypeError", message: /^OfBytes: the result must be an? Uint8Array, not an object \(Array\)$/ });
    t.throws(() => Through.transform(() => 1, () => 1), wrong("OfTransform: the result must be a function, not the number 1"));
    t.equal(Through.big(() => -1, 0), 4294967295);
    t.equal(Calls.quiet(3), 3);
  });

  await t.test("what is no function is refused", () => {
    t.throws(() => Calls.apply(1, 2), { name: "TypeError", message: "Calls.apply: f must be a function, not the number 1" });
    t.throws(() => Calls.apply({}, 2), { name: "TypeError", message: "Calls.apply: f must be a function, not an object (Object)" });
    t.throws(() => Calls.callOptional(null), { name: "TypeError", message: "Calls.callOptional: f must be a function, not null" });
    t.throws(() => Calls.applyAll([(x) => x, 2], 1), { name: "TypeError", message: "Calls.applyAll: functions[1] must be a function, not the number 2" });
    t.throws(() => Calls.runHandlers({}, 1), { name: "TypeError", message: "Calls.runHandlers: handlers.transform is required" });
  });

  await t.test("a function that Swift keeps is called later", () => {
    let count = 0;
    Calls.keep(() => {
      count += 1;
    });
    Calls.fire();
    Calls.fire();
    t.equal(count, 2);
    Calls.forget();
    Calls.fire();
    t.equal(count, 2);
  });

  await t.test("a function may replace itself and forget itself while it runs", () => {
    const told = [];
    Calls.keep(() => {
      told.push("first");
      Calls.keep(() => told.push("second"));
    });
    Calls.fire();
    Calls.fire();
    Calls.keep(() => {
      Calls.forget();
      told.push("third");
    });
    Calls.fire();
    Calls.fire();
    t.equal(told, ["first", "second", "third"]);
  });

  await disposal(t);

  await t.test("nullable and optional closures", () => {
    const closure = Calls.maybe(true);
    t.equal(closure(2), 6);
    closure.dispose();
    t.equal(Calls.maybe(false), null);
    let called = 0;
    const count = () => {
      called += 1;
    };
    t.equal([Calls.callOptional(count), Calls.callOptional(), Calls.callOptional(undefined)], [true, false, false]);
    t.equal([Calls.callNullable(count), Calls.callNullable(null), Calls.callNullable(undefined)], [true, false, false]);
    t.equal(called, 2);
  });

  await t.test("closures in sequences and dictionaries", () => {
    const several = Calls.several(4);
    t.equal(several.map((f) => f(10)), [0, 10, 20, 30]);
    t.equal(Calls.applyAll([(x) => x + 1, (x) => x * 2], 4), 10);
    t.equal(Calls.applyAll(several.slice(1), 1), 6);
    for (const f of several) f.dispose();
    const handlers = Calls.handlers();
    t.equal(handlers.transform(2), 20);
    t.equal(handlers.done(), undefined);
    t.equal(Calls.runHandlers(handlers, 3), 30);
    let done = false;
    t.equal(Calls.runHandlers({ transform: (x) => x + 1, done: () => (done = true) }, 1), 2);
    t.ok(done, "it was told");
    t.equal(Calls.runHandlers({ transform: (x) => x + 1 }, 1), 2);
    handlers.transform.dispose();
    handlers.done.dispose();
  });

  await t.test("[Throws]: an exception of JavaScript is Swift's to catch", () => {
    t.equal(Calls.caught((text) => text + "!", "a"), "a!");
    t.equal(Calls.caught(() => { throw new Error("no"); }, "a"), "caught no");
    t.equal(Calls.caught(() => { throw "text"; }, "a"), "caught text");
    t.equal(Calls.caught(() => { throw undefined; }, "a"), "caught undefined");
    t.equal(Calls.caught(() => { throw null; }, "a"), "caught null");
    t.equal(Calls.caught(() => { throw Symbol("s"); }, "a"), "caught Symbol(s)");
    t.equal(Calls.caught(() => { throw { get message() { throw 1; } }; }, "a"), "caught a value without a text");
    t.equal(Calls.caught(() => Symbol(), "a"), "caught Risky: the result must be a string, not the symbol Symbol()");
    t.equal(Calls.quiet(5), 5);
  });

  await t.test("[Throws]: an exception of JavaScript goes through Swift unchanged", () => {
    for (const thrown of [new RangeError("r"), { my: "object" }, "text", undefined, null, 0, false, Symbol("s")]) {
      let arrived = [];
      try {
        Calls.risky(() => {
          throw thrown;
        }, "a");
      } catch (error) {
        arrived = [error];
      }
      t.equal(arrived.length, 1);
      t.ok(Object.is(arrived[0], thrown), "it is the same value");
    }
    t.equal(Calls.quiet(6), 6);
  });

  await t.test("[Throws]: an error of a Swift closure is JavaScript's to catch", () => {
    const thrower = Calls.thrower("too far");
    t.equal(thrower("fine"), "fine");
    t.throws(() => thrower("fail"), { name: "RangeError", message: "too far", type: RangeError });
    t.equal(Calls.caught(thrower, "fail"), "caught too far");
    t.throws(() => Calls.risky(thrower, "fail"), { name: "RangeError", message: "too far" });
    thrower.dispose();
  });

  await t.test("[Throws]: results that are objects or dictionaries", () => {
    t.equal(Calls.caughtPerson(() => ({ name: "Ada", tags: ["a"] })), "Ada");
    t.equal(Calls.caughtPerson(() => ({ name: "Ada", tags: ["a", Symbol()] })), "caught RiskyPerson: the result.tags[1] must be a string, not the symbol Symbol()");
    t.equal(Calls.caughtPerson(() => { throw new Error("no"); }), "caught no");
    t.equal(Calls.caughtThing(() => seven), "seven");
    t.equal(Calls.caughtThing(() => { throw new Error("no"); }), "caught no");
    t.equal(Calls.caughtThing(() => null), "caught RiskyThing: the result must be a Thing, not null");
    const gone = new Thing(1);
    gone.dispose();
    t.equal(Calls.caughtThing(() => gone), "caught RiskyThing: the result: the Thing has been disposed");
  });

  await t.test("without [Throws] the first of several exceptions arrives, from the outermost call of Swift only", () => {
    const first = new Error("first");
    const calls = [];
    const error = t.throws(() =>
      Calls.applyAll(
        [
          () => {
            calls.push(1);
            throw first;
          },
          (value) => {
            calls.push(2);
            return value;
          },
        ],
        1,
      ),
    );
    t.equal(error, first);
    t.equal(calls, [1, 2]);
    t.equal(Calls.quiet(1), 1);
  });

  await t.test("an exception that JavaScript catches in between stays there", () => {
    const caught = [];
    const result = Calls.apply((value) => {
      try {
        return Calls.apply(() => {
          throw new Error("inner");
        }, value);
      } catch (error) {
        caught.push(error.message);
        return 5;
      }
    }, 1);
    t.equal(result, 5);
    t.equal(caught, ["inner"]);
    const outer = t.throws(() =>
      Calls.apply(() => {
        try {
          Calls.quiet(Symbol());
        } catch {
          throw new Error("outer");
        }
      }, 1),
    );
    t.equal(outer.message, "outer");
    t.equal(Calls.quiet(7), 7);
  });

  await t.test("a call inside a function, while an exception waits, is not disturbed", () => {
    const seen = [];
    const first = new Error("first");
    const error = t.throws(() =>
      Calls.applyAll(
        [
          () => {
            throw first;
          },
          (value) => {
            seen.push(Calls.quiet(3), Calls.caught((text) => text, "b"));
            return value;
          },
        ],
        1,
      ),
    );
    t.equal(error, first);
    t.equal(seen, [3, "b"]);
  });

  await t.test("JavaScript and Swift call each other many levels deep", () => {
    const down = (value) => (value === 0 ? 0 : 1 + Calls.apply(down, value - 1));
    t.equal(Calls.apply(down, 100), 100);
    const text = (depth) => (depth === 0 ? "" : depth + Calls.caught(() => text(depth - 1), "x".repeat(depth)));
    t.equal(text(20), "2019181716151413121110987654321");
    const person = (depth) => Through.person(({ name, tags }) => ({ name: depth === 0 ? name : person(depth - 1).name + name, tags }), { name: String(depth), tags: ["t"] });
    t.equal(person(9).name, "0123456789");
  });

  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  if (collect === undefined) t.skip("a collected closure releases what it holds", "this engine shows no gc");
  else {
    await t.test("a collected closure releases what it holds", async () => {
      const settle = async (isEnough) => {
        for (let round = 0; round < 500 && (round < 30 || !isEnough()); round += 1) {
          collect();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      };
      await settle(() => true);
      const before = Calls.boxes();
      for (let round = 1; round <= 5; round += 1) {
        for (let index = 0; index < 200; index += 1) Calls.multiplier(index)(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await settle(() => Calls.boxes() < before + 500);
      // A conservative collector may hold on to some.
      t.ok(Calls.boxes() < before + 500, `most are gone: ${before} before, ${Calls.boxes()} after`);
    });
  }

  await t.noLeaks("a function in", () => Calls.apply((value) => value, 1));
  await t.noLeaks("a function kept and forgotten", () => {
    Calls.keep(() => {});
    Calls.forget();
  });
  await t.noLeaks("a closure made and disposed", () => Calls.multiplier(2).dispose());
  await t.noLeaks("closures in sequences", () => {
    for (const f of Calls.several(3)) f.dispose();
    Calls.applyAll([(x) => x, (x) => x], 1);
  });
  await t.noLeaks("closures in dictionaries", () => {
    const { transform, done } = Calls.handlers();
    Calls.runHandlers({ transform, done }, 1);
    transform.dispose();
    done.dispose();
  });
  const refused = (body) => () => {
    try {
      body();
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  };
  await t.test("a callback that may throw takes a callback and gives one", () => {
    const transform = Calls.riskyTransform((inner) => (value) => inner(value) + 1, (value) => value * 2);
    t.equal(transform(5), 11);
    t.throws(
      () =>
        Calls.riskyTransform(() => {
          throw new RangeError("too far");
        }, (value) => value),
      { name: "RangeError", message: "too far" },
    );
  });
  await t.noLeaks("exceptions through Swift", refused(() => Calls.risky(() => { throw new Error("x"); }, "a")));
  await t.noLeaks("exceptions that Swift catches", () => Calls.caught(() => { throw new Error("x"); }, "a"));
  await t.noLeaks("exceptions that Swift throws", () => {
    const thrower = Calls.thrower("message");
    refused(() => thrower("fail"))();
    thrower.dispose();
  });
  await t.noLeaks("a wrong function among others", refused(() => Calls.applyAll([(x) => x, 1], 1)));
  await t.noLeaks("a throwing getter after a function", refused(() => Calls.runHandlers({ get done() { return () => {}; }, get transform() { throw 1; } }, 1)));
  await t.noLeaks("an exception, while Swift goes on and returns a closure", () => {
    try {
      Calls.multiplierAfter(() => { throw new Error("mine"); }, 2);
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  });
  await t.noLeaks("a closure that is disposed while it runs", () => {
    const once = Calls.multiplierOf((number) => (once.dispose(), number), 2);
    once(1);
  });
  await t.noLeaks("a wrong member of a result", () => Calls.caughtPerson(() => ({ name: "x".repeat(100), tags: ["a", Symbol()] })));
  seven.dispose();
}
