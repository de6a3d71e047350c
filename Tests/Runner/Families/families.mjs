/** The families of the repository: found, generated, built. Engines only run what is built here. */
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entriesOf, exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { entryOf } from "./npm-package.mjs";

/**
 * @typedef {object} Family
 * @property {string} name
 * @property {string} folder its sources
 *
 * @typedef {Family & { dist: string, modules: Record<string, string>, test: string }} BuiltFamily with the URL of the module by kind of engine, and that of the tests
 */

/** What a family asks for besides: those whose tests call the module in a worker. @param {string} name */
export const familyOptions = (name) => (name === "Workers" ? ["--worker=pool"] : []);

/** Every family has a proxy beside its module, through which the suite `proxies` makes the calls of its tests. @param {string} name */
const workerOptions = (name) => (name === "Workers" ? ["--worker=pool"] : ["--worker=partial"]);

/** @param {import("../Core/context.mjs").Context} context @returns {Promise<Family[]>} */
export async function findFamilies(context) {
  const families = [];
  const named = process.env.BINDGEN_FAMILIES?.split(",");
  for (const { name } of await entriesOf(context.path("Tests", "Families"))) {
    const folder = context.path("Tests", "Families", name);
    if (named !== undefined && !named.includes(name)) continue;
    if (await exists(join(folder, "api.idl"))) families.push({ name, folder });
  }
  return families;
}

/**
 * Runs `bindgen build` for one family.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} bindgen
 * @param {string} name
 * @param {string} dist emptied first
 * @param {Family[]} families all that the package is to have
 * @param {string[]} options
 */
export async function buildProduct(context, bindgen, name, dist, families, options) {
  await rm(dist, { recursive: true, force: true });
  return build(context, bindgen, families, ["--product", name, "--out", dist, ...options]);
}

async function build(context, bindgen, families, options) {
  const packagePath = context.path("Tests", "Families");
  const env = { BINDGEN_FAMILIES: families.map((family) => family.name).join(",") };
  const args = ["build", "--package-path", packagePath, ...options];
  const once = () => context.swift.run(packagePath, () => run(bindgen, args, { env, seconds: 3600 }), { isFirst: true });
  const result = await once();
  // SwiftPM itself crashes once in some hundred builds, in the event loop of libdispatch: that says nothing of what is built.
  if (result.code === 0 || !/Program crashed[^]*Thread 0 "swift-build"/.test(result.output)) return result;
  console.log(`${families.map(({ name }) => name)}: swift-build crashed; it is built once more`);
  return once();
}

/**
 * Builds all families by one command, as the package has one question to ask of SwiftPM then. Those that are built with options of their own,
 * and all where one could not be built, are built one by one.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} bindgen
 * @param {Family[]} families
 * @returns {Promise<Map<string, BuiltFamily | { failure: string }>>} by name
 */
export async function buildFamilies(context, bindgen, families) {
  const results = new Map();
  const written = context.path("Tests", "Families", "dist");
  const together = families.filter(({ name }) => familyOptions(name).length === 0);
  // A package with one module has no folder for each.
  if (together.length > 1) {
    await rm(written, { recursive: true, force: true });
    const result = await build(context, bindgen, together, optionsOf(together[0].name, "release"));
    const folders = new Map([...result.output.matchAll(/^(\w+) is in (.*?)(?:, unchanged)?$/gm)].map(([, name, folder]) => [name, folder]));
    for (const family of result.code === 0 ? together : []) {
      const dist = join(await context.folder("families"), family.name);
      await rm(dist, { recursive: true, force: true });
      await rename(folders.get(family.name), dist);
      results.set(family.name, await modulesOf(family, dist, result.output));
    }
  }
  for (const family of families) if (!results.has(family.name)) results.set(family.name, await buildFamily(context, bindgen, family, families));
  return results;
}

/** What a family is built with, by its name and the configuration. */
const optionsOf = (name, configuration) => [
  "--inspect=usage",
  ...workerOptions(name),
  ...(configuration === "size" ? ["-c", "release", "--optimize", "size"] : ["-c", configuration]),
];

/**
 * Builds a family for wasm, as a user would.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} bindgen
 * @param {Family} family
 * @param {Family[]} families
 * @param {"release" | "debug" | "size"} [configuration] the last is a release that is built for size
 * @returns {Promise<BuiltFamily | { failure: string }>}
 */
export async function buildFamily(context, bindgen, family, families, configuration = "release") {
  const dist = join(await context.folder(configuration === "release" ? "families" : `families-${configuration}`), family.name);
  const { code, output } = await buildProduct(context, bindgen, family.name, dist, families, optionsOf(family.name, configuration));
  return code === 0 ? modulesOf(family, dist, output) : { failure: output };
}

/** @returns {Promise<BuiltFamily | { failure: string }>} */
async function modulesOf(family, dist, output) {
  const modules = {};
  for (const kind of ["node", "deno", "bun", "browser"]) {
    const entry = await entryOf(dist, kind);
    if (entry === null) return { failure: `${dist} has no package.json with an entry for ${kind}\n${output}` };
    modules[kind] = pathToFileURL(join(dist, entry)).href;
  }
  return { ...family, dist, modules, test: pathToFileURL(join(family.folder, "test.mjs")).href };
}
