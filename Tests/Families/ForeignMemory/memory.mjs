// Arrays are looked at once, by the engine's own eyes, before anything of the call can move memory.
export default async function (t) {
  await growth(t);
  await getters(t);
  await lengths(t);
  await storage(t);
}

/** A view of the module's own memory as an argument, while the same call makes that memory grow. */
async function growth(t) {
  const large = new Uint8Array(200_000).fill(2);
  const numbers = Array.from({ length: 60_000 }, () => 1);
  const text = "x".repeat(100_000);
  const view = "1000:1000";
  const calls = {
    "after an array": [(Tape, tape) => Tape.pair(large, tape.bytes), `200000:400000 ${view}`],
    "before an array": [(Tape, tape) => Tape.pair(tape.bytes, large), `${view} 200000:400000`],
    "after a text": [(Tape, tape) => Tape.label(text, tape.bytes), view],
    "round a text": [(Tape, tape) => Tape.between(tape.bytes, text, tape.bytes), `${view} ${view}`],
    "after a sequence": [(Tape, tape) => Tape.after(numbers, tape.bytes), view],
    "before a sequence": [(Tape, tape) => Tape.before(tape.bytes, numbers), view],
    "beside a dictionary": [(Tape, tape) => Tape.beside({ bytes: large }, tape.bytes), `200000:400000 ${view}`],
    "beside a dictionary of itself": [(Tape, tape) => Tape.beside({ bytes: tape.bytes, name: text }, tape.bytes), `${view} ${view}`],
    "after a number that grows": [(Tape, tape, hog) => Tape.number({ valueOf: hog }, tape.bytes), view],
    "written to": [(Tape, tape) => Tape.into(text, tape.bytes), "1000:2000"],
    "copied after a text": [(Tape, tape) => Tape.copiedAfter(text, tape.bytes), view],
    "a part of it": [(Tape, tape) => Tape.pair(large, tape.bytes.subarray(10, 20)), "200000:400000 10:10"],
    "a part of it after a sequence": [(Tape, tape) => Tape.after(numbers, tape.bytes.subarray(10, 20)), "10:10"],
    "a part of it as a copy": [(Tape, tape) => Tape.copiedAfter(text, tape.bytes.subarray(10, 20)), "10:10"],
    "behind others in a dictionary": [(Tape, tape) => Tape.boxes({ a: text, bytes: tape.bytes }), view],
    "in a dictionary whose getter grows": [(Tape, tape, hog) => Tape.boxes({ get a() { hog(); return text; }, bytes: tape.bytes }), view],
    "in a sequence of sequences": [(Tape, tape) => Tape.lists([large, tape.bytes, numbers, tape.bytes]), `200000:400000 ${view} 60000:60000 ${view}`],
    "as the result of a callback": [(Tape, tape, hog) => Tape.feed(() => { const { bytes } = tape; hog(); return bytes; }), view],
    "as a sequence from a callback": [(Tape, tape, hog) => Tape.feedList(() => { const { bytes } = tape; hog(); return bytes; }), view],
    "in a dictionary from a callback": [(Tape, tape, hog) => Tape.feedBox(() => { const { bytes } = tape; return { bytes, get name() { hog(); return text; } }; }), view],
  };
  for (const [how, [call, expected]] of Object.entries(calls)) {
    await t.test(`a view of Swift's memory as an argument ${how}`, async () => {
      const { Tape } = await t.instantiate();
      const tape = new Tape(1000);
      const hog = () => (Tape.hog(3_000_000), 0);
      t.equal(call(Tape, tape, hog), expected);
      t.equal(call(Tape, tape, hog), how === "written to" ? "1000:3000" : expected);
    });
  }

  const own = {
    copied: (Tape, tape) => Tape.copied(tape.bytes),
    nullable: (Tape, tape) => Tape.maybe(tape.bytes),
    "set as an attribute": (Tape, tape) => {
      tape.copy = tape.bytes;
      return Tape.copied(tape.copy);
    },
    "as a sequence": (Tape, tape) => Tape.list(tape.bytes),
    "in a dictionary": (Tape, tape) => Tape.box({ bytes: tape.bytes }),
    "in a sequence": (Tape, tape) => Tape.lists([tape.bytes]),
    "from a callback": (Tape, tape) => Tape.feed(() => tape.bytes),
    "as a sequence from a callback": (Tape, tape) => Tape.feedList(() => tape.bytes),
    "in a dictionary from a callback": (Tape, tape) => Tape.feedBox(() => ({ bytes: tape.bytes })),
    "doubles, copied": (Tape, tape) => (Tape.copiedDoubles(tape.doubles), Tape.list(tape.bytes)),
    "doubles as a sequence": (Tape, tape) => (t.equal(Tape.sum(tape.doubles), 375_000), Tape.list(tape.bytes)),
  };
  for (const [how, call] of Object.entries(own)) {
    await t.test(`a large view of Swift's memory, ${how}`, async () => {
      const { Tape } = await t.instantiate();
      const tape = new Tape(3_000_000);
      for (let round = 0; round < 2; round += 1) t.equal(call(Tape, tape), "3000000:3000000");
    });
  }

  await t.test("a view that growth has detached is found again, a part of it is refused", async () => {
    const { Tape } = await t.instantiate();
    const tape = new Tape(1000);
    const { bytes } = tape, part = bytes.subarray(10, 20);
    Tape.hog(3_000_000);
    t.equal(bytes.length, 0);
    t.equal(Tape.label("", bytes), view);
    t.equal(Tape.copied(bytes), view);
    t.equal(Tape.list(bytes), view);
    t.equal(Tape.into("", bytes), "1000:2000");
    const stale = (where) => ({ name: "TypeError", message: new RegExp(`^Tape\\.${where} is a part of memory that has grown`) });
    t.throws(() => Tape.label("", part), stale("label: bytes"));
    t.throws(() => Tape.copied(part), stale("copied: bytes"));
    t.throws(() => Tape.list(part), stale("list: values"));
    t.throws(() => Tape.box({ bytes: part }), stale("box: box.bytes"));
    t.equal(Tape.label("", tape.bytes), "1000:2000");
    const number = { valueOf: () => (Tape.hog(6_000_000), 0) };
    t.throws(() => Tape.number(number, tape.bytes.subarray(10, 20)), stale("number: bytes"));
  });
}

