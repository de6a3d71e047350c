/** What takes too long for every run. A long run is one entry of `longRuns`; each is a group of its own. */
import { exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { Corpus } from "../Corpus/figures.mjs";
import { growth } from "../Corpus/growth.mjs";
import { corpusFolder } from "../Corpus/place.mjs";
import { tryModules } from "./differential.mjs";
import { building } from "./generator.mjs";
import { runWideMatrix } from "./matrix.mjs";
import { tryPlugin } from "./plugin.mjs";
import { measure, releaseBuild } from "./speed.mjs";
import { stormForLong as stormOfWorkers } from "./proxies.mjs";
import { stormForLong } from "./threads.mjs";

/** For how long what has no end of its own runs, in seconds: BINDGEN_SOAK_SECONDS, or half an hour. */
const soakSeconds = Number(process.env.BINDGEN_SOAK_SECONDS || 1800);

/**
 * @typedef {object} LongRun
 * @property {string} name
 * @property {(context: import("../Core/context.mjs").Context, group: import("../Core/report.mjs").Group) => Promise<unknown>} run
 */

/** @type {LongRun[]} */
const longRuns = [
  { name: "fuzz", run: fuzz },
  { name: "speed", run: measure },
  { name: "growth", run: growAHundredfold },
  { name: "plugin", run: (context, group) => tryPlugin(context, group, {}) },
  { name: "matrix", run: runWideMatrix },
  { name: "differential", run: (context, group) => tryModules(context, group, soakSeconds) },
  { name: "threads", run: (context, group) => stormForLong(context, group, soakSeconds / 6) },
  { name: "workers", run: (context, group) => stormOfWorkers(context, group, soakSeconds / 30) },
  { name: "build", run: (context, group) => building(group, context, (line) => context.report.print(`  ${line}`)) },
];

/** @type {import("./suites.mjs").Suite} */
export const soak = {
  name: "soak",
  about: "what takes long: fuzzing the front end and the values for BINDGEN_SOAK_SECONDS (1800) each, the speed of a release build, the web platform at 100 times its size, the plugin with a tool of its own, the whole matrix, a storm of threads and one of workers, a clean build; no part of a plain run",
  isPart: true,
  isAlone: true,
  async run(context) {
    for (const { name, run: body } of longRuns) await context.report.group(`soak/${name}`, (group) => body(context, group));
  },
};

const noCorpus = "there is no IDL corpus; BINDGEN_IDL_CORPUS can name its folder";

/** Fuzzes the front end; what is found is left in `.build/fuzz`. */
async function fuzz(context, group) {
  const missing = await context.swiftMissing();
  if (missing !== null) return group.skip("", missing);
  if ((await inPath("objcopy")) === null) return group.skip("", "objcopy (binutils) is not installed");
  const corpus = corpusFolder(context);
  if (!(await exists(corpus))) return group.skip("", noCorpus);
  const env = { BINDGEN_IDL_CORPUS: corpus };
  const seconds = 2 * soakSeconds + 1800;
  const { code, output } = await run("sh", [context.path("Tests", "Fuzz", "run.sh"), String(soakSeconds)], { cwd: context.root, env, seconds });
  const runs = /^Done \d+ runs in \d+ second/m.exec(output);
  if (code !== 0) return group.fail("the front end", output);
  if (runs === null) return group.fail("the front end", `libFuzzer told no number of runs\n${output}`);
  context.report.print(`  ${runs[0]}`);
  return group.pass("the front end");
}

/** The time of the front end at 1, 10 and 100 times the web platform. */
async function growAHundredfold(context, group) {
  const tool = await releaseBuild(context);
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const folder = corpusFolder(context);
  if (!(await exists(folder))) return group.skip("", noCorpus);
  const corpus = new Corpus(folder, tool.path, await context.folder("speed"), 1);
  return growth(group, corpus, [1, 10, 100], (line) => context.report.print(`  ${line}`));
}
