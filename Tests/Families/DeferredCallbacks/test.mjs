export default async function (t) {
  const { Parser, Words } = t.module;
  const parser = new Parser("first");
  const heard = [];
  const hear = (found, own, bytes) => heard.push([found.word, found.places.join(), own === parser, String.fromCharCode(...bytes)]);

  await t.test("what Swift tells in the middle of a call arrives when it returns, in order and whole", () => {
    parser.listen(hear);
    t.equal(heard.splice(0), [["first", "1,0.5", true, "first"]]);
    t.equal(parser.feed("a bc def"), ["first", "a", "bc", "def"]);
    t.equal(heard.splice(0), [["a", "2,0.5", true, "a"], ["bc", "3,0.5", true, "bc"], ["def", "4,0.5", true, "def"]]);
  });
  await t.test("attributes, overloads and constructors return before, too", () => {
    parser.last = "x";
    t.equal(parser.last, "x");
    parser.feed(1.5);
    t.equal(heard.splice(0).map(([word]) => word), ["x", "asked", "1.5"]);
  });
  await t.test("a function that calls the object again is called when the object is at rest, and what comes of it after it", () => {
    const words = [];
    const other = new Parser();
    other.listen((found) => {
      words.push(found.word);
      if (found.word.length < 3) t.equal(other.feed(`${found.word}+`).at(-1), `${found.word}+`);
    });
    other.feed("a b");
    t.equal(words, ["a", "b", "a+", "b+", "a++", "b++"]);
  });
  await t.test("inside of another call, it is the outermost that counts", () => {
    const order = [];
    t.equal(Words.each("a b", (word) => {
      order.push(word);
      Words.each(`${word}1`, (inner) => order.push(inner), () => order.push("inner done"));
    }, () => order.push("done")), 2);
    t.equal(order, ["a", "a1", "b", "b1", "done", "inner done", "done", "inner done"]);
  });
  await t.test("the first exception is that of the call, which has gone to its end", () => {
    const calls = [];
    const throwing = (found) => {
      calls.push(found.word);
      if (calls.length === 2) throw new RangeError("mine");
    };
    const other = new Parser();
    other.listen(throwing);
    t.throws(() => other.feed("a b c"), { name: "RangeError", message: "mine" });
    t.equal(calls, ["a", "b", "c"]);
    t.equal(other.feed("d").length, 4);
  });
  await t.test("what Swift throws arrives, after what it told", () => {
    t.throws(() => parser.feedStrictly(""), { name: "RangeError", message: "there is no word" });
    t.throws(() => parser.feed(Symbol()), { name: "TypeError" });
    t.equal(parser.feedStrictly("z") > 1, true);
    t.equal(heard.splice(0).map(([word]) => word), ["z"]);
  });
  await t.test("after an await and from a timer, a function is called in a task of its own", async () => {
    const promise = parser.feedSlowly("now");
    t.equal(await promise, "now");
    t.equal(heard.splice(0).map(([word]) => word), ["now", "slowly"]);
    await new Promise((resolve) => Words.later(resolve));
  });
  await t.noLeaks("deferred calls", () => {
    Words.each("a b", () => {}, () => {});
    parser.feed("");
  });
  await t.noLeaks("deferred calls that throw", () => {
    try {
      Words.each("a b", () => {}, () => {
        throw new Error("mine");
      });
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  }, { times: 10 });
}
