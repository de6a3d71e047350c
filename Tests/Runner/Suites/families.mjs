/** The families: golden files, the build for wasm, and their tests in every engine. */
import { rm } from "node:fs/promises";
import { filesBelow } from "../Core/files.mjs";
import { forEach, oncePerRun } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";
import { checkDocumentation } from "../Docs/github.mjs";
import { engineNames } from "../Engines/engines.mjs";
import { buildFamilies, buildFamily, findFamilies } from "../Families/families.mjs";
import { checkGolden } from "../Families/golden.mjs";
import { RuntimeParts } from "../Families/runtime-parts.mjs";

/** @type {import("./suites.mjs").Suite} */
export const families = {
  name: "families",
  about: "the type families: golden files, wasm builds, tests in every engine",
  async run(context) {
    const { report } = context;
    // Naming some engines asks for those alone.
    const isWhole = engineNames.every((name) => context.wanted.has(name));
    if (isWhole) await golden.run(context);
    const built = await builtFamilies(context);
    if (isWhole) await report.group("families/names", (group) => checkNames(context, group));
    const engines = (await context.engines()).filter(({ name }) => context.wanted.has(name) || !engineNames.includes(name));
    // What is built otherwise is built while engines run.
    const first = engines.find(({ kind, missing }) => kind === "node" && missing === null);
    await Promise.all([
      forEach(context.jobs, engines, (engine) => report.group(`families/${engine.name}`, (group) => runEngine(context, group, engine, built))),
      first && report.group("families/debug", (group) => runOtherwise(context, group, first, debugFamilies, "debug")),
      first && report.group("families/size", (group) => runOtherwise(context, group, first, sizeFamilies, "size")),
    ]);
    const behindFlag = engines.find(({ name }) => name === "node24");
    if (behindFlag?.missing === null) {
      const withFlag = { ...behindFlag, run: (job, options) => behindFlag.run(job, { ...options, flags: ["--experimental-wasm-jspi"] }) };
      const waiting = built.filter(({ name }) => name === "Suspension");
      if (waiting.length > 0) await report.group("families/node24 with JSPI", (group) => runEngine(context, group, withFlag, waiting));
    }
  },
};

/** @type {import("./suites.mjs").Suite} */
export const golden = {
  name: "golden",
  about: "the golden files of the families, without a build, and the documentation for GitHub; part of families",
  isPart: true,
  async run(context) {
    await context.report.group("families/golden", (group) => runGolden(context, group));
    await context.report.group("documentation", (group) => checkDocumentation(context, group));
  },
};

/**
 * A build without optimization counts references where the other does not, lays arrays out in the heap, and traps at what the other lets
 * pass: these families show it.
 */
const debugFamilies = ["Sequences", "Lifetimes", "AsyncCode", "Promises"];
/** Glue that is small has other text: members and imports share the functions that call and answer. */
const sizeFamilies = ["AsyncCode", "Buffers", "Callbacks", "Classes", "Errors", "Imports", "Sequences", "Unions"];

async function runOtherwise(context, group, engine, names, configuration) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const found = await findFamilies(context);
  const built = [];
  for (const name of names) {
    const family = found.find((candidate) => candidate.name === name);
    if (family === undefined) {
      group.skip(name, "BINDGEN_FAMILIES leaves it out");
      continue;
    }
    const result = await buildFamily(context, tool.path, family, found, configuration);
    if ("failure" in result) group.fail(name, result.failure);
    else built.push(result);
  }
  if (built.length > 0) await runEngine(context, group, engine, built);
}

async function runGolden(context, group) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const found = await findFamilies(context);
  for (const purpose of ["golden", "golden-again"]) await rm(await context.folder(purpose), { recursive: true, force: true });
  const runtime = await RuntimeParts.read(context);
  for (const family of found) await checkGolden(context, group, tool.path, family, runtime);
  const change = await runtime.check(process.env.BINDGEN_FAMILIES === undefined, context.updatesGolden);
  if (change === null) group.pass("the runtime's parts: golden files");
  else group.fail("the runtime's parts: golden files", `${change}\nUPDATE_GOLDEN=1 Tests/run golden rewrites them`);
}

/** Only the helpers that the IDL reaches are emitted: none that is used may be missing. */
async function checkNames(context, group) {
  const oxlint = (await inWheels("oxlint")) ?? (await inPath("oxlint"));
  if (oxlint === null) return group.skip("every name is defined", "oxlint is not installed");
  const config = context.path("Tests", "Runner", "Families", "generated.oxlintrc.json");
  const scripts = [];
  // What is generated alone, and what is built: the wasm decides what the latter imports.
  for (const folder of ["golden", "families"]) {
    scripts.push(...(await filesBelow(await context.folder(folder), (path) => path.endsWith(".js"), new Set())));
  }
  const { code, output } = await run(oxlint, ["--config", config, "--deny-warnings", "--no-ignore", ...scripts]);
  return code === 0 ? group.pass("every name is defined") : group.fail("every name is defined", output);
}

/**
 * The families that could be built; each that could not is one failure of `families/build`. Built once in a run.
 * @type {(context: import("../Core/context.mjs").Context) => Promise<import("../Families/families.mjs").BuiltFamily[]>}
 */
export const builtFamilies = oncePerRun(buildAll);

async function buildAll(context) {
  const built = [];
  await context.report.group("families/build", async (group) => {
    const tool = await context.bindgen();
    if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
    for (const [name, result] of await buildFamilies(context, tool.path, await findFamilies(context))) {
      if ("failure" in result) {
        group.fail(name, result.failure);
      } else {
        group.pass(name);
        built.push(result);
      }
    }
  });
  return built;
}

async function runEngine(context, group, engine, built) {
  if (engine.missing !== null) return group.skip("", engine.missing);
  if (built.length === 0) return group.fail("runs", "no family could be built");
  const jobs = built.map(({ name, modules, test }) => ({ name, module: modules[engine.kind], test }));
  const mounts = {
    "/dist/": await context.folder("families"),
    "/tests/": context.path("Tests", "Families"),
    "/runner/": context.path("Tests", "Runner"),
  };
  const results = await engine.run({ families: jobs }, { mounts, scratch: context.scratch });
  for (const [family, told] of Object.entries(results)) {
    group.tell(told, (name) => `${family}: ${name}`);
    if (told.passed.length + told.failed.length + told.skipped.length === 0) group.fail(`${family}: runs`, "no test ran");
  }
}
