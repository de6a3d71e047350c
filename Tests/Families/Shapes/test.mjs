export default async function (t) {
  const { Builder, Channel, Connection, Point, Point3, Tag, Codec, encode, VERSION, fail, Uses } = t.module;

  await t.test("a chain of calls gives the object", () => {
    const builder = new Builder();
    t.equal(builder.add("a").repeat("b", 3).check(true).add("c").build(), "abbbc");
    t.equal(builder.add("d"), builder);
    t.throws(() => builder.check(false), { message: "not right" });
    t.throws(() => builder.add(Symbol()), { name: "TypeError" });
    t.equal([builder.add.length, builder.repeat.length], [1, 2]);
  });

  await t.test("a disposer of another name", () => {
    const connection = new Connection("a");
    t.equal(connection.isOpen, true);
    t.equal(connection.close(), undefined);
    t.throws(() => connection.isOpen, { message: /disposed/ });
    t.equal(connection.close(), undefined, "closing twice is allowed");
    t.equal([Connection.prototype.close.name, Connection.prototype.close.length], ["close", 0]);
    t.throws(() => Connection.prototype.close.call({}), { name: "TypeError", message: /must be called on Connection/ });
    if (Symbol.dispose) t.equal(Connection.prototype[Symbol.dispose], Connection.prototype.close);
    const other = new Connection("b");
    other.dispose();
    t.equal(other.close(), undefined);
  });

  await t.test("a disposer that is a promise", async () => {
    const channel = new Channel();
    const ended = channel.end();
    t.ok(ended instanceof Promise, "gives a promise");
    t.equal(await ended, undefined);
    t.throws(() => channel.isOpen, { message: /disposed/ });
    t.equal(await channel.end(), undefined);
    if (Symbol.asyncDispose) t.equal(Channel.prototype[Symbol.asyncDispose], Channel.prototype.end);
    await t.rejects(Channel.prototype.end.call({}), { name: "TypeError" });
  });

  await t.test("without a finalizer an object lives until it is disposed of", async () => {
    const { Pinned, PinnedToo } = t.module;
    const kept = new PinnedToo();
    for (let index = 0; index < 3; index++) new Pinned();
    t.equal(kept.same(), kept);
    await new Promise((resolve) => setTimeout(resolve, 1));
    t.equal(kept.same(), kept);
    for (let turn = 0; turn < 3; turn++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    t.equal(Pinned.count, 4);
    kept.dispose();
    t.equal(Pinned.count, 3);
    t.throws(() => kept.same(), { name: "TypeError", message: /disposed/ });
  });

  await t.test("the standard's toJSON", () => {
    const point = new Point(1, 2), other = new Point3(1, 2, 3);
    t.equal(point.toJSON(), { x: 1, y: 2 });
    t.equal(JSON.stringify({ point, other }), '{"point":{"x":1,"y":2},"other":{"x":1,"y":2,"z":3}}');
    t.throws(() => Point.prototype.toJSON.call({}), { name: "TypeError" });
    t.equal([Point.prototype[Symbol.unscopables].reset, Object.getPrototypeOf(Point.prototype[Symbol.unscopables])], [true, null]);
  });

  await t.test("assigning to what is only read", () => {
    const tag = new Tag();
    tag.label = "set";
    t.equal(tag.label.text, "set");
    t.throws(() => (tag.none = "x"), { name: "TypeError" });
    t.throws(() => (tag.label = Symbol()), { name: "TypeError" });
    t.equal(tag.size, 5);
    tag.size = "mine";
    t.equal([tag.size, Object.keys(tag), new Tag().size], ["mine", ["size"], 5]);
    const { set } = Object.getOwnPropertyDescriptor(Tag.prototype, "size");
    t.throws(() => set.call({}, 1), { name: "TypeError" });
  });

  await t.test("dictionaries that are tuples", () => {
    const { Body } = t.module;
    const body = new Body([1, 2]);
    t.equal(body.place, [1, 2, undefined]);
    t.ok(Array.isArray(body.place), "is an array");
    body.move(new Set([3, "4", "a note"]));
    t.equal(body.place, [3, 4, "a note"]);
    const [x, y, note] = body.nearest([1.4, 2.6, "kept"]);
    t.equal([x, y, note, body.nearest(undefined)], [1, 3, "kept", undefined]);
    t.equal(body.path([[1, 2], [3, 4, "b"]]), [[3, 4, "b"], [1, 2, undefined]]);
    t.equal(body.path([]), []);
    t.equal(body.row(["n", [1, 2], [5, 6]]), ["n!", [2, 1], [5, 6, undefined]]);
    t.equal(body.row(["n", undefined, [5, 6]])[1], []);
    t.equal(new Body().place, [0, 0, undefined]);
    t.throws(() => body.nearest([1]), { name: "TypeError", message: "Body.nearest: to.y is required" });
    t.throws(() => body.nearest([1, "x"]), { name: "TypeError" });
    t.throws(() => body.nearest({ x: 1, y: 2 }), { name: "TypeError", message: "Body.nearest: to must be an array" });
    t.throws(() => body.nearest(5), { name: "TypeError" });
    t.throws(() => body.path([[1, 2], [3]]), { name: "TypeError", message: "Body.path: points[1].y is required" });
    t.throws(() => body.row(["n", 5, [1, 2]]), { name: "TypeError" });
    body.dispose();
  });

  await t.test("constants that are values of a type, and bits", () => {
    const { Body, Direction, Options } = t.module;
    const body = new Body();
    t.equal([body.turned(Direction.LTR), body.turned(Direction.RTL)], [Direction.RTL, Direction.LTR]);
    t.equal([body.told(0), body.told(Options.SLOW | Options.LOUD), body.told(Options.LOUD | Options.TWICE)], ["fast false", "slow false", "fast true"]);
    t.equal({ ...Options }, { SLOW: 1, LOUD: 2, TWICE: 4 });
    t.throws(() => (Options.SLOW = 2), { name: "TypeError" });
    body.dispose();
  });

  await t.test("what is kept on the object alone", () => {
    const { Body, Bodies } = t.module;
    const body = new Body(), mine = { some: "thing" };
    t.equal(body.userData, undefined);
    body.userData = mine;
    body.tag = "tag-1";
    t.equal([body.userData === mine, body.tag, Object.keys(body)], [true, "tag-1", []]);
    const { enumerable, get, set } = Object.getOwnPropertyDescriptor(Body.prototype, "userData");
    t.equal(enumerable, true);
    t.throws(() => get.call({}), { name: "TypeError", message: "Body.userData must be called on Body, not on an empty object, as structuredClone and postMessage make of one" });
    t.throws(() => set.call(Object.create(body), 1), { name: "TypeError" });
    const bodies = new Bodies(body);
    bodies.label = 5;
    t.equal([bodies.label, bodies[0].userData === mine, new Bodies().label], [5, true, undefined]);
    body.dispose();
    t.equal(body.userData, mine, "it is JavaScript's own, whatever became of Swift's object");
  });

  await t.test("lengths that are asked for", () => {
    const { Lengths } = t.module;
    const nonce = Uint8Array.of(1, 2, 3, 4);
    t.equal([Lengths.box(nonce, ["a", "b"]), Lengths.box(nonce, new Set(["a", "b"]), null), Lengths.box(nonce, ["a", "b"], new Float32Array(1))], [6, 6, 106]);
    t.throws(() => Lengths.box(nonce.subarray(1), ["a", "b"]), { name: "TypeError", message: "Lengths.box: nonce must have 4 elements, not 3" });
    t.throws(() => Lengths.box(nonce, ["a"]), { name: "TypeError", message: "Lengths.box: names must have 2 elements, not 1" });
    t.throws(() => Lengths.box(nonce, ["a", "b"], new Float32Array(2)), { name: "TypeError", message: "Lengths.box: seed must have 1 element, not 2" });
    t.throws(() => Lengths.box(new Uint8Array(), ["a", "b"]), { name: "TypeError" });
    const out = new Uint16Array(2);
    Lengths.write(out);
    t.equal(out, Uint16Array.of(0, 7));
    t.throws(() => Lengths.write(new Uint16Array(3)), { name: "TypeError" });
  });

  await t.test("a callback that is called once", () => {
    const { Bells } = t.module;
    let count = 0;
    Bells.hang((text) => `${text} ${(count += 1)}`);
    t.equal(Bells.pull("a"), "a 1");
    t.throws(() => Bells.pull("b"), { name: "TypeError", message: "Bells.hang: ring is called once, and has been" });
    Bells.hangMaybe((text) => `maybe ${text}`);
    t.equal(Bells.pull("c"), "maybe c");
    Bells.hangMaybe(null);
    t.equal([Bells.pull("d"), count], ["nothing rings", 1]);
    t.throws(() => Bells.hang({}), { name: "TypeError" });
    Bells.drop();
  });

  await t.test("a scope disposes of what was made inside", () => {
    const { Body, Bodies, Point, scope } = t.module;
    const before = new Body();
    const outer = scope();
    const first = new Body();
    const kept = outer.keep(new Point(1, 2));
    const inner = scope();
    const second = new Bodies(first, before);
    inner.dispose();
    inner.dispose();
    t.throws(() => second.length, { message: /disposed/ });
    t.equal(first.place, [0, 0, undefined]);
    const third = new Body();
    scope();
    const fourth = new Body();
    outer.dispose();
    for (const body of [first, third, fourth]) t.throws(() => body.place, { message: /disposed/ });
    t.equal([before.place[0], kept.x], [0, 1]);
    const after = new Body();
    t.equal(after.place[0], 0, "nothing is kept any more");
    const other = scope();
    const gone = new Body();
    gone.dispose();
    other.dispose();
    if (Symbol.dispose) t.equal(typeof other[Symbol.dispose], "function");
    for (const object of [before, kept, after]) object.dispose();
  });

  await t.test("named exports", async () => {
    t.equal([Codec, encode("x"), encode(5), VERSION, t.module.default, t.module.delete(4)], [undefined, "<x>", "#5", 3, 7, -4]);
    t.throws(() => fail("why"), { message: "why" });
    t.throws(() => encode(), { name: "TypeError" });
    const instance = await t.instantiate();
    t.equal([instance.encode("y"), instance.VERSION], ["<y>", 3]);
    t.equal(Uses.library(), "8 hello Ada");
  });

  await t.noLeaks("shapes", () => {
    new Builder().add("a").dispose();
    new Connection("c").close();
    const tag = new Tag();
    tag.label = "x".repeat(300);
    tag.label.dispose();
    tag.dispose();
    const note = "y".repeat(300);
    const body = new t.module.Body([1, 2, note]);
    body.path([body.place, [3, 4, note]]);
    body.nearest([1, 2, note]);
    body.row([note, [1, 2, 3], [1, 2, note]]);
    t.throws(() => body.path([[3, 4, note], [1]]));
    t.throws(() => body.row([note, [1], [1]]));
    t.throws(() => t.module.Lengths.box(new Uint8Array(4), [note, note, note]));
    body.dispose();
    const scope = t.module.scope();
    t.module.Bells.hang(() => note);
    t.equal(t.module.Bells.pull("a"), note);
    t.module.Bells.drop();
    t.ok(new t.module.Bodies(new t.module.Body([1, 2, note])), "two objects");
    scope.dispose();
  });
}
