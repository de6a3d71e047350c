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
  });
}
