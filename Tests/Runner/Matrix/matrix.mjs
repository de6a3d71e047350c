/** The matrix: built as one module, or as one for each inner type, and run in engines. See Tests/Matrix/README.md. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writePackage } from "../../Matrix/generate.mjs";
import { listTypes } from "../../Matrix/Types/types.mjs";
import { run } from "../Core/processes.mjs";
import { entryOf } from "../Families/npm-package.mjs";

/**
 * @typedef {object} Shape
 * @property {"few" | "some" | "all"} extent how much is tried, see `listTypes`
 * @property {string[]} inners the names of the inner types
 * @property {number} times how often each cell runs between two looks at what it leaves behind
 *
 * @typedef {{ name: string, modules: Record<string, string>, dist: string }} BuiltMatrix
 */

/**
 * Builds the matrix. Each name and configuration has a package of its own, so that they can be built at once.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} bindgen
 * @param {string} name of the folder
 * @param {Shape} shape
 * @param {"release" | "debug"} configuration
 * @returns {Promise<BuiltMatrix | { failure: string }>}
 */
export async function buildMatrix(context, bindgen, name, shape, configuration) {
  const folder = await context.folder("matrix", name, configuration);
  await writePackage(folder, context.root, listTypes(shape), shape.inners);
  const dist = join(folder, "dist");
  const args = ["build", "--package-path", folder, "--product", "Matrix", "--out", dist, "--inspect=usage", "-c", configuration];
  const { code, output } = await context.swift.run(folder, () => run(bindgen, args, { seconds: 3600 }));
  if (code !== 0) return { failure: output };
  await writeFile(join(dist, "options.mjs"), `export default ${JSON.stringify(shape)};\n`);
  const modules = {};
  for (const kind of ["node", "deno", "bun", "browser"]) {
    const entry = await entryOf(dist, kind);
    if (entry === null) return { failure: `${dist} has no package.json with an entry for ${kind}\n${output}` };
    modules[kind] = pathToFileURL(join(dist, entry)).href;
  }
  return { name: `${name} ${configuration}`, modules, dist };
}

/**
 * Runs a built matrix in an engine and tells how many cells it has.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("../Engines/engines.mjs").Engine} engine
 * @param {BuiltMatrix} built
 * @param {number} seconds
 */
export async function runMatrix(context, group, engine, built, seconds) {
  if (engine.missing !== null) return group.skip("", engine.missing);
  const test = pathToFileURL(context.path("Tests", "Matrix", "test.mjs")).href;
  const job = { name: built.name, module: built.modules[engine.kind], test };
  const mounts = { "/dist/": built.dist, "/tests/Matrix/": context.path("Tests", "Matrix"), "/tests/Runner/": context.path("Tests", "Runner") };
  const started = Date.now();
  const results = await engine.run({ families: [job] }, { mounts, scratch: context.scratch, seconds });
  const { passed, failed } = results[built.name];
  for (const name of passed) group.pass(name);
  for (const { name, detail } of failed) group.fail(name, detail);
  const run = `${built.name}, ${engine.name}: ${passed.length + failed.length} cells, ${failed.length} failed`;
  context.report.print(`  ${run}, run in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  for (const line of failedLines(failed)) context.report.print(`  ${line}`);
}

/** Where the cells that failed stand, by inner type. */
function failedLines(failed) {
  const counts = new Map();
  for (const { name } of failed) {
    const inner = name.slice(0, name.indexOf(": "));
    const position = name.split(", ").slice(-2).join(", ");
    const positions = counts.get(inner) ?? new Map();
    counts.set(inner, positions.set(position, (positions.get(position) ?? 0) + 1));
  }
  return [...counts].map(([inner, positions]) => `${inner}: failed ${[...positions].map(([position, count]) => `${count} of ${position}`).join("; ")}`);
}
