/** A project that depends on packages which `bindgen build` made, as one outside of the repository does: packed and installed. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { oncePerRun } from "../Core/lane.mjs";
import { moduleFolder } from "../Core/node-modules.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { builtExamples } from "../Suites/examples.mjs";

/** Bundlers and their plugins, which the project has as dependencies where the system has them. */
const tools = ["webpack", "rollup", "@rollup/plugin-node-resolve", "esbuild"];

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {string} scratch for the caches of what runs in it
 * @property {string | null} missing why there is none
 * @property {string} [failure] what npm said
 * @property {Set<string>} tools what can be imported
 */

/**
 * The project with every example installed; made once in a run.
 * @type {(context: import("../Core/context.mjs").Context) => Promise<Project>}
 */
export const consumerProject = oncePerRun(make);

/** @returns {Promise<Project>} */
async function make(context) {
  const project = { folder: "", scratch: context.scratch, missing: null, tools: new Set() };
  const npm = await inPath("npm");
  if (npm === null) return { ...project, missing: "npm is not installed" };
  const built = await builtExamples(context);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bindgen-consumer-")));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const env = { npm_config_cache: await context.folder("npm"), npm_config_offline: "true", npm_config_update_notifier: "false" };
  const packed = await run(npm, ["pack", "--silent", "--pack-destination", folder, ...built.map(({ dist }) => dist)], { cwd: folder, env });
  if (packed.code !== 0) return { ...project, folder, failure: packed.output };
  const archives = packed.stdout.trim().split("\n").map((file) => `./${file}`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const installed = await run(npm, ["install", "--no-audit", "--no-fund", ...archives], { cwd: folder, env });
  if (installed.code !== 0) return { ...project, folder, failure: installed.output };
  cpSync(context.path("Tests", "Consumers"), folder, { recursive: true });
  return { ...project, folder, tools: await linkTools(folder) };
}

/** What Debian installs is found as if npm had installed it. */
async function linkTools(folder) {
  const linked = new Set();
  for (const name of tools) {
    const source = await moduleFolder(name);
    if (source === null) continue;
    const place = join(folder, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(source, place);
    linked.add(name);
  }
  return linked;
}
