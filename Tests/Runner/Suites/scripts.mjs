/** Suites that live in scripts of their own. */
import { runScript } from "../Core/scripts.mjs";

/** @type {import("./suites.mjs").Suite} */
export const support = {
  name: "support",
  about: "EmbeddedSupport: the C that Embedded Swift wants, as wasm in Node",
  run: (context) =>
    context.report.group("support", (group) => runScript(context, group, ["Tests", "EmbeddedSupportTests", "run.mjs"])),
};

/** @type {import("./suites.mjs").Suite} */
export const bench = {
  name: "bench",
  about: "the benchmarks in quick mode: generated glue against the hand-written floor",
  // A neighbour on the same cores would be measured too.
  isAlone: true,
  run: (context) => context.report.group("bench", (group) => runScript(context, group, ["Tests", "Benchmarks", "run.mjs"], ["--quick"])),
};
