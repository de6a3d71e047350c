// What an engine does: in Node `node main.mjs threads|workers SAMPLES`, in a page of `page.html` the same by `measure`.
import { measureCalls } from "./calls.mjs";
import { startWorker } from "./host.mjs";

export async function measure(what, samples) {
  if (what === "workers") return measureCalls(samples);
  const worker = startWorker("./threads.mjs");
  const result = await worker.ask(samples);
  worker.end();
  return result;
}

globalThis.measure = measure;
if (globalThis.process?.argv?.[2] !== undefined) {
  console.log(`@measured ${JSON.stringify(await measure(process.argv[2], Number(process.argv[3])))}`);
  process.exit(0);
}
