/** TypeScript consumers of the packed examples, in a project outside of the repository: what compiles, and what must not. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entriesOf } from "../Core/files.mjs";
import { findCheckers } from "../Consumers/checkers.mjs";
import { consumerProject } from "../Consumers/project.mjs";
import { entryOf, manifestOf } from "../Families/npm-package.mjs";
import { builtExamples } from "./examples.mjs";

/** @type {import("./suites.mjs").Suite} */
export const consumers = {
  name: "consumers",
  about: "TypeScript that uses the packed examples, under old and new compilers, strict",
  async run(context) {
    const project = await consumerProject(context);
    for (const checker of await findCheckers(context)) {
      await context.report.group(`consumers/${checker.name}`, async (group) => {
        if (checker.missing !== null) return group.skip("", checker.missing);
        if (project.missing !== null) return group.skip("", project.missing);
        if (project.failure !== undefined) return group.fail("the packages are packed and installed", project.failure);
        return check(context, group, checker, project);
      });
    }
  },
};

/** What a file needs beyond the usual: another library, a newer compiler, the declarations of the bundlers and of Node. */
const needs = {
  "using.ts": { lib: "esnext,dom", isNew: true },
  "bundler.ts": { tools: ["esbuild", "rollup"], isNew: true },
};

async function check(context, group, checker, project) {
  const built = await builtExamples(context);
  const folder = join(project.folder, checker.name);
  await cp(join(project.folder, "types"), folder, { recursive: true });
  await cp(context.path("js-runtime", "vite"), folder, { recursive: true });
  await writeUnnamed(folder, built);
  const sets = new Map();
  const files = (await entriesOf(folder)).filter(({ name }) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  for (const { name } of files) {
    const { lib = "es2022,dom", isNew = false, tools = [] } = needs[name] ?? {};
    // Configurations of bundlers are for Node, and Deno insists on the declarations of Node, which nothing here has.
    if (tools.length > 0 && checker.name === "deno") continue;
    const lacking = tools.filter((tool) => !project.tools.has(tool));
    if (lacking.length > 0) group.skip(name, `${lacking.join(" and ")} is not installed`);
    else if (!isNew || !checker.isOld) sets.set(lib, [...(sets.get(lib) ?? []), name]);
  }
  // Deno takes its own library, whatever is asked for.
  if (checker.name === "deno") {
    await checkAll(group, checker, folder, [...sets.values()].flat());
    return checkAll(group, checker, folder, await writeLocal(folder, built), { title: "by the path of the script" });
  }
  for (const [lib, files] of sets) await checkAll(group, checker, folder, files, { lib });
  // A program for Node loads no declarations of a browser.
  return checkAll(group, checker, folder, ["greeter.ts", "image-filter.ts"], { lib: "es2022", title: "without dom" });
}

/** All files at once, which is fast; one by one only to say which of them is wrong. */
async function checkAll(group, checker, folder, files, { lib, title } = {}) {
  const all = await checker.check(folder, files, { lib });
  const failed = group.failed.length;
  for (const file of files) {
    const name = title === undefined ? file : `${file}, ${title}`;
    const { code, output } = all.code === 0 ? all : await checker.check(folder, [file], { lib });
    if (code === 0) group.pass(name);
    else group.fail(name, output);
  }
  if (all.code !== 0 && group.failed.length === failed) group.fail("all files together", all.output);
}

/** A file for each example that has none of its own. */
async function writeUnnamed(folder, built) {
  for (const { dist } of built) {
    const { name } = await manifestOf(dist);
    const file = join(folder, `${name.replaceAll("/", "-")}.ts`);
    const text = `import * as module from ${JSON.stringify(name)};\nexport { module };\n`;
    await writeFile(file, text, { flag: "wx" }).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/**
 * The same with the folder that `bindgen build` wrote, not installed: Deno looks at declarations themselves only outside of
 * `node_modules`.
 */
async function writeLocal(folder, built) {
  const files = [];
  for (const { dist } of built) {
    const { name } = await manifestOf(dist);
    const file = `${name.replaceAll("/", "-")}.ts`;
    const entry = pathToFileURL(join(dist, await entryOf(dist, "deno"))).href;
    const text = await readFile(join(folder, file), "utf8");
    files.push(`local-${file}`);
    await writeFile(join(folder, `local-${file}`), text.replaceAll(JSON.stringify(name), JSON.stringify(entry)));
  }
  return files;
}
