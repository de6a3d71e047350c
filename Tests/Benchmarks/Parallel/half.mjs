// A worker with an instance of its own, which does one half.
import { place, serve } from "./host.mjs";
import { prepare } from "./kernels.mjs";

const { init, ...module } = await import(place(""));
let work;
serve(async (message) => {
  if (message === "run") return work.measure();
  const { variants } = module;
  await init(variants.source("base"));
  work = prepare(module, message, true);
  return 0;
});
