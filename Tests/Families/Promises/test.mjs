export default async function (t) {
  const { Later, Thing, pending } = t.module;
  const { answers, Remote } = await import(new URL("./imports.mjs", t.base));

  const object = { an: "object" };
  const far = new Remote("far");
  const seven = new Thing(7);
  const person = { name: "Zoë", tags: ["a", "世界"], place: { x: 1, y: 2 } };
  // For each member: values that come back as they are.
  const values = {
    nothing: [undefined],
    flag: [true, false],
    count: [0, -5, 2147483647],
    long_: [9007199254740991, -3],
    number: [0.5, -1e300],
    text: ["", "häl", "x".repeat(100_000)],
    maybe: [null, "", "some"],
    maybeCount: [null, 0, -9007199254740991],
    maybeNumbers: [[], [null, 0.5, null]],
    level: ["low", "high"],
    point: [{ x: 1, y: -2.5 }],
    person: [person, { name: "" }],
    words: [[], ["a", "", "世界"]],
    people: [[], [person, { name: "n" }]],
    table: [{}, { a: 1, b: -2 }],
    bytes: [Uint8Array.of(), Uint8Array.of(1, 2, 3), new Uint8Array(100_000).fill(7)],
    mixed: ["text", { x: 1, y: 2 }, [1, 2.5]],
    anything: [undefined, null, 5, "any", object, Symbol.iterator],
    something: [object],
    thing: [seven],
    remote: [far],
  };
  for (const [name, list] of Object.entries(values)) {
    await t.test(`${name} through a promise of the host's and one of Swift's`, async () => {
      for (const value of list) {
        const promise = Later[name](value);
        t.ok(promise instanceof Promise, "a promise");
        t.equal(await promise, value);
      }
    });
    await t.noLeaks(`${name} there and back`, () => Later[name](list.at(-1)), { times: 500 });
    await t.test(`${name}: memory grows while it waits`, async () => {
      answers[name] = (value) => (t.grow(), Promise.resolve(value));
      const promise = Later[name](list[0]);
      t.grow();
      t.equal(await promise, list[0]);
      delete answers[name];
    });
    await t.test(`${name}: what the host rejects with arrives`, async () => {
      const error = new Error("mine");
      answers[name] = () => Promise.reject(error);
      t.equal(await t.rejects(Later[name](list[0])), error);
      answers[name] = () => {
        throw error;
      };
      t.equal(await t.rejects(Later[name](list[0])), error);
      await t.noLeaks(`${name}: the host fails`, () => t.rejects(Later[name](list[0])), { times: 200 });
      delete answers[name];
    });
  }
  await t.test("functions through promises", async () => {
    const twice = await Later.change((number) => number * 2);
    t.equal(twice(4), 8);
    twice.dispose?.();
  });

  await t.test("what the host is fulfilled with is converted, and refused in the promise", async () => {
    answers.point = () => ({ x: 1 });
    await t.rejects(Later.point({ x: 1, y: 2 }), { name: "TypeError", message: /Promise<Point>: value\.y is required/ });
    answers.level = async () => "middle";
    await t.rejects(Later.level("low"), { name: "TypeError" });
    answers.count = () => "12";
    t.equal(await Later.count(1), 12);
    const wrong = new Error("getter");
    answers.words = async () => ({
      get [Symbol.iterator]() {
        throw wrong;
      },
    });
    t.equal(await t.rejects(Later.words([])), wrong);
    await t.noLeaks("a refused value", () => t.rejects(Later.point({ x: 1, y: 2 })), { times: 500 });
    for (const name of Object.keys(answers)) delete answers[name];
  });

  await t.test("whatever is wrong with a call rejects", async () => {
    await t.rejects(Later.point({ x: "a" }), { name: "TypeError" });
    await t.rejects(Later.point(), { name: "TypeError", message: /takes at least 1 argument/ });
    await t.rejects(Thing.prototype.add.call({}, 1), { name: "TypeError" });
    const gone = new Thing(1);
    gone.dispose();
    await t.rejects(gone.add(1), { name: "TypeError", message: /dispose/ });
    await t.noLeaks("refused arguments", () => t.rejects(Later.people([person, { tags: [] }])), { times: 500 });
  });

  await t.test("a plain function settles during the call", async () => {
    const promise = Later.atOnce("now");
    t.equal(pending().length, 0);
    t.equal(await promise, "now!");
  });

  await t.test("errors of Swift's and of the host's", async () => {
    await t.rejects(Later.fail("before"), { name: "TypeError", message: "before" });
    await t.rejects(Later.fail("after"), { name: "RangeError", message: "after" });
    await t.rejects(Later.fail("throw"), { name: "RangeError", message: "thrown" });
    await t.rejects(Later.fail("reject"), { name: "RangeError", message: "rejected" });
    let five;
    await Later.fail("number").catch((error) => (five = error));
    t.equal(five, 5);
    t.equal(await Later.fail("caught"), "caught thrown");
    const error = await t.rejects(Later.typed("late"), { name: "Trouble" });
    t.equal(error.code, "late");
  });
  for (const how of ["before", "after", "throw", "reject", "caught"]) {
    await t.noLeaks(`errors: ${how}`, () => Later.fail(how).catch(() => {}), { times: 500 });
  }

  await t.test("objects of JavaScript's are asked in the order of the code", async () => {
    t.equal(await Later.asked("far", "who"), "far: who?");
    await t.rejects(Later.asked("far", ""), { name: "RangeError", message: "no question" });
  });
  await t.noLeaks("objects of JavaScript's", () => Later.asked("far", "who"), { times: 500 });

  await t.test("then, catch and finally", async () => {
    t.equal(await Later.thens("good"), "then good; finally; awaited good");
    t.equal(await Later.thens("reject"), "catch rejected; catch; finally; failed rejected");
  });
  await t.noLeaks("then, catch and finally", () => Later.thens("reject"), { times: 500 });

  await t.test("receivers and arguments are kept until the promise is settled", async () => {
    const things = Later.things;
    const one = new Thing(1);
    const sum = one.add(5, 20);
    one.dispose();
    t.equal(await sum, 6);
    const two = new Thing(2);
    answers.thing = async (thing) => thing;
    const same = Later.thing(two);
    two.dispose();
    await t.rejects(same, { name: "TypeError" });
    delete answers.thing;
    t.equal(Later.things, things);
    const itself = await seven.itself();
    t.equal(itself, seven);
    const made = await Thing.made(4);
    t.equal(made.value, 4);
    made.dispose();
    await t.rejects(Thing.made(-1), { name: "RangeError", message: "no such thing" });
  });

  await t.test("an exception of JavaScript's that Swift does not catch rejects the promise that was running", async () => {
    await t.rejects(Later.surprise(false), { name: "SyntaxError", message: "a surprise" });
    const others = [Later.text("a"), Later.surprise(true), Later.text("b")];
    const results = await Promise.allSettled(others);
    t.equal(results.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
    t.equal(results[1].reason.message, "a surprise");
    t.equal(pending().length, 0);
  });

  await t.test("pending tells what waits", async () => {
    const { Later: Other, pending } = await t.instantiate();
    t.equal(pending(), []);
    Other.never().catch(() => {});
    answers.text = () => new Promise(() => {});
    Other.text("x").catch(() => {});
    delete answers.text;
    t.equal(pending().map(({ name, settledBy }) => `${name} ${settledBy}`), ["Later.never Swift", "Later.text Swift", "Promise<DOMString> JavaScript"]);
    t.ok(Math.abs(pending()[0].since - Date.now()) < 60_000, "since when");
  });

  await t.test("a trap rejects every promise with the first cause", async () => {
    for (const waits of [false, true]) {
      const { Later: Other, pending } = await t.instantiate();
      const never = Other.never();
      answers.text = (value) => (value === "wait" ? Promise.resolve(value) : new Promise(() => {}));
      const text = Other.text("x");
      const trap = Other.trap(waits);
      const results = await Promise.allSettled([never, text, trap]);
      delete answers.text;
      t.equal(results.map(({ status }) => status), ["rejected", "rejected", "rejected"]);
      t.ok(results.every(({ reason }) => reason.cause === results[0].reason.cause && reason.cause instanceof Error), "one cause");
      t.ok(results[0].reason.message.startsWith("Later.never: this instance has stopped"), results[0].reason.message);
      t.equal(pending().filter(({ settledBy }) => settledBy === "Swift"), []);
      await t.rejects(Other.flag(true), { message: /this instance has stopped/ });
    }
    t.equal(await Later.text("this one goes on"), "this one goes on");
  });

  await t.test("the storm", async () => {
    const expected = (seed, depth) => {
      if (depth > 0) return [0, 1, 2].reduce((sum, index) => sum + expected(seed * 3 + index, depth - 1), 0);
      return seed % 5 === 0 ? 1 : seed + 1 + `a text that is long enough for the heap ${seed}`.length;
    };
    const seeds = Array.from({ length: 20 }, (_, index) => index);
    const sums = await Promise.all(seeds.map((seed) => Later.storm(seed, 4)));
    t.equal(sums, seeds.map((seed) => expected(seed, 4)));
  });
  // Who gets an object has to dispose of it.
  answers.thing = (thing) => {
    const promise = Promise.resolve(thing);
    promise.finally(() => {}).finally(() => thing.dispose());
    return promise;
  };
  await t.noLeaks("the storm", () => Later.storm(3, 2), { times: 50 });
  t.equal(pending().length, 0);
  seven.dispose();
}
