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
 * @property {"some" | "all"} pairs with which inner types pairs of outer types are tried
 * @property {string[]} inners the names of the inner types
 * @property {number} times how often each cell runs between two looks at what it leaves behind
 *
 * @typedef {{ name: string, modules: Record<string, string>, dist: string }} BuiltMatrix
 */

/**
 * Builds the matrix. Each configuration has a package of its own, so that both can be built at once.
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
  const args = ["build", "--package-path", folder, "--product", "Matrix", "--out", dist, "--inspect", "-c", configuration];
  const { code, output } = await context.swift.run(folder, () => run(bindgen, args, { seconds: 3600 }));
  if (code !== 0) return { failure: output };
  await writeFile(join(dist, "options.mjs"), `export default ${JSON.stringify(shape)};\n`);
  const modules = {};
  for (const kind of ["node", "deno", "bun", "browser"]) {
    const entry = await entryOf(dist, kind);
    if (entry === null) return { failure: `${dist} has no package.json with an entry for ${kind}\n${output}` };
    modules[kind] = pathToFileURL(join(dist, entry)).href;
  }
  return { name: configuration, modules, dist };
}

/**
 * Runs a built matrix in an engine.
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
  const results = await engine.run({ families: [job] }, { mounts, scratch: context.scratch, seconds });
  const { passed, failed } = results[built.name];
  for (const name of passed) group.pass(name);
  for (const { name, detail } of failed) group.fail(name, detail);
  for (const line of countLines(passed, failed)) context.report.print(`  ${line}`);
}

/** How many cells each inner type has, and where those that failed stand. */
function countLines(passed, failed) {
  const counts = new Map();
  const count = (name, isFailed) => {
    const [inner, rest] = [name.slice(0, name.indexOf(": ")), name.split(", ")];
    const of = counts.get(inner) ?? { cells: 0, failed: new Map() };
    of.cells += 1;
    const position = rest.slice(-2).join(", ");
    if (isFailed) of.failed.set(position, (of.failed.get(position) ?? 0) + 1);
    counts.set(inner, of);
  };
  for (const name of passed) count(name, false);
  for (const { name } of failed) count(name, true);
  const lines = [...counts].filter(([, of]) => of.failed.size > 0).map(([inner, of]) => {
    const where = [...of.failed].map(([position, number]) => `${number} of ${position}`).join("; ");
    return `${inner}: ${of.cells} cells; failed: ${where}`;
  });
  return [`${passed.length + failed.length} cells of ${counts.size} inner types`, ...lines];
}
