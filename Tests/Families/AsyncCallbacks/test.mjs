globalThis.Slow = {
  signals: [],
  load(name, signal) {
    this.signals.push(signal);
    if (name === "at once") return name;
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  },
};

export default async function (t) {
  const { Calls, Rewriter, pending } = t.module;
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

  await t.test("handlers are called in order, and the next word waits for each", async () => {
    const rewriter = new Rewriter();
    const told = [];
    rewriter.on((text) => void told.push(`plain ${text}`));
    rewriter.on(async (text) => {
      await turn();
      told.push(`later ${text}`);
    });
    t.equal(await rewriter.write("a b"), "4 calls");
    t.equal(told, ["plain a", "later a", "plain b", "later b"]);
    rewriter.dispose();
  });
  await t.test("plain handlers are not waited for", () => {
    const rewriter = new Rewriter();
    const told = [];
    rewriter.on((text) => void told.push(text));
    rewriter.write("a b c").catch(() => {});
    t.equal(told, ["a", "b", "c"]);
    rewriter.dispose();
  });
  await t.test("several at once on one object", async () => {
    const rewriter = new Rewriter();
    rewriter.on(turn);
    t.equal(await Promise.all(["a b", "c", "d e f"].map((text) => rewriter.write(text))), ["2 calls", "1 calls", "3 calls"]);
    rewriter.dispose();
  });
  await t.test("a handler that throws or rejects ends the call with its error", async () => {
    for (const handler of [() => { throw new RangeError("no"); }, () => Promise.reject(new RangeError("no"))]) {
      const rewriter = new Rewriter();
      rewriter.on(handler);
      await t.rejects(rewriter.write("a"), { name: "RangeError", message: "no" });
      rewriter.dispose();
    }
  });
  await t.noLeaks(
    "handlers",
    async () => {
      const rewriter = new Rewriter();
      rewriter.on(async () => {});
      rewriter.on(() => {});
      await rewriter.write("some words");
      rewriter.dispose();
    },
    { times: 300 },
  );

  await t.test("values of JavaScript functions, plain and promised", async () => {
    t.equal(await Calls.ask(({ text, marks }, count) => `${text} ${marks} ${count}`, "häl"), "häl 1,2.5 3");
    t.equal(await Calls.ask(async ({ text }) => (await turn(), text), "later"), "later");
    t.equal(await Calls.ask(() => Promise.reject(new Error("bad")), "x"), "error: bad");
    t.equal(await Calls.ask(() => { throw new Error("worse"); }, "x"), "error: worse");
    t.ok((await Calls.ask(() => Symbol("wrong"), "x")).startsWith("error: "), "what is no text");
  });
  await t.noLeaks("values of JavaScript functions", () => Calls.ask(async ({ text }) => text, "text"), { times: 300 });

  await t.test("asynchronous closures of Swift's", async () => {
    const answer = Calls.answer(({ text }, count) => `${text}${count}`);
    const promise = answer({ text: "a", marks: [] }, 1);
    t.ok(promise instanceof Promise, "a promise");
    t.equal(await promise, "a2a2");
    await t.rejects(answer({}, 1), { name: "TypeError" });
    await t.rejects(answer(), { name: "TypeError" });
    const last = answer({ text: "b" }, 1);
    answer.dispose();
    t.equal(await last, "b2b2");
    await t.rejects(answer({ text: "a" }, 1), { name: "TypeError", message: /disposed/ });
    for (const how of ["plain", "waits"]) {
      const handler = Calls.handler(how);
      t.equal(await handler(how), undefined);
      t.equal(Calls.log, how);
      handler.dispose();
    }
    const throws = Calls.handler("throws");
    await t.rejects(throws("mine"), { name: "RangeError", message: "mine" });
    throws.dispose();
  });
  await t.noLeaks(
    "asynchronous closures",
    async () => {
      const handler = Calls.handler("throws");
      await handler("x").catch(() => {});
      handler.dispose();
    },
    { times: 300 },
  );

  await t.test("promises as arguments and in dictionaries", async () => {
    t.equal(await Calls.wait(Promise.resolve("a"), turn().then(() => 2)), "a 2.0");
    t.equal(await Calls.wait("plain", 5), "plain 5.0");
    await t.rejects(Calls.wait(Promise.reject(new RangeError("no")), 1), { name: "RangeError" });
    await t.rejects(Calls.wait("a", Promise.resolve("no number")), { name: "TypeError" });
    let told;
    t.equal(await Calls.options({ onText: async (text) => (told = text), later: Promise.resolve("later"), signal: new AbortController().signal }), "later false");
    t.equal(told, "told");
    t.equal(await Calls.options(), "nothing false");
    t.equal(await Calls.same({ text: "t" }), { text: "t" });
  });
  await t.noLeaks("promises as arguments", () => Calls.wait(Promise.resolve("a"), Promise.resolve(2)), { times: 300 });
  await t.noLeaks("promises in dictionaries", () => Calls.options({ onText() {}, later: Promise.resolve("later") }), { times: 300 });

  await t.test("a promise that Swift keeps is the same in JavaScript", async () => {
    const rewriter = new Rewriter();
    const promise = Promise.resolve("kept");
    rewriter.keep(promise);
    t.equal(rewriter.kept, promise);
    t.equal(await rewriter.kept, "kept");
    rewriter.keep("plain");
    t.equal(await rewriter.kept, "plain");
    rewriter.dispose();
    await t.rejects(rewriter.kept, { name: "TypeError", message: /disposed/ });
    const { get } = Object.getOwnPropertyDescriptor(Rewriter.prototype, "kept");
    await t.rejects(get.call({}), { name: "TypeError" });
  });

  await t.test("a signal cancels the task, and its defers run", async () => {
    const controller = new AbortController();
    const promise = Calls.sleep("one", controller.signal);
    await turn();
    t.equal(Calls.log, "one begins; ");
    const reason = new Error("enough");
    controller.abort(reason);
    t.equal(await t.rejects(promise), reason);
    await turn();
    t.equal(Calls.log, "one cancelled true; one ends; ");
    t.equal(pending(), []);
    t.equal(await t.rejects(Calls.sleep("two", controller.signal)), reason);
    t.equal(Calls.log, "");
    await t.rejects(Calls.sleep("three", AbortSignal.abort()), { name: "AbortError" });
    t.equal(Calls.log, "");
    await t.rejects(Calls.sleep("four", {}), { name: "TypeError" });
  });
  await t.test("what cancels a task aborts the calls that it awaits", async () => {
    t.equal(await Calls.load("at once", new AbortController().signal), "at once");
    const [unused] = Slow.signals.splice(0);
    t.equal([unused instanceof AbortSignal, unused.aborted], [true, false]);
    const controller = new AbortController();
    const promise = Calls.load("slow", controller.signal);
    await turn();
    controller.abort(new RangeError("enough"));
    await t.rejects(promise, { name: "RangeError", message: "enough" });
    await turn();
    t.equal(Slow.signals.splice(0)[0].aborted, true);
    t.equal(Calls.log, "load ends; load ends; ");
    t.equal(pending(), []);
  });
  await t.test("a signal ends the wait for a promise", async () => {
    const controller = new AbortController();
    let settle;
    const promise = Calls.until(new Promise((resolve) => (settle = resolve)), controller.signal);
    controller.abort();
    await t.rejects(promise, { name: "AbortError" });
    await turn();
    t.equal(Calls.log, "until ends; ");
    settle("too late");
    t.equal(await Calls.until(Promise.resolve("in time"), new AbortController().signal), "in time");
    t.equal(Calls.log, "until ends; ");
  });
  await t.test("what a cancelled task waits for is no unhandled rejection", async () => {
    const controller = new AbortController();
    const unhandled = [];
    const listener = (event) => unhandled.push(event);
    globalThis.process?.on?.("unhandledRejection", listener);
    globalThis.addEventListener?.("unhandledrejection", listener);
    let refuse;
    const text = new Promise((_, reject) => (refuse = reject));
    await t.rejects(Calls.untilAfter(() => controller.abort(), text, controller.signal), { name: "AbortError" });
    refuse(new Error("nobody waits"));
    await turn();
    globalThis.process?.off?.("unhandledRejection", listener);
    globalThis.removeEventListener?.("unhandledrejection", listener);
    t.equal(unhandled.length, 0);
    t.equal(pending(), []);
  });
  await t.noLeaks(
    "signals",
    async () => {
      const controller = new AbortController();
      const promise = Calls.sleep("one", controller.signal);
      const other = Calls.until("text", controller.signal);
      await other;
      controller.abort();
      await promise.catch(() => {});
      await turn();
      Calls.log;
    },
    { times: 100 },
  );

  const told = [];
  async function* numbers(count) {
    try {
      for (let number = 0; number < count; number++) {
        told.push(number);
        yield number;
      }
    } finally {
      told.push("over");
    }
  }
  await t.test("async iterables, one value after the other", async () => {
    t.equal(await Calls.sum(numbers(4), 10), "4: 6.0");
    t.equal(told.splice(0), [0, 1, 2, 3, "over"]);
    t.equal(await Calls.sum([1, Promise.resolve(2)], 10), "2: 3.0");
    t.equal(await Calls.sum(new Set(), 10), "0: 0.0");
    t.equal(await Calls.texts([{ text: "a" }, { text: "b", marks: [1] }]), "ab");
  });
  await t.test("a loop that ends early ends the iterator", async () => {
    t.equal(await Calls.sum(numbers(1000), 2), "2: 1.0");
    await turn();
    t.equal(told.splice(0), [0, 1, "over"]);
  });
  await t.test("errors of async iterables", async () => {
    const bad = {
      async *[Symbol.asyncIterator]() {
        yield 1;
        throw new RangeError("no more");
      },
    };
    await t.rejects(Calls.sum(bad, 10), { name: "RangeError", message: "no more" });
    await t.rejects(Calls.sum([1, "two"], 10), { name: "TypeError" });
    await t.rejects(Calls.sum({}, 10), { name: "TypeError", message: /numbers must be an async iterable/ });
    await t.rejects(Calls.sum(5, 10), { name: "TypeError" });
    await t.rejects(Calls.sum({ [Symbol.asyncIterator]: () => ({ next: () => 5 }) }, 10), { name: "TypeError" });
  });
  await t.test("a stream of the platform", async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (const size of [10, 1000, 0]) controller.enqueue(new Uint8Array(size));
        controller.close();
      },
    });
    if (stream[Symbol.asyncIterator]) t.equal(await Calls.bytes(stream), 1010);
  });
  await t.noLeaks("async iterables", () => Calls.sum(numbers(3), 2), { times: 300 });
  await t.noLeaks("async iterables to their end", () => Calls.texts([{ text: "a", marks: [1, 2] }, { text: "b" }]), { times: 300 });

  await t.test("what is settled later is settled once, and what is dropped says so", async () => {
    const promise = Calls.deferred(false);
    await turn();
    t.equal(Calls.finish("done"), true);
    t.equal(Calls.finish("twice"), false);
    t.equal(await promise, "done");
    await t.rejects(Calls.deferred(true), { message: /deferred\(dropped:\) was dropped and will never be settled/ });
  });
  t.equal(pending(), []);
}
