export default async function (t) {
  const { Calls, Source, Listener } = t.module;
  const { Bus } = await import(new URL("imports.mjs", t.base));

  await t.test("an object with the operation, or a function", () => {
    const source = new Source();
    const told = [];
    const object = { handle(...values) { told.push([this === object, ...values]); } };
    const call = function (...values) { told.push([this, ...values]); };
    source.add(object);
    source.add(call);
    source.fire("a", true);
    source.fire("b", false);
    t.equal(told, [[true, "a", { x: 1, y: 2 }], [undefined, "a", { x: 1, y: 2 }], [true, "b"], [undefined, "b"]]);
    source.dispose();
  });

  await t.test("the operation is looked for at the time of the call", () => {
    const source = new Source();
    const told = [];
    const object = {};
    source.add(object);
    t.throws(() => source.fire("early", false), { name: "TypeError", message: "Listener.handle must be a function, not undefined" });
    object.handle = (event) => told.push(event);
    source.fire("late", false);
    const called = () => told.push("function");
    called.handle = () => told.push("operation");
    source.add(called);
    source.fire("x", false);
    t.equal(told, ["late", "x", "function"]);
    source.dispose();
  });

  await t.test("what was added is known again, and is what comes back", () => {
    const source = new Source();
    const [object, call] = [{ handle() {} }, () => {}];
    for (const each of [object, call, object, call]) source.add(each);
    t.equal(source.count, 2);
    t.ok(source.last === call, "the function itself");
    t.equal([source.remove({ handle() {} }), source.remove(null), source.remove(undefined)], [false, false, false]);
    t.equal([source.remove(call), source.remove(call)], [true, false]);
    t.ok(source.last === object, "the object itself");
    t.equal(source.remove(object), true);
    t.equal(source.last, null);
    source.dispose();
  });

  await t.test("neither an object nor a function", () => {
    const source = new Source();
    for (const [value, text] of [[1, "the number 1"], ["f", 'the string "f"'], [null, "null"], [undefined, "undefined"]]) {
      t.throws(() => source.add(value), { name: "TypeError", message: `Source.add: listener must be a function or an object, not ${text}` });
    }
    t.throws(() => Calls.called({}, "a"), { name: "TypeError", message: "Calls.called: hook must be a function, not an object (Object)" });
    source.dispose();
  });

  await t.test("constants", () => {
    t.equal([Listener.LOUD, Listener.QUIET], [2, 1]);
    t.equal(Calls.loud(), 3);
  });

  await t.test("results and errors", () => {
    t.equal(Calls.accepts((words) => words.length === 2, ["a", "b"]), true);
    t.equal(Calls.accepts({ accept: (words) => words.includes("c") }, ["a", "b"]), false);
    t.equal(Calls.caught({ accept() { throw new RangeError("no"); } }), "RangeError: no");
    t.equal(Calls.caught({}), "TypeError: Filter.accept must be a function, not undefined");
    t.equal(Calls.caught({ get accept() { throw new Error("getter"); } }), "Error: getter");
  });

  await t.test("a function that Swift makes", () => {
    const longer = Calls.longer(1);
    t.equal(typeof longer, "function");
    t.equal([longer(["a"]), longer(new Set(["a", "b"]))], [false, true]);
    t.throws(() => longer([]), { name: "RangeError", message: "no words" });
    t.throws(() => longer(), { name: "TypeError", message: "Filter takes at least 1 argument, got 0" });
    t.equal(Calls.accepts(longer, ["a", "b"]), true);
    longer.dispose();
    t.throws(() => longer(["a"]), { name: "TypeError", message: "Filter: this function has been disposed" });
    t.equal(Calls.caught(longer), "TypeError: Filter: this function has been disposed");
  });

  await t.test("in sequences, unions and results", () => {
    const [first, second] = [() => {}, { handle() {} }];
    const all = Calls.twice([first, second]);
    t.ok(all[0] === first && all[1] === second && all[2] === first && all[3] === second, "the objects themselves");
    const told = [];
    t.equal(Calls.either({ handle: (event) => told.push(event) }), "listener");
    t.equal(Calls.either((event) => told.push(event)), "listener");
    t.equal(told, ["either", "either"]);
    t.equal(Calls.either("text"), "text");
    t.ok(Calls.hook(first) === first, "the function itself");
  });

  await t.test("methods of a handler object are called on it", () => {
    const told = [];
    class Mine {
      items = [1, 2, 3];
      onOpen(text) { told.push(text, this); }
      size() { return this.items.length; }
    }
    const mine = new Mine();
    mine.loose = function (text) { told.push(text, this); };
    t.equal(Calls.handled(mine), "3 yes");
    t.ok(told[1] === mine, "the object itself");
    t.equal([told[0], told[2], told[3]], ["opened", "loose", undefined]);
    t.equal(Calls.handled({ size: () => 1 }), "1 no");
    t.throws(() => Calls.handled({}), { name: "TypeError", message: "Calls.handled: handler.size is required" });
    t.throws(() => Calls.handled({ size: 1 }), { name: "TypeError", message: "Calls.handled: handler.size must be a function, not the number 1" });
  });

  await t.test("Swift adds and removes one function", () => {
    const bus = new Bus();
    const told = [];
    Calls.listen(bus, (text) => told.push(text));
    t.equal([bus.listeners.length, bus.hooks.size], [1, 1]);
    const [listener] = bus.listeners;
    const [hook] = bus.hooks;
    listener("one");
    listener("two", { x: 3, y: 4 });
    t.equal(told, ["one -1.0", "two 3.0"]);
    t.equal(hook("a"), "hooked a");
    t.equal(Calls.called(hook, "b"), "hooked b");
    Calls.unlisten(bus);
    t.equal([bus.listeners.length, bus.hooks.size], [0, 0]);
    t.throws(() => listener("three"), { name: "TypeError", message: "Listener: this function has been disposed" });
    t.throws(() => hook("c"), { name: "TypeError", message: "Hook: this function has been disposed" });
  });

  await t.test("Swift hears of a call after the end", () => {
    const bus = new Bus();
    Calls.listen(bus, () => {});
    t.equal(Calls.callEnded(), "hooked again");
    Calls.end();
    t.throws(() => Calls.callEnded(), { name: "TypeError", message: "Hook: this function has been disposed" });
    Calls.unlisten(bus);
    t.equal(Calls.callEnded(), "none");
  });

  const source = new Source();
  const listener = { handle() {} };
  await t.noLeaks("added, fired and removed", () => { source.add(listener); source.fire("a", true); source.remove(listener); });
  await t.noLeaks("a failed call", () => { source.add({}); t.throws(() => source.fire("a", false)); source.remove(source.last); });
  await t.noLeaks("functions of Swift's", () => Calls.longer(1).dispose());
  const bus = new Bus();
  await t.noLeaks("listening", () => { Calls.listen(bus, () => {}); Calls.unlisten(bus); });
  await t.test("a callback is called on the object that has the operation", () => {
    const source = new Source();
    const told = [];
    const tell = function (text) {
      told.push(text, this === source);
    };
    source.whenEmpty(tell);
    source.whenEmpty(tell, undefined);
    source.whenEmpty(tell, tell);
    t.equal(told, ["empty", true, "empty", true, "empty", true, "other", true]);
    t.throws(() => source.whenEmpty(tell, 1), { name: "TypeError" });
    source.dispose();
  });
  await t.noLeaks("a handler object", () => Calls.handled({ size: () => 1, onOpen() {} }));
  await t.noLeaks("sequences", () => Calls.twice([listener, () => {}]));
  await t.noLeaks("a refused one among others", () => t.throws(() => Calls.twice([listener, listener, 1])));
  source.dispose();
}
