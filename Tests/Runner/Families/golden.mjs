/**
 * Golden files: what `bindgen generate` writes for a family, kept in `expected/`, read in reviews. The parts of the JavaScript runtime
 * are golden files of their own.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contentsOf } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { difference } from "./difference.mjs";
import { familyOptions } from "./families.mjs";

/**
 * Generates a family twice and compares: with itself, for generation is deterministic, and with its golden files.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {string} bindgen
 * @param {import("./families.mjs").Family} family
 * @param {import("./runtime-parts.mjs").RuntimeParts} runtime
 */
export async function checkGolden(context, group, bindgen, family, runtime) {
  const generated = await generate(context, bindgen, family, "golden");
  if ("failure" in generated) return group.fail(`${family.name}: generates`, generated.failure);
  const again = await generate(context, bindgen, family, "golden-again");
  const unstable = difference(generated.files, again.files ?? new Map());
  if (unstable === null) group.pass(`${family.name}: generates the same twice`);
  else group.fail(`${family.name}: generates the same twice`, unstable);

  const faults = takeOutRuntime(generated.files, runtime);
  if (faults.length > 0) group.fail(`${family.name}: the runtime's parts stand in the glue as they are`, faults.join("\n"));
  const expected = join(family.folder, "expected");
  if (context.updatesGolden) await rewrite(expected, generated.files);
  const change = difference(await contentsOf(expected), generated.files);
  if (change === null) return group.pass(`${family.name}: golden files`);
  return group.fail(`${family.name}: golden files`, `${change}\nUPDATE_GOLDEN=1 Tests/run golden rewrites them`);
}

/** Everything that the tool says about a family, by file name. */
async function generate(context, bindgen, { name, folder }, purpose) {
  const out = join(await context.folder(purpose), name);
  await rm(out, { recursive: true, force: true });
  const command = ["generate", "api.idl", "--module", name];
  // In the folder, so that no absolute path can get into the text.
  const text = await run(bindgen, [...command, ...familyOptions(name), "--out", out], { cwd: folder });
  if (text.code !== 0) return { failure: text.output };
  const plan = await run(bindgen, [...command, "--dump-plan"], { cwd: folder });
  if (plan.code !== 0) return { failure: plan.output };
  const files = await contentsOf(out);
  if (!wholePackages.has(name)) dropPackage(files);
  files.set("plan.txt", Buffer.from(plan.stdout));
  return { files };
}

/** The families whose whole npm package is kept: of the others' files all but these are the same but for the name. */
const wholePackages = new Set(["Greeting", "Imports"]);

/** @param {Map<string, Buffer>} files the Swift, the glue and the main declarations stay */
function dropPackage(files) {
  for (const path of files.keys()) {
    if (!/\.bindgen\.swift$|[.-]glue\.js$|^[^.]+(\.worker)?\.d\.ts$/.test(path)) files.delete(path);
  }
}

/** Leaves a line in the place of each part of the runtime; gives what is wrong with them. @param {Map<string, Buffer>} files */
function takeOutRuntime(files, runtime) {
  const all = [];
  for (const [path, contents] of files) {
    if (!/[.-]glue\.js$/.test(path)) continue;
    const isWorkers = /\.(worker|thread)-glue\.js$/.test(path);
    const { text, faults } = isWorkers ? runtime.takeOutWorker(contents.toString()) : runtime.takeOut(contents.toString());
    files.set(path, Buffer.from(text));
    all.push(...faults);
  }
  return all;
}

async function rewrite(folder, files) {
  await rm(folder, { recursive: true, force: true });
  for (const [name, contents] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), contents);
  }
}
