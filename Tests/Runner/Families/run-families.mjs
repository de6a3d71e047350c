/** Runs families in the engine that loads this file: a subprocess (`cli.mjs`) or a page (`page.mjs`). */
import { Tests, describe } from "./harness.mjs";

/**
 * @typedef {{ name: string, module: string, test: string }} FamilyJob the URLs of a family's built module and of its tests
 * @typedef {{ engine: string, families: FamilyJob[] }} Job
 * @typedef {{ passed: string[], failed: { name: string, detail: string }[], skipped: { name: string, why: string }[] }} Results
 */

/**
 * @param {Job} job
 * @param {(family: string, test: string) => void} [starting] told what runs next, so that a hang has a name
 * @returns {Promise<Record<string, Results>>} the results by family
 */
export async function runFamilies({ engine, families }, starting = () => {}) {
  const results = {};
  for (const family of families) results[family.name] = await runFamily(family, engine, (test) => starting(family.name, test));
  return results;
}

/** @param {FamilyJob} family @param {string} engine @param {(test: string) => void} starting */
async function runFamily(family, engine, starting) {
  let tests = new Tests({}, family.module, engine, starting);
  try {
    starting("loads");
    const module = await import(family.module);
    await module.init();
    tests = new Tests(module, family.module, engine, starting);
    const { default: body } = await import(family.test);
    await body(tests);
  } catch (error) {
    tests.failed.push({ name: "loads and runs to its end", detail: describe(error) });
  }
  return tests.results;
}
