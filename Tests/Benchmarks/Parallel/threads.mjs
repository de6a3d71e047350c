// In a worker, as a page's own thread may not sleep: one thread, two threads, and two workers that share nothing, in turns.
import { engine, place, serve, startWorker, tell } from "./host.mjs";
import { kernels, prepare } from "./kernels.mjs";

async function measure(name, samples) {
  await tell(`${name}: the loading of the module`);
  const { instantiate, variants } = await import(place(""));
  const base = await instantiate(variants.source("base"));
  await tell(`${name}: the start of one thread`);
  const one = await instantiate(variants.source("threads"), { threads: 1 });
  await tell(`${name}: the start of two threads`);
  const two = await instantiate(variants.source("threads"), { threads: 2 });
  await tell(`${name}: the start of two workers`);
  const halves = [startWorker("./half.mjs"), startWorker("./half.mjs")];
  for (const half of halves) await half.ask(name);
  const works = { base: prepare(base, name, false), one: prepare(one, name, false), two: prepare(two, name, false) };
  const runs = {
    base: () => works.base.measure(),
    one: () => works.one.measure(),
    two: () => works.two.measure(),
    // Until the slower one of them is done: both are asked at once.
    halves: async () => Math.max(...(await Promise.all(halves.map((half) => half.ask("run"))))),
  };
  const least = Object.fromEntries(Object.keys(runs).map((key) => [key, Infinity]));
  const count = two.threads.count;
  for (let sample = 0; sample < samples; sample++) {
    for (const [key, run] of Object.entries(runs)) {
      await tell(`${name}: sample ${sample + 1} of ${samples}, ${key}`);
      least[key] = Math.min(least[key], await run());
    }
  }
  const sums = new Set(Object.values(works).map((work) => work.sum()));
  for (const half of halves) half.end();
  two.threads.stop();
  return { name, count, isSame: sums.size === 1, ...least };
}

serve(async (samples) => {
  const rows = [];
  for (const name of Object.keys(kernels)) rows.push(await measure(name, samples));
  return { engine, rows };
});
