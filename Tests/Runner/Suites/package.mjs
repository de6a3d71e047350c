/** The npm packages that bindgen writes: rules, what npm packs, and every subpath in every runtime. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { contentsOf } from "../Core/files.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";
import { consumerProject } from "../Consumers/project.mjs";
import { testFormats } from "../Packages/formats.mjs";
import { testMarkdown } from "../Packages/markdown.mjs";
import { ask, compare, testBundler, testRuntime } from "../Packages/resolution.mjs";
import { rules } from "../Packages/rules.mjs";
import { testRules } from "../Packages/self-test.mjs";
import { builtExamples } from "./examples.mjs";
import { builtFamilies } from "./families.mjs";

/** @type {import("./suites.mjs").Suite} */
export const packages = {
  name: "package",
  about: "the npm packages: rules for them, what npm packs, every subpath in every runtime",
  async run(context) {
    const { report } = context;
    const examples = await builtExamples(context);
    const built = [...examples, ...(await builtFamilies(context))];
    await report.group("package/rules", (group) => checkAll(group, built));
    await report.group("package/self-test", async (group) => {
      const greeter = examples.find(({ name }) => name === "Greeter");
      if (greeter === undefined) return group.fail("runs", "Greeter could not be built");
      return testRules(group, await read(greeter.dist));
    });
    await report.group("package/readme", async (group) => {
      const tool = await context.bindgen();
      return "failure" in tool ? group.fail("bindgen builds", tool.failure) : testMarkdown(context, group, tool.path);
    });
    await report.group("package/npm", (group) => checkTarballs(context, group, built));
    const project = await consumerProject(context);
    const blocked = project.missing ?? project.failure ?? null;
    if (blocked !== null) return report.group("package/subpaths", (group) => (project.missing === null ? group.fail("installs", blocked) : group.skip("", blocked)));
    cpSync(context.path("Tests", "Packages"), join(project.folder, "package-tests"), { recursive: true });
    const engines = (await context.engines()).filter(({ kind }) => kind !== "browser");
    await forEach(context.jobs, engines, (engine) => report.group(`package/${engine.name}`, (group) => runEngine(group, engine, project)));
    await report.group("package/esbuild", (group) => testBundler(group, project));
    await report.group("package/formats", (group) => testFormats(group, project));
    return forEach(context.jobs, await typeCheckers(project), ({ name, missing, check }) =>
      report.group(`package/${name}`, async (group) => {
        if (missing !== null) return group.skip("", missing);
        const { code, output } = await check();
        return code === 0 ? group.pass("types.ts") : group.fail("types.ts", output);
      }),
    );
  },
};

/** @returns {Promise<import("../Packages/rules.mjs").Package>} */
async function read(dist) {
  const files = await contentsOf(dist);
  return { manifest: JSON.parse(files.get("package.json").toString()), files };
}

/** A rule is one test for all packages; what fails is told by package. */
async function checkAll(group, built) {
  const packages = await Promise.all(built.map(async ({ name, dist }) => ({ name, given: await read(dist) })));
  for (const { name, faults } of rules) {
    const found = packages.flatMap((item) => faults(item.given).map((fault) => `${item.name}: ${fault}`));
    if (found.length === 0 && packages.length > 0) group.pass(name);
    else group.fail(name, found.length > 0 ? found.join("\n") : "no package could be built");
  }
}

/** What npm would publish is what was written. */
async function checkTarballs(context, group, built) {
  const npm = await inPath("npm");
  if (npm === null) return group.skip("", "npm is not installed");
  const env = { npm_config_cache: await context.folder("npm"), npm_config_offline: "true", npm_config_update_notifier: "false" };
  const folders = built.map(({ dist }) => dist);
  const { code, stdout, output } = await run(npm, ["pack", "--dry-run", "--json", ...folders], { cwd: context.scratch, env });
  if (code !== 0) return group.fail("npm packs", output);
  const packed = JSON.parse(stdout);
  for (const [index, { name, dist }] of built.entries()) {
    const wanted = Object.fromEntries([...(await contentsOf(dist)).keys()].map((path) => [path, "packed"]));
    compare(group, `the tarball of ${name} holds what was written`, Object.fromEntries(packed[index].files.map(({ path }) => [path, "packed"])), wanted);
  }
  return undefined;
}

const all = { silent: "yes", main: "yes", inline: "yes", instance: "yes", digest: "yes" };

async function runEngine(group, engine, project) {
  if (engine.missing !== null) return group.skip("", engine.missing);
  await testRuntime(group, engine, project);
  compare(group, "every subpath works", await ask(engine, ["package-tests/print.mjs"], project), all);
  if (engine.kind !== "node") return undefined;
  for (const condition of ["workerd", "edge-light"]) {
    const args = [`--conditions=${condition}`, "--import", "./workerd-imports.mjs", "package-tests/print.mjs", "main"];
    compare(group, `the entry for ${condition} takes the module that is imported`, await ask(engine, args, project), { main: "yes" });
  }
  compare(group, "require() works", await ask(engine, ["package-tests/require.cjs"], project), { main: "yes" });
  return undefined;
}

const strict = ["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom"];

/** TypeScript's ways to resolve; Deno has that of bundlers. */
async function typeCheckers(project) {
  const tsc = await inPath("tsc");
  const deno = (await inWheels("deno")) ?? (await inPath("deno"));
  const env = { DENO_DIR: join(project.scratch, "deno"), NO_COLOR: "1" };
  const file = join("package-tests", "types.ts");
  const ways = { node16: ["--module", "node16"], node10: ["--module", "es2022", "--moduleResolution", "node"] };
  return [
    ...Object.entries(ways).map(([name, flags]) => ({
      name: `tsc-${name}`,
      missing: tsc === null ? "TypeScript (node-typescript) is not installed" : null,
      check: () => run(tsc, [...strict, ...flags, file], { cwd: project.folder }),
    })),
    {
      name: "deno-check",
      missing: deno === null ? "Deno is not installed" : null,
      check: () => run(deno, ["check", "--node-modules-dir=manual", "--no-lock", file], { cwd: project.folder, env }),
    },
  ];
}