/** A getter among the elements of a sequence that makes the memory grow. */
async function getters(t) {
  const grown = (Tape, count, at, value) => {
    const list = Array.from({ length: count }, (_, index) => value(index + 1));
    const element = value(at + 1);
    Object.defineProperty(list, at, {
      get() {
        Tape.hog(3_000_000);
        Tape.echo("é".repeat(40));
        return element;
      },
    });
    return list;
  };
  for (const count of [3, 10, 15, 20, 40]) {
    for (const at of [0, 1, count >> 1, count - 1]) {
      await t.test(`element ${at} of ${count} makes the memory grow`, async () => {
        const { Tape } = await t.instantiate();
        const sum = (count * (count + 1)) / 2;
        t.equal(Tape.sum(grown(Tape, count, at, (value) => value)), sum);
        t.equal(Tape.sumInts(grown(Tape, count, at, (value) => value)), sum);
        t.equal(Tape.sumPoints(grown(Tape, count, at, (value) => ({ x: value, y: 1 }))), sum + count);
        const points = Array.from({ length: count }, (_, index) => ({ x: index + 1, y: 1 }));
        Object.defineProperty(points[at], "y", { get() { Tape.hog(3_000_000); Tape.echo("é".repeat(40)); return 1; } });
        t.equal(Tape.sumPoints(points), sum + count);
        const nested = new Proxy(Array.from({ length: count }, (_, index) => index + 1), {
          get(target, name) {
            if (name === `${at}`) (Tape.hog(1_000_000), Tape.echo("é".repeat(40)));
            return target[name];
          },
        });
        t.equal(Tape.sum(nested), sum);
      });
    }
  }
}

