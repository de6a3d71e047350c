// A worker with an instance of its own, which does one half.
import { place, serve } from "./host.mjs";
import { prepare } from "./kernels.mjs";

let work;
serve(async (message) => {
  if (message === "run") return work.measure();
  const module = await import(place(""));
  await module.init(module.variants.source("base"));
  work = prepare(module, message, true);
  return 0;
});
