/**
 * A storm over several workers: objects are made, asked for, sent about, disposed of while calls of theirs wait, and let go; workers end in
 * the middle of calls. Each object is found as itself, each call is answered or rejected, and nothing is left.
 *
 * @param {any} t its module says for how many `rounds`, and where the proxy is
 */
export default async function (t) {
  const { rounds, proxy, script } = t.module;
  const { instantiate } = await import(new URL(proxy, t.base).href);
  const { Worker } = t.isBrowser ? globalThis : await import("node:worker_threads");
  let seed = 7;
  const random = (count) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % count;
  /** What is wrong, for the report. */
  const wrong = [];
  const note = (is, what) => is || wrong.push(what);
  const isDisposed = (error) => note(/disposed/.test(error?.message), `${error}`);

  await t.test("objects in four workers", async () => {
    const pool = await instantiate({ workers: 4 });
    let live = [];
    const held = new WeakSet();
    const dispose = (node) => {
      node.dispose();
      live = live.filter((each) => each !== node);
    };
    const steps = [
      () => live.push(new pool.Node("node")),
      () => live.push(new pool.Leaf("leaf", 1)),
      () => pool.Work.nodes(2).then((nodes) => live.push(...nodes)),
      (node) => node && dispose(node),
      (node) => node?.me.then((same) => note(same === node, "another object"), isDisposed),
      (node) => node && pool.Work.find(node).then(({ all }) => note(all[2] === node, "another object in a result") && all[1].dispose(), isDisposed),
      (node) => {
        if (node === undefined) return undefined;
        let heard = 0;
        held.add(node);
        const filled = node.fill(10, () => heard++).then(() => note(heard === 10, `${heard} calls of 10`), isDisposed);
        // What is on its way still finds it.
        if (random(3) === 0) dispose(node);
        return filled;
      },
      (node) => node && pool.Work.visit(held.add(node) && node, (visited) => note(visited === node, "another object in a callback")).catch(isDisposed),
      // Nobody but the worker's own collector, which cannot be called, says when a function is no longer held there, nor what that holds here.
      (node) => typeof gc === "function" && !held.has(node) && (live = live.filter((each) => each !== node)),
    ];
    for (let round = 0; round < rounds; round++) {
      await Promise.all(Array.from({ length: 30 }, () => steps[random(steps.length)](live[random(live.length + 1)])));
      if (round % 20 === 0) globalThis.gc?.();
    }
    t.equal([...new Set(wrong)], []);
    for (const node of live) node.dispose();
    live = [];
    // One question for each worker.
    const alive = async () => (await Promise.all(Array.from({ length: 4 }, () => pool.Node.alive))).reduce((sum, count) => sum + count);
    for (let turn = 0; turn < 500 && (await alive()) > 0; turn++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    t.equal(await alive(), 0);
    await pool.terminate();
  });

  await t.test("workers that end in the middle of calls", async () => {
    for (let round = 0; round < Math.ceil(rounds / 50); round++) {
      const workers = [];
      const worker = () => {
        workers.push(new Worker(new URL(script, t.base), { type: "module" }));
        return workers.at(-1);
      };
      const pool = await instantiate({ workers: 4, worker });
      const nodes = Array.from({ length: 8 }, (_, index) => new pool.Node(`${index}`));
      const calls = [
        ...nodes.map((node) => node.fill(100_000, () => {})),
        ...Array.from({ length: 200 }, (_, index) => pool.Work.hello(`${index}`)),
        ...Array.from({ length: 4 }, () => pool.Work.wait(1_000_000_000, new AbortController().signal)),
      ];
      const ended = Promise.allSettled(calls);
      await Promise.race([calls[8], new Promise((resolve) => setTimeout(resolve, random(20)))]);
      for (const node of nodes.slice(0, random(9))) node.dispose();
      if (!t.isBrowser) {
        // A browser tells nobody that a page has ended a worker.
        await workers[random(4)].terminate();
        t.equal(await pool.Work.hello("others"), "Hello, others!");
      }
      await pool.terminate();
      const reasons = (await ended).flatMap(({ reason }) => (reason === undefined ? [] : [`${reason.message}`]));
      t.equal(reasons.filter((reason) => !reason.startsWith("the worker has ended")), []);
      t.ok(reasons.length >= 4, `${reasons.length} calls are rejected`);
    }
  });
}
