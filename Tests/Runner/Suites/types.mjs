/** The declarations of every family and example under an old TypeScript and a new one, as a strict consumer sees them. */
import { copyFile, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../Core/files.mjs";
import { findCheckers } from "../Consumers/checkers.mjs";
import { manifestOf } from "../Families/npm-package.mjs";
import { builtExamples } from "./examples.mjs";
import { builtFamilies } from "./families.mjs";

/** @type {import("./suites.mjs").Suite} */
export const types = {
  name: "types",
  about: "the .d.ts of every family and example under TypeScript 4.8, Bun and Deno, strict",
  async run(context) {
    const built = [...(await builtFamilies(context)), ...(await builtExamples(context))];
    for (const checker of await findCheckers(context)) {
      await context.report.group(`types/${checker.name}`, async (group) => {
        if (checker.missing !== null) return group.skip("", checker.missing);
        if (built.length === 0) return group.fail("runs", "no module could be built");
        return check(context, group, checker, built);
      });
    }
  },
};

/** All modules at once, which is fast; one by one only to say which of them is wrong. */
async function check(context, group, checker, built) {
  const consumer = await writeConsumer(context, checker.name, built);
  const all = await checker.check(consumer.folder, [...consumer.files.values()]);
  for (const { name } of built) {
    const { code, output } = all.code === 0 ? all : await checker.check(consumer.folder, [consumer.files.get(name)]);
    if (code === 0) group.pass(name);
    else group.fail(name, output);
  }
  if (all.code !== 0 && group.failed.length === 0) group.fail("all modules together", all.output);
}

/**
 * A package that uses every module, outside of the repository's packages: each module lies in its `node_modules`.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} checker
 * @param {{ name: string, folder: string, dist: string }[]} built
 */
async function writeConsumer(context, checker, built) {
  const folder = await context.folder("types", checker);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "node_modules"), { recursive: true });
  const files = new Map();
  const dependencies = {};
  for (const module of built) {
    const { name: packageName } = (await manifestOf(module.dist)) ?? {};
    dependencies[packageName] = "*";
    await symlink(module.dist, join(folder, "node_modules", packageName));
    const file = `${module.name}.ts`;
    files.set(module.name, file);
    const own = join(module.folder, "types.ts");
    if (await exists(own)) await copyFile(own, join(folder, file));
    else await writeFile(join(folder, file), `import * as module from ${JSON.stringify(packageName)};\nexport { module };\n`);
  }
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", type: "module", private: true, dependencies }));
  return { folder, files };
}
