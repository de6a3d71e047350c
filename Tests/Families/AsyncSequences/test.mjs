globalThis.Source = {
  async *numbers(count) {
    for (let number = 1; number <= count; number++) yield number;
  },
  async join(lines) {
    let text = "";
    for await (const line of lines) text += `${line.text},`;
    return text;
  },
};
globalThis.Feed = class {};
globalThis.Table = class {};

export default async function (t) {
  const { Countdown, Headers, Readers, Sequences, pending } = t.module;
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  const all = async (values) => {
    const list = [];
    for await (const value of values) list.push(value);
    return list;
  };

  await t.test("objects that iterate", async () => {
    const countdown = new Countdown(3);
    t.equal(await all(countdown), [2, 1, 0]);
    t.equal(await all(countdown.values(2)), [1]);
    t.equal(Countdown.prototype[Symbol.asyncIterator], Countdown.prototype.values);
    t.throws(() => countdown.values(Symbol()), { name: "TypeError" });
    countdown.dispose();
    t.throws(() => countdown.values(), { name: "TypeError", message: /disposed/ });
  });
  await t.test("objects that iterate over pairs", async () => {
    const headers = new Headers();
    const pairs = [["accept", { text: "accept!", number: 0 }], ["host", { text: "host!", number: 1 }]];
    t.equal(await all(headers), pairs);
    t.equal(await all(headers.entries()), pairs);
    t.equal(await all(headers.keys()), ["accept", "host"]);
    t.equal((await all(headers.values())).map(({ number }) => number), [0, 1]);
    headers.dispose();
  });
  await t.test("the iterator is one of the language's", async () => {
    const numbers = Sequences.numbers(2, "now");
    const prototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);
    t.ok(prototype.isPrototypeOf(numbers), "an async iterator");
    t.equal(numbers[Symbol.asyncIterator](), numbers);
    t.equal(Object.prototype.toString.call(numbers), "[object AsyncIterator]");
    t.equal(await Promise.all([numbers.next(), numbers.next(), numbers.next(), numbers.next()]), [
      { value: 1, done: false }, { value: 2, done: false }, { value: undefined, done: true }, { value: undefined, done: true },
    ]);
    t.equal(await numbers.return("end"), { value: "end", done: true });
    await t.rejects(numbers.next.call({}), { name: "TypeError" });
    t.equal(await all(Sequences.numbers(3, "later")), [1, 2, 3]);
    t.equal((await all(Sequences.lines("a\nb"))).map(({ text }) => text), ["a", "b"]);
  });
  await t.test("an error ends it", async () => {
    const numbers = Sequences.numbers(1, "wrong");
    t.equal((await numbers.next()).value, 1);
    await t.rejects(numbers.next(), { name: "RangeError", message: "no more numbers" });
    t.equal(await numbers.next(), { value: undefined, done: true });
  });
  await t.test("break reaches Swift", async () => {
    for await (const word of Sequences.endless()) {
      t.equal(word, "first");
      break;
    }
    t.equal(Sequences.log, "");
    for await (const word of Sequences.words("a b c")) {
      t.equal(word, "a");
      break;
    }
    t.equal(Sequences.log, "terminated; ");
  });
  await t.test("return cancels the task that looks for the next value", async () => {
    const endless = Sequences.endless();
    await endless.next();
    const waiting = endless.next();
    t.equal(pending().map(({ name }) => name), ["an async iterator"]);
    t.equal(await endless.return(), { value: undefined, done: true });
    t.equal(await waiting, { value: undefined, done: true });
    t.equal(Sequences.log, "cancelled; ended; ");
    t.equal(pending(), []);
  });
  await t.test("what JavaScript gave comes back, and Swift reads its own", async () => {
    t.equal(await all(Sequences.same([1, 2])), [1, 2]);
    t.equal(await all(Sequences.same(Sequences.numbers(2, "later"))), [1, 2]);
    t.equal(await Sequences.own(), 10);
  });

  const read = async (stream) => {
    const list = [];
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return list;
      list.push(value);
    }
  };
  await t.test("streams that Swift fills, when somebody reads", async () => {
    const stream = Sequences.chunks(3, 1000);
    t.ok(stream instanceof ReadableStream, "a ReadableStream");
    await turn();
    t.equal(Sequences.log, "");
    const reader = stream.getReader();
    const { value } = await reader.read();
    t.equal([value.length, value[999]], [1000, 1]);
    await turn();
    t.equal(Sequences.log, "1; ");
    reader.releaseLock();
    t.equal((await read(stream)).map((chunk) => chunk[0]), [2, 3]);
    t.equal(Sequences.log, "2; 3; ");
    t.equal(await read(Sequences.words("some words")), ["some", "words"]);
    t.equal(Sequences.log, "terminated; ");
    t.equal(Sequences.news, Sequences.news);
    t.equal(await read(Sequences.news), ["old", "news"]);
    Sequences.log;
  });
  await t.test("cancel reaches Swift", async () => {
    const stream = Sequences.words("");
    const reader = stream.getReader();
    const waiting = reader.read();
    await turn();
    await reader.cancel("enough");
    t.equal((await waiting).done, true);
    t.equal(Sequences.log, "terminated; ");
    await Sequences.words("a b").cancel();
    t.equal(Sequences.log, "terminated; ");
  });
  await t.test("streams that Swift reads", async () => {
    const stream = (...sizes) => new ReadableStream({
      pull(controller) {
        if (sizes.length === 0) controller.close();
        else controller.enqueue(new Uint8Array(sizes.shift()));
      },
      cancel() {
        cancelled = true;
      },
    });
    let cancelled = false;
    t.equal(await Sequences.size(stream(10, 20)), 30);
    t.equal(cancelled, false);
    t.equal(await Sequences.size(stream(10, 0, 20)), 10);
    await turn();
    t.equal(cancelled, true);
    await t.rejects(Sequences.size([]), { name: "TypeError", message: /must be a ReadableStream/ });
    const without = stream(5);
    Object.defineProperty(without, Symbol.asyncIterator, { value: undefined });
    t.equal(await Sequences.size(without), 5);
    t.equal(await Sequences.size(Sequences.chunks(3, 7)), 21);
    Sequences.log;
  });

  await t.test("a stream that fails with the signal is the signal's affair alone", async () => {
    const controller = new AbortController();
    const stream = new ReadableStream({ start: (control) => controller.signal.addEventListener("abort", () => control.error(controller.signal.reason)) });
    const size = Sequences.until(stream, controller.signal);
    await turn();
    const unhandled = [];
    const listener = (event) => unhandled.push(event);
    globalThis.process?.on?.("unhandledRejection", listener);
    globalThis.addEventListener?.("unhandledrejection", listener);
    controller.abort(new RangeError("enough"));
    await t.rejects(size, { name: "RangeError", message: "enough" });
    await turn();
    globalThis.process?.off?.("unhandledRejection", listener);
    globalThis.removeEventListener?.("unhandledrejection", listener);
    t.equal(unhandled.length, 0);
    t.equal(pending(), []);
  });
  await t.test("streams that Swift writes to, no faster than they take", async () => {
    const taken = [];
    let go;
    const stream = new WritableStream({
      write: (word) => (taken.push(word), new Promise((resolve) => (go = resolve))),
      close: () => void taken.push("closed"),
    });
    const done = Sequences.write("a b", stream, "close");
    await turn();
    t.equal([taken.join(), Sequences.log], ["a", ""]);
    go();
    await turn();
    t.equal([taken.join(), Sequences.log], ["a,b", "a; "]);
    go();
    await done;
    t.equal([taken.join(), Sequences.log], ["a,b,closed", "b; "]);
    let reason;
    await Sequences.write("a", new WritableStream({ abort: (error) => (reason = error) }), "abort");
    t.equal([reason.name, reason.message], ["RangeError", "enough"]);
    const failing = new WritableStream({ write() { throw new RangeError("full"); } });
    await t.rejects(Sequences.write("a b", failing, "close"), { name: "RangeError", message: "full" });
    await t.rejects(Sequences.write("a", {}, "close"), { name: "TypeError", message: /must be a WritableStream/ });
    Sequences.log;
  });
  await t.test("streams that Swift reads what is written to", async () => {
    const writer = Sequences.collector(10, "").getWriter();
    await writer.write("a");
    const [second, third] = [writer.write("b"), writer.write("c")];
    await second;
    const log = Sequences.log;
    t.ok(log.startsWith("a; b; "), "a write ends when Swift has done with it");
    await third;
    await writer.close();
    t.equal(log + Sequences.log, "a; b; c; ended; ");
  });
  await t.test("abort reaches Swift, and errors of Swift's end the stream", async () => {
    Sequences.log;
    const aborted = Sequences.collector(10, "").getWriter();
    aborted.closed.catch(() => {});
    await aborted.ready;
    aborted.write("a").catch(() => {});
    await turn();
    await aborted.abort(new RangeError("enough"));
    t.equal(Sequences.log, "a; enough true; ended; ");
    const wrong = Sequences.collector(10, "no").getWriter();
    wrong.closed.catch(() => {});
    await t.rejects(wrong.write("no"), { name: "TypeError", message: "wrong word" });
    await t.rejects(wrong.closed, { name: "TypeError", message: "wrong word" });
    t.equal(Sequences.log, "wrong word false; ended; ");
    const short = Sequences.collector(1, "").getWriter();
    await short.write("a");
    await t.rejects(short.closed, { name: "TypeError", message: /reads no more/ });
    await Sequences.collector(1, "").abort();
    Sequences.log;
  });
  await t.test("what JavaScript iterates over", async () => {
    const told = [];
    const feed = Object.assign(new globalThis.Feed(), {
      async *[Symbol.asyncIterator]() {
        try {
          yield { text: "a" };
          yield { text: "b" };
        } finally {
          told.push("over");
        }
      },
    });
    t.equal(await Readers.feed(feed, 10), "ab");
    t.equal(await Readers.feed(feed, 1), "a");
    await turn();
    t.equal(told.join(), "over,over");
    feed.values = async function* ({ isReversed }) {
      yield* isReversed ? [{ text: "b" }, { text: "a" }] : [];
    };
    t.equal(await Readers.reversed(feed), "ba");
    const table = Object.assign(new globalThis.Table(), {
      async *[Symbol.asyncIterator]() {
        yield ["a", 1];
        yield ["b", 2];
      },
    });
    t.equal(await Readers.table(table), "a=1.0;b=2.0;");
    t.equal(await Readers.source(3), "1.0,2.0,3.0,");
    await t.rejects(Readers.table(Object.assign(new globalThis.Table(), { [Symbol.asyncIterator]: () => [["a", "wrong"]].values() })), { name: "TypeError" });
  });

  await t.noLeaks("async iterators to their end", async () => void (await all(Sequences.numbers(3, "later"))), { times: 200 });
  await t.noLeaks("pairs", async () => {
    const headers = new Headers();
    await all(headers);
    headers.dispose();
  }, { times: 200 });
  await t.noLeaks("async iterators that are broken off", async () => {
    for await (const value of Sequences.numbers(3, "now")) if (value === 2) break;
  }, { times: 200 });
  await t.noLeaks("async iterators that are cancelled", async () => {
    const endless = Sequences.endless();
    await endless.next();
    const waiting = endless.next();
    await endless.return();
    await waiting;
    Sequences.log;
  }, { times: 100 });
  await t.noLeaks("errors of async iterators", async () => void (await all(Sequences.numbers(3, "wrong")).catch(() => {})), { times: 200 });
  await t.noLeaks("streams", async () => {
    await read(Sequences.chunks(3, 100));
    await Sequences.size(Sequences.chunks(2, 100));
    Sequences.log;
  }, { times: 100 });
  await t.noLeaks("streams that are written to", async () => {
    const collector = Sequences.collector(10, "");
    await Sequences.write("a b c", collector, "close");
    Sequences.log;
  }, { times: 100 });
  await t.noLeaks("imports", () => Readers.source(3), { times: 200 });
  t.equal(pending(), []);
}
