export default async function (t) {
  const { Parser, Waiting, pending, supports } = t.module;
  const turn = (time = 1) => new Promise((resolve) => setTimeout(resolve, time));

  await t.test("wait() in a plain call is an error", () => {
    t.throws(() => Waiting.never(Promise.resolve("x")), { message: /\[Suspends\]/ });
  });
  await t.test("asynchronous members need nothing of it", async () => t.equal(await Waiting.beside(Promise.resolve("x")), "x"));
  if (!supports.jspi) {
    await t.test("without JSPI a member rejects, and says what it needs", async () => {
      const error = await t.rejects(Waiting.text(Promise.resolve("x")), { name: "Error", message: /Waiting\.text waits in place and needs JSPI/ });
      t.ok(error.message.endsWith("does not"), "the engine is named");
      t.equal(Waiting.log, "");
      t.equal(await Waiting.beside(Promise.resolve("x")), "x");
      t.equal(pending(), []);
    });
    await t.noLeaks("refused calls", () => Waiting.text("x").catch(() => {}), { times: 100 });
    return;
  }

  const part = (name, number) => ({ text: `${name}${number};`, numbers: [number] });
  await t.test("straight code waits for promises", async () => {
    t.equal(await Waiting.text(turn().then(() => "later")), "later");
    t.equal(Waiting.log, "text ends; ");
    t.equal(await Waiting.add([1, Promise.resolve(2), turn().then(() => 3)]), 6);
    await t.rejects(Waiting.add([Promise.resolve(-1)]), { name: "RangeError", message: "negative" });
    const error = new TypeError("mine");
    t.equal(await t.rejects(Waiting.add([1, Promise.reject(error)])), error);
    await t.rejects(Waiting.add([Promise.resolve({})]), { name: "TypeError" });
    await t.rejects(Waiting.add(["x"]), { name: "TypeError" });
  });
  await t.test("closures of Swift's wait, too", async () => {
    const twice = Waiting.twice(async (name, number) => (await turn(), part(name, number)));
    t.equal(await twice("a", 1), { text: "a1;a2;", numbers: [1] });
    twice.dispose();
  });
  await t.test("calls of one object overlap, or follow each other", async () => {
    const parser = new Parser("p");
    const answers = [];
    const source = (name, number) => new Promise((resolve) => answers.push(() => resolve(part(name, number))));
    const both = [parser.parse(source, 1, 0), parser.parse(source, 1, 0)];
    t.equal([parser.running, answers.length], [2, 2]);
    answers.pop()();
    answers.pop()();
    await Promise.all(both);
    t.equal(parser.running, 0);
    Waiting.log;
    const order = [];
    const slow = async (name, number) => {
      order.push(`begin ${number}`);
      await turn(2);
      order.push("end");
      return part(name, number);
    };
    const bad = () => Promise.reject(new RangeError("no"));
    const calls = [parser.inOrder(slow, 2), parser.inOrder(bad, 1).catch((error) => error.name), parser.inOrder(slow, 1)];
    t.equal(await Promise.all(calls), ["p0;p1;", "RangeError", "p0;"]);
    t.equal(order.join(), "begin 0,end,begin 1,end,begin 0,end");
    parser.dispose();
  });
  await t.test("an object that is disposed meanwhile lives until the end", async () => {
    const parser = new Parser("kept");
    const parsed = parser.parse(async (name, number) => (await turn(), part(name, number)), 2, 3);
    parser.dispose();
    t.equal((await parsed).text, "kept0;kept1;");
  });
  await t.test("a signal ends the wait", async () => {
    const controller = new AbortController();
    Waiting.log;
    let settle;
    const text = Waiting.text(new Promise((resolve) => (settle = resolve)), controller.signal);
    await turn();
    controller.abort(new RangeError("enough"));
    await t.rejects(text, { name: "RangeError", message: "enough" });
    await turn();
    t.equal(Waiting.log, "text ends; ");
    settle("too late");
    await t.rejects(Waiting.text("x", AbortSignal.abort()), { name: "AbortError" });
    t.equal(Waiting.log, "");
  });

  /** Calls in all orders, some in others, some that throw: what each gives is known before. Gives how many were wrong. */
  const storm = async (module, rounds, count) => {
    let seed = 7;
    const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
    let wrong = 0;
    const calls = [];
    const parsers = Array.from({ length: 5 }, (_, index) => new module.Parser(`p${index}`));
    const begin = (level) => {
      const parser = parsers[Math.floor(random() * parsers.length)];
      const [times, depth, fails] = [1 + Math.floor(random() * 4), Math.floor(random() * 12), random() < 0.1];
      const source = (name, number) => {
        if (level < 2 && random() < 0.2) begin(level + 1);
        const settle = () => {
          if (fails && number === times - 1) throw new RangeError("planned");
          return part(name, number);
        };
        const wait = random();
        return (wait < 0.3 ? Promise.resolve() : turn(wait < 0.6 ? 0 : random() * 4)).then(settle);
      };
      const check = (result) => {
        const numbers = Array.from({ length: times }, (_, index) => index);
        const isRight = !fails && result.numbers.join() === numbers.join() && numbers.every((number) => result.text.includes(`${number};`));
        if (!isRight) wrong++;
      };
      const failed = (error) => {
        if (!fails || error.name !== "RangeError") wrong++;
      };
      try {
        calls.push(parser.parse(source, times, depth).then(check, failed));
      } catch {
        wrong++;
      }
    };
    for (let round = 0; round < rounds; round++) {
      for (let index = 0; index < count; index++) begin(0);
      while (calls.length > 0) await Promise.all(calls.splice(0));
    }
    for (const parser of parsers) parser.dispose();
    return wrong;
  };
  await t.test("a storm of calls, none of them wrong", async () => {
    t.equal(await storm(t.module, 10, 100), 0);
    t.equal(pending(), []);
  });
  await t.test("on one stack for all, the same storm goes wrong", async () => {
    const other = await t.instantiate();
    other.inspect().stacks.size = 0;
    // What has been written over may never answer.
    const silence = turn(2000).then(() => "silence");
    const outcome = await Promise.race([storm(other, 3, 40).catch((error) => error.message), silence]);
    t.ok(outcome !== 0, `${outcome} wrong`);
  });
  await t.noLeaks("storms", () => storm(t.module, 1, 20), { times: 10 });

  await t.test("what stands between is told", async () => {
    const other = await t.instantiate();
    const call = () => other.Waiting.never(Promise.resolve("x"));
    await other.Waiting.through(call).then(
      () => t.ok(false, "it cannot go on"),
      (error) => t.ok(/stands between|stopped/.test(`${error.message} ${error.cause?.message}`), error.message),
    );
  });
  await t.test("a stack that is too small stops the instance and names the member", async () => {
    const other = await t.instantiate();
    t.equal(await other.Waiting.deep(Promise.resolve("x"), 20), 20);
    const waiting = other.Waiting.beside(new Promise(() => {}));
    const error = await t.rejects(other.Waiting.deep(Promise.resolve("x"), 120), { message: /Waiting\.deep/ });
    t.ok(/stack of \d+ bytes/.test(`${error.message} ${error.cause?.message}`), "the size is told");
    await t.rejects(waiting, { message: /has stopped/ });
  });
}
