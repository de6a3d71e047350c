/** The families of the repository: found, generated, built. Engines only run what is built here. */
import { rm } from "node:fs/promises";
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
  const packagePath = context.path("Tests", "Families");
  const args = ["build", "--package-path", packagePath, "--product", name, "--out", dist, "-c", "release"];
  const env = { BINDGEN_FAMILIES: families.map((family) => family.name).join(",") };
  const build = () => context.swift.run(packagePath, () => run(bindgen, [...args, ...options], { env }));
  const result = await build();
  // SwiftPM itself crashes once in some hundred builds, in the event loop of libdispatch: that says nothing of what is built.
  if (result.code === 0 || !/Program crashed[^]*Thread 0 "swift-build"/.test(result.output)) return result;
  console.log(`${name}: swift-build crashed; it is built once more`);
  return build();
}

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
  const options = configuration === "size" ? ["--optimize", "size"] : ["-c", configuration];
  const build = await buildProduct(context, bindgen, family.name, dist, families, ["--inspect=usage", ...familyOptions(family.name), ...options]);
  if (build.code !== 0) return { failure: build.output };
  const modules = {};
  for (const kind of ["node", "deno", "bun", "browser"]) {
    const entry = await entryOf(dist, kind);
    if (entry === null) return { failure: `${dist} has no package.json with an entry for ${kind}\n${build.output}` };
    modules[kind] = pathToFileURL(join(dist, entry)).href;
  }
  return { ...family, dist, modules, test: pathToFileURL(join(family.folder, "test.mjs")).href };
}