/** Lengths that a class or an array of one's own tells otherwise. */
async function lengths(t) {
  const { Pot, Tape } = t.module;
  class Short extends Uint8Array { get length() { return 13; } }
  class Long extends Uint8Array { get length() { return this.byteLength * 8; } }
  class Raising extends Uint8Array { get length() { throw new Error("mine"); } }
  class Elsewhere extends Uint8Array { get byteOffset() { return 64; } get buffer() { return Pot.prototype; } }
  class Own extends Uint8Array { set() { throw new Error("set"); } subarray() { throw new Error("subarray"); } slice() { throw new Error("slice"); } static get [Symbol.species]() { throw new Error("species"); } }
  const pots = Array.from({ length: 400 }, (_, index) => new Pot(`a pot with a long name, number ${index}`));
  const intact = () => pots.forEach((pot, index) => t.equal(pot.name, `a pot with a long name, number ${index}`));
  for (const Class of [Short, Long, Raising, Elsewhere, Own]) {
    for (const count of [5, 20, 66_000]) {
      await t.test(`${Class.name}, ${count} bytes`, () => {
        const bytes = new Class(count).fill(65);
        t.equal(Pot.total(bytes), 65 * count);
        t.equal(Pot.totalAll(bytes), 65 * count);
        t.equal(Pot.totalTracked(bytes), 65 * count);
        t.equal(Tape.copied(bytes), `${count}:${65 * count}`);
        t.equal(Tape.feed(() => bytes), `${count}:${65 * count}`);
        t.equal(Tape.box({ bytes }), `${count}:${65 * count}`);
        t.equal(Pot.doubled(bytes), count);
        t.equal(Uint8Array.prototype.every.call(bytes, (byte) => byte === 130), true);
        intact();
      });
    }
  }

  await t.test("an own property is no length either", () => {
    const bytes = Object.defineProperty(new Uint8Array(100).fill(1), "length", { value: 3 });
    t.equal(Pot.total(bytes), 100);
    t.equal(Pot.totalAll(bytes), 100);
    t.equal(Pot.doubled(bytes), 100);
  });

  await t.test("an array that tells another length each time", () => {
    for (const later of [100_000, 3]) {
      let asked = 0;
      const list = new Proxy(Array.from({ length: 100_000 }, () => 1), {
        get: (target, name) => (name === "length" ? (asked++ === 0 ? 40 : later) : target[name]),
      });
      const total = Pot.totalAll(list);
      t.ok(total === 40 || total === later, `${total} elements`);
      intact();
    }
  });

  if ("resizable" in ArrayBuffer.prototype) {
    await t.test("an array that changes its length during the call", () => {
      for (const [from, to] of [[10, 4], [10, 30], [100, 40], [100, 300], [100, 0]]) {
        const buffer = new ArrayBuffer(from, { maxByteLength: 1000 });
        const bytes = new Uint8Array(buffer).fill(1);
        t.equal(Tape.intoDuring(bytes, () => buffer.resize(to)), `${from}:${2 * from}`);
        t.equal([...bytes], Array.from({ length: to }, (_, index) => (index < from ? 2 : 0)));
      }
      intact();
    });
  }
  for (const pot of pots) pot.dispose();
}

/** What shows storage ends with it. */
async function storage(t) {
  const { Pot, Tape } = t.module;
  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  const settle = async (isDone) => {
    for (let round = 0; round < 40 && !isDone(); round += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  if (collect === undefined) t.skip("a part of a view outlives its storage", "this engine shows no gc");
  else {
    await t.test("a part of a view, or another view of the buffer, is detached when its storage goes", async () => {
      const partOf = (name) => {
        const pot = new Pot(name);
        pot.bytes.fill(7);
        const rest = pot.bytes.subarray(0, 8);
        pot.dispose();
        return rest;
      };
      // The first storage that goes detaches all: an engine that takes a word of its stack for an object may keep one for long.
      const [part] = Array.from({ length: 50 }, (_, index) => partOf(`pot ${index}`));
      await settle(() => part.length === 0);
      const next = new Pot("second");
      next.bytes.fill(1);
      t.equal(part.length, 0);
      t.ok(next.bytes.every((byte) => byte === 1), "nobody wrote there");
      next.dispose();
    });
  }

  await t.test("growth by nothing detaches, which storage that goes relies on", async () => {
    const other = await t.instantiate();
    const { bytes } = new other.Tape(10);
    other.inspect().memory.grow(0);
    t.equal(bytes.length, 0);
  });

  await t.test("storage that was never shown detaches nothing when it goes", () => {
    const tape = new Tape(10);
    const { bytes } = tape;
    for (let index = 0; index < 100; index += 1) new Pot("never shown").dispose();
    t.equal(bytes.length, 10);
    tape.dispose();
  });

  await t.test("an error while an exception waits takes no reference of a view that was shown before", () => {
    const tape = new Tape(100), { bytes } = tape;
    const { error } = console;
    console.error = () => {};
    try {
      for (let round = 0; round < 3; round += 1) t.throws(() => tape.bytesOrError(() => { throw new Error("mine"); }), { message: "mine" });
    } finally {
      console.error = error;
    }
    t.ok(tape.bytes === bytes && bytes.every((byte) => byte === 1), "it is there");
    tape.dispose();
    t.equal(bytes.length, 100);
  });

  await t.noLeaks("views that an exception or an error takes", () => {
    const tape = new Tape(100);
    t.throws(() => tape.bytesAfter(() => { throw new Error("mine"); }), { message: "mine" });
    t.throws(() => tape.bytesOrError(() => {}), { message: "not now" });
    tape.dispose();
  }, { times: 500 });
}
