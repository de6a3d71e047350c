export default async function (t) {
  const { Calls, Local } = t.module;
  const { Shelf, answers, told } = await import(new URL("imports.mjs", t.base));
  /** Runs `body` while the host answers otherwise. */
  const answering = (changed, body) => {
    Object.assign(answers, changed);
    try {
      return body();
    } finally {
      for (const name of Object.keys(changed)) delete answers[name];
    }
  };

  await t.test("a global namespace", () => {
    t.equal(Calls.max(2, 3), 3);
    t.equal(Calls.hypot(-4), 8);
    const { max } = Math;
    Math.max = () => 42;
    t.equal(Calls.max(1, 2), 42);
    Math.max = max;
    t.equal(Calls.max(1, 2), 2);
  });

  await t.test("a global class: constructor, operations, static operations", () => {
    t.equal(Calls.date(86_400_000), "same");
    t.equal(Calls.isoString(0), "1970-01-01T00:00:00.000Z");
    t.throws(() => Calls.isoString(1e300), { name: "RangeError" });
  });

  await t.test("exceptions of globals", () => {
    t.equal(Calls.parse("true"), true);
    t.throws(() => Calls.parse("{"), { name: "SyntaxError", type: SyntaxError });
    t.equal(Calls.parseCaught("{"), "caught");
    t.equal(Calls.parseCaught("0"), "false");
    t.equal(Calls.url("https://a.example/b", "c"), "https://a.example/b#c");
    t.throws(() => Calls.url("nonsense", ""), { name: "TypeError" });
    t.equal(Calls.urlCaught("nonsense"), "caught");
    t.equal(Calls.query("https://a.example/?x=1", "x"), "1 in https://a.example/?x=1&more=1");
    t.equal(Calls.query("https://a.example/", "x"), "nil in https://a.example/?more=1");
    t.equal(Calls.relative("b", "https://a.example/c"), "https://a.example/b");
  });

  await t.test("attributes of a module's export", () => {
    t.equal([Calls.count(), Calls.count()], [1, 2]);
    t.equal(Calls.name(), "the host");
    t.equal(Calls.guarded(new Shelf("g"), "yes"), "yes");
    t.throws(() => Calls.guarded(new Shelf("g"), "no"), { name: "RangeError", message: "not this value" });
    answering({ guarded: () => { throw new Error("closed"); } }, () => t.throws(() => Calls.guarded(new Shelf("g"), "x"), { message: "closed" }));
  });

  await t.test("every family there and back", () => {
    t.equal(Calls.greet("Zoë 世界"), "Hello, Zoë 世界!");
    t.equal(Calls.greet("x".repeat(100_000)).length, 100_008);
    t.equal(Calls.opposite("left"), "right");
    t.equal(Calls.larger({ width: 1, height: 2 }), { width: 2, height: 2 });
    t.equal(Calls.larger({ width: 1 }), { width: 2 });
    t.equal(Calls.larger({ width: 1000 }), null);
    t.equal(Calls.stamp({ title: "T", tags: ["a"] }, 3), { title: "T (3)", tags: ["a", "stamped"] });
    t.equal(Calls.stamp({ title: "T" }, 3), { title: "T (3)", tags: ["stamped"] });
    t.equal(Calls.doubled([1, 2.5]), [2, 5]);
    t.equal(Calls.doubled([]), []);
    t.equal(Calls.doubled(Array.from({ length: 20_000 }, () => 1)).length, 20_000);
    t.equal(Calls.shout(["a", "ß"]), ["A", "SS"]);
    t.equal(Calls.shout(Array.from({ length: 2000 }, () => "word".repeat(20))).length, 2000);
    t.equal(Calls.widths(4), 6 + 2 + 200);
    t.equal(Calls.invert(Uint8Array.of(0, 255)), Uint8Array.of(255, 0));
    t.equal(Calls.invert(new Uint8Array(100_000)).length, 100_000);
    t.equal(Calls.flag(true), false);
    t.equal(Calls.big(2 ** 53 - 1), 2 ** 53 - 1);
    t.equal([Calls.maybe(null), Calls.maybe("a")], ["null", null]);
    t.equal(Calls.joined(["a", "b"]), "a;b;");
    t.equal(Calls.twice(3, 4), 12);
    const local = new Local(7);
    t.ok(Calls.roundTrip(local) === local, "an object comes back as the same");
    t.equal(Calls.roundTrip(null), null);
    answering({ made: () => local }, () => t.equal(Calls.caughtMade(), "seven"));
    local.dispose();
  });

  await t.test("results of a wrong type are TypeErrors that name the import", () => {
    const wrong = (changed, body, message) => answering(changed, () => t.throws(body, { name: "TypeError", message }));
    wrong({ greet: () => Symbol("s") }, () => Calls.greet("a"), "Host.greet: the result must be a string, not the symbol Symbol(s)");
    wrong({ opposite: () => "up" }, () => Calls.opposite("left"), 'Host.opposite: the result must be one of "left", "right", not the string "up"');
    wrong({ larger: () => ({}) }, () => Calls.larger({ width: 1 }), "Host.larger: the result.width is required");
    wrong({ stamp: () => undefined }, () => Calls.stamp({ title: "a" }, 1), "Host.stamp: the result.title is required");
    wrong({ doubled: () => 3 }, () => Calls.doubled([1]), "Host.doubled: the result must be an iterable object, not the number 3");
    wrong({ doubled: () => [1, "x"] }, () => Calls.doubled([1]), 'Host.doubled: the result[1] must be a finite number, not the string "x"');
    wrong({ shout: () => [Symbol()] }, () => Calls.shout([]), "Host.shout: the result[0] must be a string, not the symbol Symbol()");
    wrong({ invert: () => new Int8Array(1) }, () => Calls.invert(new Uint8Array(1)), /^Host\.invert: the result must be an? Uint8Array, not an object \(Int8Array\)$/);
    wrong({ twice: () => null }, () => Calls.twice(1, 2), "Host.twice: the result must be a function, not null");
    wrong({ roundTrip: () => ({}) }, () => Calls.roundTrip(null), "Host.roundTrip: the result must be a Local, not an empty object, as structuredClone and postMessage make of one");
    t.equal(Calls.ok(1), 1);
    t.equal(Calls.greet("again"), "Hello, again!");
  });

  await t.test("without [Throws] the exception arrives from the export that ran, after Swift has gone on", () => {
    told.length = 0;
    t.throws(() => Calls.fail("broken"), { name: "Error", message: "broken" });
    t.equal(told, [["after the failure"]]);
    t.equal(Calls.ok(2), 2);
    t.ok(/\bHost\.missing\b/.test(t.throws(() => Calls.missing(), { name: "TypeError" }).message), "the engine names what is missing");
    t.equal(Calls.ok(3), 3);
  });

  await t.test("with [Throws] Swift catches, or the same value goes on", () => {
    t.equal(Calls.caught("a"), "fine a");
    const error = new RangeError("mine");
    const failing = () => {
      throw error;
    };
    answering({ failing }, () => {
      t.equal(Calls.caught("a"), "caught mine");
      t.equal(t.throws(() => Calls.uncaught("a")), error);
    });
    answering({ failing: () => Symbol() }, () => t.equal(Calls.caught("a"), "caught Host.failing: the result must be a string, not the symbol Symbol()"));
    t.equal(Calls.caughtNote(true), "works true");
    answering({ failingNote: failing }, () => t.equal(Calls.caughtNote(true), "caught mine"));
    answering({ failingNote: () => ({ title: "x", tags: ["a", Symbol()] }) }, () =>
      t.equal(Calls.caughtNote(true), "caught Host.failingNote: the result.tags[1] must be a string, not the symbol Symbol()"),
    );
    t.equal(Calls.caughtMade(), "caught Host.made: the result must be a Local, not null");
    for (const thrown of [{ own: "object" }, "text", undefined, null, 0]) {
      let arrived = [];
      answering({ throwWhatever: () => { throw thrown; } }, () => {
        try {
          Calls.throwWhatever();
        } catch (value) {
          arrived = [value];
        }
      });
      t.ok(arrived.length === 1 && Object.is(arrived[0], thrown), "the same value");
    }
    answering({ burn: () => error }, () => t.equal(t.throws(() => Calls.burn(new Shelf("x"))), error));
    t.equal(Calls.ok(4), 4);
  });

  await t.test("arguments with reserved names; those left out at the end are not passed", () => {
    const given = JSON.parse(Calls.reserved());
    t.equal([given[0], given[1]], ["a", "b"]);
    t.equal(given.length, 2);
  });

  await t.test("an imported class: constructor, attributes, operations, callbacks", () => {
    t.equal(Calls.shelf("new"), 2 + 100 + 2 + 2000 + 0.5);
    const before = Shelf.made();
    const shelf = Calls.shelfOf("given");
    t.ok(shelf instanceof Shelf, "JavaScript gets the object itself");
    t.equal(shelf.label, "given");
    t.equal(Shelf.made(), before + 1);
    t.equal(Calls.labelOf(shelf), "given");
    t.equal(Calls.labelOf({ label: "whatever has a label" }), "whatever has a label");
    shelf.put("a", 1);
    t.equal(Calls.total([shelf, shelf, new Shelf("b")]), 2);
    Calls.keep(shelf);
    t.ok(Calls.kept() === shelf, "the same object comes back");
    Calls.keep(null);
    t.equal(Calls.kept(), null);
  });

  await t.test("what is no object is refused", () => {
    t.throws(() => Calls.labelOf(1), { name: "TypeError", message: "Calls.labelOf: shelf must be a Shelf, not the number 1" });
    t.throws(() => Calls.labelOf(null), { name: "TypeError", message: "Calls.labelOf: shelf must be a Shelf, not null" });
    t.throws(() => Calls.total([new Shelf("a"), "b"]), { name: "TypeError", message: 'Calls.total: shelves[1] must be a Shelf, not the string "b"' });
    t.throws(() => Calls.labelOf({ label: Symbol() }), { name: "TypeError", message: "Shelf.label: the result must be a string, not the symbol Symbol()" });
    t.throws(() => Calls.labelOf({ get label() { throw new Error("mine"); } }), { message: "mine" });
  });

  await t.test("an attribute that is not there is an error that names it; where nothing is a value, it is none", () => {
    const names = ["text", "bytes", "side", "number", "wide", "small", "tiny", "clamped", "enforced", "large", "flag", "either", "inner", "words"];
    const silent = names.filter((name) => !["side", "inner", "words"].includes(name));
    for (const [index, name] of names.entries()) {
      const message = silent.includes(name) ? `Newer.${name} is undefined: there is no such attribute here` : new RegExp(`^Newer\\.${name}: the result`);
      t.throws(() => Calls.newer({}, index), { name: "TypeError", message });
    }
    t.equal([14, 15, 16].map((index) => Calls.newer({}, index)), ["nil", "nil", "undefined"]);
    const there = {
      text: null, bytes: null, side: "left", number: "1.5", wide: {}, small: null, tiny: "258", clamped: 1e9, enforced: true, large: "7", flag: null,
      either: null, inner: { text: "inner" }, words: "ab",
    };
    const read = ["null", "4", "left", "1.5", "nan", "0.0", "2", "32767", "1", "7", "false", "null", "inner", "2", "nil", "nil", "undefined"];
    t.equal(read.map((_, index) => Calls.newer(index === 13 ? { words: ["a", "b"] } : there, index)), read);
  });

  await t.test("calls nest in every direction", () => {
    const deep = (depth) => answering({ greet: (name) => (depth === 0 ? name : deep(depth - 1)) }, () => Calls.greet(`depth ${depth}`));
    t.equal(deep(0), "depth 0");
    answers.greet = (name) => (name.length > 40 ? name : Calls.greet(`${name}+`));
    t.equal(Calls.greet("a"), `a${"+".repeat(40)}`);
    delete answers.greet;
    answers.stamp = (note) => (note.title.length > 10 ? note : Calls.stamp({ title: `${note.title}+`, tags: ["t"] }, 1));
    t.equal(Calls.stamp({ title: "a" }, 1), { title: `a${"+".repeat(10)}`, tags: ["t"] });
    delete answers.stamp;
  });

  await t.test("growth in an import", () => {
    answering({ greet: (name) => (t.grow(), `${name} grown`) }, () => t.equal(Calls.greet("a"), "a grown"));
    answering({ stamp: (note) => ({ get title() { t.grow(); return note.title; }, tags: ["a"] }) }, () => t.equal(Calls.stamp({ title: "T" }, 1), { title: "T", tags: ["a"] }));
    answering({ shout: (words) => (t.grow(), words) }, () => t.equal(Calls.shout(["a", "b"]), ["a", "b"]));
    answering({ invert: (bytes) => (t.grow(), bytes) }, () => t.equal(Calls.invert(Uint8Array.of(1, 2)), Uint8Array.of(1, 2)));
  });

  await t.test("two instances share the host and nothing else", async () => {
    const other = await t.instantiate();
    t.equal(other.Calls.greet("other"), "Hello, other!");
    const shelf = other.Calls.shelfOf("there");
    t.equal(Calls.labelOf(shelf), "there");
    const foreign = new other.Local(1);
    t.throws(() => Calls.roundTrip(foreign), { name: "TypeError" });
    foreign.dispose();
  });

  const refused = (body) => () => {
    try {
      body();
    } catch {
      return;
    }
    throw new Error("nothing was thrown");
  };
  const shelf = new Shelf("kept");
  const local = new Local(1);
  await t.noLeaks("strings", () => Calls.greet("name".repeat(20)));
  await t.noLeaks("objects that Swift makes", () => Calls.shelf("a"), { times: 2000 });
  await t.noLeaks("objects in", () => Calls.total([shelf, shelf]));
  await t.noLeaks("objects kept", () => {
    Calls.keep(shelf);
    Calls.keep(null);
  });
  await t.noLeaks("Swift objects", () => Calls.roundTrip(local));
  await t.noLeaks("dictionaries and sequences", () => {
    Calls.stamp({ title: "T", tags: ["a"] }, 1);
    Calls.shout(["a", "b"]);
    Calls.doubled([1, 2]);
    Calls.widths(3);
    Calls.larger({ width: 1 });
  }, { times: 2000 });
  await t.noLeaks("large ones", () => {
    Calls.greet("x".repeat(70_000));
    Calls.doubled(Array.from({ length: 9_000 }, () => 1));
    Calls.invert(new Uint8Array(70_000));
  }, { times: 20 });
  await t.noLeaks("callbacks", () => {
    Calls.joined(["a"]);
    Calls.twice(1, 2);
  }, { times: 2000 });
  await t.noLeaks("an exception", refused(() => Calls.fail("x")), { times: 2000 });
  told.length = 0;
  answers.failing = () => {
    throw new Error("x");
  };
  await t.noLeaks("an exception that Swift catches", () => Calls.caught("a"));
  await t.noLeaks("an exception that goes on", refused(() => Calls.uncaught("a")));
  await t.noLeaks("a constructor that throws", () => Calls.urlCaught("nonsense"), { times: 2000 });
  answers.stamp = () => ({ title: "x".repeat(70_000), tags: ["a", "b".repeat(70_000), Symbol()] });
  await t.noLeaks("a wrong result", refused(() => Calls.stamp({ title: "a" }, 1)), { times: 50 });
  answers.shout = () => ["x".repeat(70_000), { toString() { throw 1; } }];
  await t.noLeaks("a result that throws while it is read", refused(() => Calls.shout([])), { times: 50 });
  delete answers.failing;
  delete answers.stamp;
  delete answers.shout;
  local.dispose();

  await t.test("a class knows which of its static members JavaScript has", () => t.equal(Calls.asksOfClasses(), [true, false, true]));
}
