// A call of `parallel/worker` beside a message by hand, in turns: one after the other, and a thousand in one tick.
import { engine, place, startWorker } from "./host.mjs";

/** @param {number} samples */
export async function measureCalls(samples) {
  const { init, terminate, Calls } = await import(place(".worker"));
  await init();
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
  const sides = { proxy: (left, right) => Calls.add(left, right), raw: add };
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
  const rows = [];
  for (const [name, shape] of Object.entries(shapes)) {
    const least = { proxy: Infinity, raw: Infinity };
    for (let sample = 0; sample < samples; sample++) {
      for (const [side, call] of Object.entries(sides)) {
        const start = performance.now();
        const count = await shape(call);
        least[side] = Math.min(least[side], ((performance.now() - start) * 1000) / count);
      }
    }
    rows.push({ name, ...least });
  }
  await terminate();
  raw.end();
  return { engine, rows };
}
