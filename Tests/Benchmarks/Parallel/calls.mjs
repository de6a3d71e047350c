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

/**
 * One sample of a side each, and how many of them for one that is asked for. A round trip takes several times as long where the system has put
 * the two threads on two cores as where it has put them on one, and leaves them there for a while: of many short samples, the least of each
 * side is one of the same kind.
 * @type {{ name: string, times: number, calls: number, run: (call: (left: number, right: number) => Promise<number>) => Promise<void> }[]}
 */
const shapes = [
  {
    name: "round trip",
    times: 20,
    calls: 50,
    async run(call) {
      for (let index = 0; index < this.calls; index++) await call(index, 1);
    },
  },
  {
    name: "1,000 in one tick",
    times: 5,
    calls: 1000,
    async run(call) {
      const all = await Promise.all(Array.from({ length: this.calls }, (_, index) => call(index, 1)));
      if (all[999] !== 1000) throw new Error(`${all[999]} instead of 1000`);
    },
  },
];

const summary = (times) => ({ least: Math.min(...times), median: times.toSorted((one, other) => one - other)[times.length >> 1] });

/** @param {number} samples of each side; of short ones, that many times as many */
export async function measureCalls(samples) {
  await tell("the start of the proxy's worker");
  const { init, terminate, Calls } = await import(place(".worker"));
  await init();
  const [raw, promises] = [byHand(), promisesAlone()];
  const sides = { proxy: (left, right) => Calls.add(left, right), raw: raw.add, promises: promises.add };
  const rows = [];
  for (const shape of shapes) {
    const times = { proxy: [], raw: [], promises: [] };
    for (let sample = 0; sample < samples * shape.times; sample++) {
      if (sample % shape.times === 0) await tell(`${shape.name}: sample ${sample + 1} of ${samples * shape.times}`);
      // By turns one or the other goes first.
      const turn = Object.keys(times);
      if (sample % 2 === 1) turn.reverse();
      for (const side of turn) {
        const start = performance.now();
        await shape.run(sides[side]);
        times[side].push(((performance.now() - start) * 1000) / shape.calls);
      }
    }
    rows.push({ name: shape.name, ...Object.fromEntries(Object.entries(times).map(([side, all]) => [side, summary(all)])) });
  }
  await terminate();
  raw.end();
  promises.end();
  return { engine, rows };
}
