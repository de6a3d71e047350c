/** How fast the tool reads, resolves and generates, and how the time grows with the size, in a release build. */
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { exists } from "../Core/files.mjs";
import { oncePerRun } from "../Core/lane.mjs";
import { beside, best, processorTime, raised, told } from "../Core/processor.mjs";
import { run } from "../Core/processes.mjs";
import { Corpus } from "../Corpus/figures.mjs";
import { growth } from "../Corpus/growth.mjs";
import { corpusFolder } from "../Corpus/place.mjs";
import { generating } from "./generator.mjs";

/** For the whole process that reads and parses the web platform, in milliseconds of a processor. */
const mostToParse = 50;
/**
 * How many times as long it may take to resolve, check and tell it as well. Parsing is slowed by whatever slows the rest: it took 31 to 37
 * milliseconds when all together took 140 to 167.
 */
const mostTimesParsing = 8;

/** @type {import("./suites.mjs").Suite} */
export const speed = {
  name: "speed",
  about: "a release build of bindgen: the web platform, also at 10 times the size; 1,500 declarations; no part of a plain run",
  isPart: true,
  // A neighbour on the same cores would be measured too.
  isAlone: true,
  run: (context) => context.report.group("speed", (group) => measure(context, group)),
};

/** @param {import("../Core/context.mjs").Context} context @param {import("../Core/report.mjs").Group} group */
export async function measure(context, group) {
  const tool = await releaseBuild(context);
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const print = (line) => context.report.print(`  ${line}`);
  await generating(group, tool.path, await context.folder("speed"), print);
  const folder = corpusFolder(context);
  if (!(await exists(folder))) return group.skip("web platform", "there is no IDL corpus; BINDGEN_IDL_CORPUS can name its folder");
  const corpus = new Corpus(folder, tool.path, await context.folder("speed"), 1);
  await webPlatform(group, corpus, print);
  await growth(group, corpus, [1, 10], print);
  return besideWebIDL2(group, corpus, print);
}

/**
 * BINDGEN_TEST_TOOL may be a debug build, so it does not count here. Built once in a run.
 * @type {(context: import("../Core/context.mjs").Context) => Promise<{ path: string } | { failure: string }>}
 */
export const releaseBuild = oncePerRun(buildForRelease);

async function buildForRelease(context) {
  // The other suites wait for the debug build.
  await context.bindgen();
  const missing = await context.swiftMissing();
  if (missing !== null) return { failure: missing };
  const args = ["build", "-c", "release", "--product", "bindgen"];
  const build = await context.swift.run(context.root, () => run("swift", args, { cwd: context.root }));
  if (build.code !== 0) return { failure: build.output };
  const { stdout } = await run("swift", ["build", "-c", "release", "--show-bin-path"], { cwd: context.root });
  return { path: join(stdout.trim(), "bindgen") };
}

async function webPlatform(group, corpus, print) {
  const files = await corpus.files("wpt", "idl");
  const start = await best(10, () => processorTime(corpus.tool, ["--version"]));
  let time = Infinity;
  const { time: parsing, slower } = await beside(corpus.scratch, 20, async () => {
    time = Math.min(time, await processorTime(corpus.tool, ["check", "--idl-only", ...files]));
    return processorTime(corpus.tool, ["parse", ...files]);
  });
  const kilobytes = Math.round((await sizeOf(files)) / 1000);
  const line =
    `web platform, ${files.length} files, ${kilobytes} kB, read, resolved, checked and told: ${told(time)} ` +
    `for the whole process (${told(start)} to start one, ${told(parsing)} to start and parse)`;
  print(line);
  if (parsing < mostToParse * slower) group.pass("web platform is parsed");
  else group.fail("web platform is parsed", `${line}; at most ${raised(mostToParse, slower)} to parse`);
  if (time < mostTimesParsing * parsing) group.pass("web platform");
  else group.fail("web platform", `${line}; at most ${mostTimesParsing} times as long as parsing`);
}

async function sizeOf(files) {
  const texts = await Promise.all(files.map((file) => readFile(file)));
  return texts.reduce((sum, text) => sum + text.length, 0);
}

function clock(body) {
  const start = performance.now();
  body();
  return performance.now() - start;
}

/** webidl2.js on the same files in this Node, where BINDGEN_WEBIDL2 names its module. */
async function besideWebIDL2(group, corpus, print) {
  const path = process.env.BINDGEN_WEBIDL2;
  if (!path) return group.skip("beside webidl2.js", "BINDGEN_WEBIDL2 does not name its module");
  const module = await import(pathToFileURL(resolve(path)).href);
  const { parse, validate } = module.parse ? module : module.default;
  const files = await corpus.files("wpt", "idl");
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const read = () => texts.map((text, index) => parse(text, { sourceName: basename(files[index]) }));
  // The first runs warm the engine up.
  const parsing = await best(20, () => clock(read));
  const all = await best(20, () => clock(() => validate(read())));
  const ours = await best(20, () => processorTime(corpus.tool, ["parse", ...files]));
  const node = process.versions.node;
  print(`webidl2.js, warm, in Node ${node}: parse ${told(parsing)}, parse and validate ${told(all)}; parse of ours, cold: ${told(ours)}`);
  return group.pass("beside webidl2.js");
}
