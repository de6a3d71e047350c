/** The module in a worker: the same names, each member promised. */
import { testPlatform } from "./platform.mjs";

const entries = { node: "node.js", browser: "js" };

export default async function (t) {
  const kind = t.isBrowser ? "browser" : "node";
  const url = new URL(`workers.worker.${entries[kind]}`, t.base).href;
  const module = await import(url);
  await t.rejects(() => module.Work.hello("early"), { message: "Work.hello: call and await init() first" });
  await t.test("an object cannot be made before init", () =>
    t.throws(() => new module.Node(), { message: "new Node: call and await init() first" }));
  await module.init();
  const { Node, Leaf, Tags, Pairs, Work, ParseError } = module;

  await t.test("strings, numbers, enums and variadics", async () => {
    t.equal(await Work.hello("Zoë 🐈"), "Hello, Zoë 🐈!");
    t.equal(await Work.sum(1, 2, 3.5), 6.5);
    t.equal(await Work.sum(), 0);
    t.equal(await Work.kindOf("odd-one"), "odd");
    t.equal(await Work.stamp, 7);
    t.equal(Work.hello.length, 1);
  });
  await t.test("what is wrong is told as the module itself tells it", async () => {
    await t.rejects(() => Work.hello(), { type: TypeError, message: "Work.hello takes at least 1 argument, got 0" });
    await t.rejects(() => Work.kindOf("even"), { type: TypeError, message: /even/ });
    await t.rejects(() => Work.total(5), { type: TypeError });
    await t.rejects(() => Work.total([{ y: 1 }]), { type: TypeError, message: /x/ });
    await t.rejects(() => Work.handle({ onProgress: 5 }), { type: TypeError, message: "Work.handle: Handlers.onProgress must be a function" });
  });
  await t.test("sequences of whatever iterates, dictionaries by their members alone", async () => {
    const points = new Set([{ x: 1, extra: () => {} }, { x: 2, y: 3 }]);
    t.equal(await Work.total(points), 6);
    class Moving {
      get x() {
        return 4;
      }
    }
    t.equal(await Work.total([new Moving()]), 4);
  });

  await t.test("objects: made at once, used before they are there, known again", async () => {
    const node = new Node("first");
    const [name, size, same] = await Promise.all([node.name, node.size, node.isSame(node)]);
    t.equal(name, "first");
    t.equal(size, 0);
    t.equal(same, true);
    t.ok((await node.me) === node, "an object of this side comes back as itself");
    const child = await node.child("second");
    t.ok(child instanceof Node && (await child.me) === child, "and so does one of the worker's");
    t.equal(await node.isSame(child), false);
    node.next = child;
    t.ok((await node.next) === child, "an attribute that is set");
    node.next = null;
    t.equal(await node.next, null);
    node.name = "renamed";
    t.equal(await node.name, "renamed");
    t.ok((await node.grow(2)) === node, "[ReturnsThis]");
    t.equal(await node.size, 2);
    t.equal(Node.LIMIT, 20);
    t.equal(await (await Node.parse("p")).name, "p");
    await t.rejects(() => node.isSame({}), { type: TypeError, message: /must be Node/ });
    await t.rejects(() => node.isSame(), { type: TypeError, message: /at least 1/ });
    node.dispose();
    node.dispose();
    await t.rejects(() => node.name, { type: TypeError, message: "Node.name: this Node has been disposed" });
    await t.rejects(() => child.isSame(node), { type: TypeError, message: /disposed/ });
    const me = child.me;
    child.dispose();
    t.ok((await me) === child, "what was on its way");
    child.dispose();
  });
  await t.test("a constructor's exception is what each use is rejected with", async () => {
    const bad = new Node("a name that is much too long");
    const errors = [];
    for (const use of [bad.name, bad.size, (await Promise.allSettled([bad.me]), bad.id)]) await use.catch((error) => errors.push(error));
    t.equal(errors.length, 3);
    t.ok(errors[0] instanceof RangeError && errors[1] === errors[0] && errors[2] === errors[0], "one error");
    const uncloned = new Node(Symbol("no"));
    await t.rejects(() => uncloned.size, { name: "DataCloneError" });
    await t.rejects(() => uncloned.me, { name: "DataCloneError" });
    bad.dispose();
  });
  await t.test("classes that inherit", async () => {
    const leaf = new Leaf("leaf", 3);
    t.ok(leaf instanceof Node && leaf instanceof Leaf);
    t.equal(await leaf.weight, 3);
    t.equal(await leaf.name, "leaf");
    t.ok((await leaf.me) === leaf);
    t.equal(await Work.heavy([leaf, new Node("n")]), 4);
    const { node, all, bytes } = await Work.find(leaf);
    t.ok(node === leaf && all[0] === leaf && all[2] === leaf && all[1].constructor === Node);
    t.equal(bytes, new Uint8Array([1, 2, 3]));
  });
  await t.test("unions, tuples, records", async () => {
    t.equal(await Work.item(new Node("u")), "node u");
    t.equal(await Work.item("t"), "text t");
    t.equal(await Work.item(4), "number 4.0");
    t.ok((await Work.itemBack(0)) instanceof Node);
    t.equal(await Work.itemBack(1), "one");
    t.equal(await Work.itemBack(2), 2);
    t.equal(await Work.area({ x: 2, y: 3 }), 6);
    t.equal(await Work.area(new Set([2, 5])), 10);
    const node = new Node("tuple");
    const [name, same] = await Work.named(["a", node]);
    t.ok(name === "a!" && same === node);
    const nodes = await Work.byName(["a", "__proto__"]);
    t.equal(Object.keys(nodes), ["a", "__proto__"]);
    t.equal(await nodes.a.name, "a");
  });

  await t.test("bytes are cut, moved and filled", async () => {
    const whole = new Uint8Array([1, 2, 3, 4]);
    t.equal(await Work.reversed(whole.subarray(1, 3)), new Uint8Array([3, 2]));
    t.equal(whole.length, 4);
    t.equal(await Work.moved(whole), new Uint8Array([4, 3, 2, 1]));
    t.equal(whole.length, 0);
    const filled = new Uint8Array(6);
    await Work.fill(filled.subarray(2, 4), 9);
    t.equal(filled, new Uint8Array([0, 0, 9, 9, 0, 0]));
    t.equal(await Work.handle({ bytes: new Uint8Array(5), first: new Node("h") }), "h 5");
    t.equal(await Work.echo({ a: [1, "b"] }), { a: [1, "b"] });
  });
  await t.test("a view is read and written where it lies", async () => {
    const node = new Node("view");
    await node.pixels.write([1, 2, 3], 4);
    t.equal(await node.pixels.read(3, 8), new Uint8ClampedArray([0, 1, 2, 3, 0]));
    const data = new Uint8ClampedArray(1024).fill(7);
    await node.pixels.write(data, 0, { transfer: true });
    t.equal(data.length, 0);
    const all = await node.pixels.read();
    t.equal(all.length, 1024);
    t.ok(all.every((value) => value === 7));
    await t.rejects(() => node.pixels.write([1], 1024), { type: RangeError });
  });

  await t.test("functions are called while the worker works", async () => {
    const node = new Node("fill");
    const heard = [];
    await node.fill(20, (fraction) => heard.push(fraction));
    t.equal(heard.length, 20);
    t.equal(heard[19], 1);
    const seen = [];
    await Work.visit(node, (visited, place) => seen.push(visited === node, place));
    t.equal(seen, [true, { x: 1, y: 2 }]);
    t.equal(await Work.handle({ onProgress: (fraction) => seen.push(fraction) }), "none 0");
    t.equal(seen[2], 0.5);
  });
  await t.test("what a function throws is what the call is rejected with", async () => {
    const node = new Node("throws");
    const mine = new RangeError("enough");
    let count = 0;
    const error = await t.rejects(
      () =>
        node.fill(100_000, () => {
          if (++count === 3) throw mine;
        }),
      { type: RangeError },
    );
    t.ok(error === mine, "the very error");
    t.equal(count, 3);
    // Where memory is shared, the worker hears of it in the middle of its work, and can go on.
    if (globalThis.crossOriginIsolated !== false) {
      t.equal(await Work.survives(() => { throw mine; }), true);
    }
    t.equal(await Work.hello("again"), "Hello, again!");
  });
  await t.test("a function's promise is waited for", async () => {
    t.equal(await Work.ask("a", async (text) => `${text}b`), "ab?");
    const mine = new SyntaxError("no answer");
    const error = await t.rejects(() => Work.ask("a", async () => { throw mine; }), { type: SyntaxError });
    t.ok(error === mine, "the very error");
    await t.rejects(() => Work.ask("a", async () => Symbol("no")), { name: "DataCloneError" });
    const [uncloned, hello] = await Promise.allSettled([Work.ask("a", async () => () => {}), Work.hello("beside")]);
    t.ok(uncloned.reason.name === "DataCloneError" && hello.value === "Hello, beside!");
  });
  await t.test("a function is known again, and let go", async () => {
    const heard = [];
    await Work.keep((fraction) => heard.push(fraction));
    await Work.tellKept(0.25);
    await Work.keep(null);
    await Work.tellKept(0.5);
    t.equal(heard, [0.25]);
  });

  await t.test("errors have their class, their fields and the worker's stack", async () => {
    const error = await t.rejects(() => Work.parse(""), { type: ParseError });
    t.equal(error.code, "empty");
    t.equal(error.name, "ParseError");
    const range = await t.rejects(() => Work.fail("far"), { type: RangeError, message: "far" });
    t.ok(/workers\.|thread/.test(range.stack ?? ""), `the stack is the worker's: ${range.stack}`);
    await t.rejects(() => Work.echo(() => {}), { name: "DataCloneError" });
    const [hello] = await Promise.all([Work.hello("beside"), Work.echo(Symbol("s")).catch(() => {})]);
    t.equal(hello, "Hello, beside!");
  });
  await t.test("a signal aborts", async () => {
    t.equal(await Work.wait(3, new AbortController().signal), 3);
    const controller = new AbortController();
    const waiting = Work.wait(1_000_000, controller.signal);
    const reason = new Error("changed my mind");
    setTimeout(() => controller.abort(reason), 20);
    const error = await t.rejects(() => waiting, { message: "changed my mind" });
    t.ok(error === reason, "the very reason");
    await t.rejects(() => Work.wait(1_000_000, AbortSignal.abort()), { name: "AbortError" });
    await t.rejects(() => Work.wait(3, {}), { type: TypeError });
  });

  await t.test("iterators", async () => {
    const pairs = new Pairs();
    const node = new Node("in pairs");
    pairs.add("a", node);
    await pairs.add("b", new Node("other"));
    const found = [];
    for await (const [key, value] of pairs) found.push(key, value);
    t.equal(found.length, 4);
    t.ok(found[0] === "a" && found[1] === node && found[2] === "b");
    const keys = [];
    for await (const key of pairs.keys()) keys.push(key);
    t.equal(keys, ["a", "b"]);
    await pairs.forEach((value, key, object) => t.ok(object === pairs && value instanceof Node && key));
    const tags = new Tags(["x", "y", "x"]);
    t.equal(await tags.size, 2);
    t.equal(await tags.has("y"), true);
    t.ok((await tags.add("z")) === tags);
    const all = [];
    for await (const tag of tags) all.push(tag);
    t.equal(all, ["x", "y", "z"]);
    const names = [];
    for await (const step of Work.countdown(10)) {
      names.push(await step.name);
      step.dispose();
      if (names.length === 3) break;
    }
    t.equal(names, ["t9", "t8", "t7"]);
  });

  await testPlatform(t, Work);

  await t.test("one message for a microtask", async () => {
    const made = [];
    const other = await module.instantiate();
    for (let index = 0; index < 200; index++) made.push(other.Work.hello(`${index}`));
    t.equal((await Promise.all(made))[199], "Hello, 199!");
    // What waits for long beside many that do not is found again, and what cannot be cloned is not in the way of the others.
    const controller = new AbortController();
    const long = other.Work.wait(1_000_000, controller.signal);
    const many = Array.from({ length: 9000 }, (_, index) => other.Work.echo(index % 1000 === 500 ? Symbol("no") : index));
    const settled = await Promise.allSettled(many);
    t.equal(settled.filter(({ status }) => status === "rejected").length, 9);
    t.ok(settled.every(({ value, reason }, index) => (index % 1000 === 500 ? reason.name === "DataCloneError" : value === index)));
    controller.abort(new Error("enough"));
    await t.rejects(() => long, { message: "enough" });
    await other.terminate();
    await t.rejects(() => other.Work.hello("late"), { message: "the worker has ended" });
  });
  await t.test("a worker that ends rejects what waits, and other instances go on", async () => {
    const other = await module.instantiate();
    const waiting = other.Work.wait(1_000_000_000, new AbortController().signal);
    const ended = t.rejects(() => waiting, { message: /ended/ });
    await other.terminate();
    await ended;
    t.equal(await Work.hello("still"), "Hello, still!");
    const { Worker } = t.isBrowser ? globalThis : await import("node:worker_threads");
    const nowhere = () => new Worker(new URL("nowhere.js", t.base), { type: "module" });
    await t.rejects(() => module.instantiate({ worker: nowhere }), { message: /^the worker cannot run/ });
  });
  await t.test("a worker that dies rejects what waits", async () => {
    if (t.isBrowser) return;
    const { Worker } = await import("node:worker_threads");
    let worker;
    const other = await module.instantiate({ worker: () => (worker = new Worker(new URL("workers.thread.node.js", t.base))) });
    const waiting = t.rejects(() => other.Work.wait(1_000_000, new AbortController().signal), { message: /^the worker has ended/ });
    await other.Work.hello("alive");
    await worker.terminate();
    await waiting;
    await t.rejects(() => other.Work.hello("late"), { message: /^the worker has ended/ });
  });
  await t.test("several workers: each object stays in its own", async () => {
    await t.rejects(() => module.instantiate({ workers: 0 }), { type: RangeError });
    const pool = await module.instantiate({ workers: 2 });
    const nodes = Array.from({ length: 4 }, (_, index) => new pool.Node(`n${index}`));
    t.equal(await Promise.all(nodes.map((node) => node.name)), ["n0", "n1", "n2", "n3"]);
    await t.rejects(() => nodes[0].isSame(nodes[1]), { type: TypeError, message: "Node.isSame: other: this Node lives in another worker" });
    t.equal(await nodes[0].isSame(nodes[2]), false);
    t.equal(await pool.Work.heavy([nodes[1], nodes[3]]), 2);
    t.ok((await pool.Work.find(nodes[3])).node === nodes[3]);
    await t.rejects(() => pool.Work.heavy(nodes), { type: TypeError, message: /lives in another worker/ });
    const heard = [];
    await Promise.all(nodes.map((node) => node.fill(5, (fraction) => heard.push(fraction))));
    t.equal(heard.length, 20);
    await pool.terminate();
  });
  await t.test("a member with [Dispose] is what `using` calls", async () => {
    const door = new module.Door();
    if (Symbol.dispose) door[Symbol.dispose]();
    else await door.close().then(() => door.dispose());
    t.equal(await module.Door.closed, 1);
    await t.rejects(() => door.close(), { message: /disposed/ });
  });
  await t.test("a trap is told to every call that follows", async () => {
    const other = await module.instantiate();
    await t.rejects(() => other.Work.trap(), { message: /trap|stopped|unreachable/i });
    await t.rejects(() => other.Work.hello("a"), { message: /stopped/ });
    await other.terminate();
  });

  await t.test("a storm of objects that are made, asked for, disposed of and let go: each is found as itself", async () => {
    const other = await module.instantiate();
    let seed = 7;
    const random = (count) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % count;
    let live = [];
    let wrong = 0;
    const steps = [
      () => live.push(new other.Node("node")),
      () => live.push(new other.Leaf("leaf", 1)),
      (node) => {
        node?.dispose();
        live = live.filter((each) => each !== node);
      },
      (node) => node?.me.then((same) => (wrong += Number(same !== node)), () => {}),
      (node) => node && other.Work.find(node).then(({ all }) => (wrong += Number(all[2] !== node)), () => {}),
      () => live.splice(random(live.length + 1), 1),
    ];
    for (let round = 0; round < 100; round++) {
      const asked = Array.from({ length: 30 }, () => steps[random(steps.length)](live[random(live.length + 1)]));
      await Promise.allSettled(asked);
      if (round % 20 === 0) globalThis.gc?.();
    }
    t.equal(wrong, 0);
    for (const node of live) node.dispose();
    t.equal(await other.Work.hello("after"), "Hello, after!");
    await other.terminate();
  });
  await t.test("nothing is left of what is disposed of, nor of what is collected where that can be seen", async () => {
    const other = await module.instantiate();
    for (let round = 0; round < 50; round++) {
      const made = [new other.Node("gone"), new other.Leaf("gone", round), ...(await other.Work.nodes(2))];
      const [same] = await Promise.all([made[0].me, made[1].me, made[0].me]);
      t.ok(same === made[0]);
      for (const node of made) node.dispose();
    }
    t.equal(await other.Node.alive, 0);
    if (typeof gc === "function") {
      const drop = async () => {
        const { node, all } = await other.Work.find(new other.Node("dropped"));
        for (let round = 0; round < 20; round++) void node.me;
        t.ok(await all[1].isSame(all[1]));
      };
      for (let round = 0; round < 20; round++) await drop();
      for (let turn = 0; turn < 500 && (await other.Node.alive) > 0; turn++) {
        gc();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      t.equal(await other.Node.alive, 0);
    }
    await other.terminate();
  });
  await module.terminate();
}
