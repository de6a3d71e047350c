// A call of `parallel/worker` beside a message by hand, in turns: one after the other, and a thousand in one tick.
import { engine, place, startWorker, tell } from "./host.mjs";

/** By hand, and no less than what a proxy does for its caller: a number for each call, a promise, and the answer's way to it. */
function byHand() {
  const raw = startWorker("./echo.mjs");
  const waiting = new Map();
  let last = 0;
  raw.listen(([id, sum]) => {
    waiting.get(id)(sum);
    waiting.delete(id);
  });
  const add = (left, right) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      raw.post([last, left, right]);
    });
  return { add, end: raw.end };
}

/** What neither can do without: a promise for each call, which is settled in a later tick. */
function promisesAlone() {
  const { port1, port2 } = new MessageChannel();
  let open = [];
  port1.addEventListener("message", () => {
    const settled = open;
    open = [];
    for (const { resolve, value } of settled) resolve(value);
  });
  port1.start();
  const add = (left, right) =>
    new Promise((resolve) => {
      if (open.push({ resolve, value: left + right }) === 1) port2.postMessage(0);
    });
  return { add, end: () => port1.close() };
}

const shapes = {
  "round trip": async (call) => {
    for (let index = 0; index < 500; index++) await call(index, 1);
    return 500;
  },
  "1,000 in one tick": async (call) => {
    const all = await Promise.all(Array.from({ length: 1000 }, (_, index) => call(index, 1)));
    if (all[999] !== 1000) throw new Error(`${all[999]} instead of 1000`);
    return 1000;
  },
};

const summary = (times) => ({ least: Math.min(...times), median: times.toSorted((one, other) => one - other)[times.length >> 1] });

/** @param {number} samples */
export async function measureCalls(samples) {
  await tell("the start of the proxy's worker");
  const { init, terminate, Calls } = await import(place(".worker"));
  await init();
  const [raw, promises] = [byHand(), promisesAlone()];
  const sides = { proxy: (left, right) => Calls.add(left, right), raw: raw.add, promises: promises.add };
  const rows = [];
  for (const [name, shape] of Object.entries(shapes)) {
    const times = { proxy: [], raw: [], promises: [] };
    for (let sample = 0; sample < samples; sample++) {
      await tell(`${name}: sample ${sample + 1} of ${samples}`);
      for (const [side, call] of Object.entries(sides)) {
        const start = performance.now();
        const count = await shape(call);
        times[side].push(((performance.now() - start) * 1000) / count);
      }
    }
    rows.push({ name, ...Object.fromEntries(Object.entries(times).map(([side, all]) => [side, summary(all)])) });
  }
  await terminate();
  raw.end();
  promises.end();
  return { engine, rows };
}
