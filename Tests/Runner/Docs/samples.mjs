/**
 * The programs of the pages: all of them are one package, built once; each script prints what stands below it. The manifest is the
 * one on the page about C.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { run } from "../Core/processes.mjs";

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {string} tool bindgen
 * @param {import("./pages.mjs").Page[]} pages
 */
export async function runSamples(context, group, tool, pages) {
  const folder = await context.folder("docs", "Samples");
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  const programs = [];
  for (const page of pages) programs.push(...(await placePage(context, group, folder, page)));
  // The scripts import the module by its name, as those of a package that depends on it.
  const options = ["build", "--package-path", folder, "--out", join(folder, "node_modules", "samples")];
  const build = await context.swift.run(folder, () => run(tool, options));
  if (build.code !== 0) return group.fail("the programs of the pages build", build.output);
  for (const { page, file, expected } of programs) {
    const name = `${page.name}: ${file} prints what stands there`;
    const { code, stdout, output } = await run(process.execPath, [file], { cwd: folder, env: { FORCE_COLOR: "0" } });
    if (code === 0 && stdout === expected) group.pass(name);
    else group.fail(name, `exit code ${code}; expected\n${expected}\nand got\n${output}`);
  }
  const declarations = await readFile(join(folder, "node_modules", "samples", "samples.d.ts"), "utf8");
  return checkDeclarations(group, pages, new Set(linesOf(declarations)));
}

const linesOf = (text) => text.split("\n").map((line) => line.trim());

/** What a page says that TypeScript sees, line by line, is in the declarations that were generated. */
function checkDeclarations(group, pages, declared) {
  for (const page of pages) {
    const shown = page.blocks.filter(({ language }) => language === "typescript").flatMap(({ text }) => linesOf(text));
    const wrong = shown.filter((line) => line !== "" && !declared.has(line));
    if (wrong.length > 0) group.fail(`${page.name}: declarations in TypeScript`, wrong.join("\n"));
    else if (shown.length > 0) group.pass(`${page.name}: declarations in TypeScript`);
  }
}

/** Writes the files of a page; its scripts that stand at the root of the package are programs. */
async function placePage(context, group, folder, page) {
  const programs = [];
  const { blocks } = page;
  for (const [index, { file, text }] of blocks.entries()) {
    if (file === undefined) continue;
    await place(folder, file, file === "Package.swift" ? withThisCheckout(context, text) : text);
    if (!/^[^/]+\.mjs$/.test(file)) continue;
    const output = blocks[index + 1];
    if (output?.language === "text") programs.push({ page, file, expected: output.text });
    else group.fail(`${page.name}: ${file}`, "a block of text with what the program prints has to follow");
  }
  return programs;
}

/** A manifest of a page with this checkout in place of the installation. */
export function withThisCheckout(context, manifest) {
  const path = JSON.stringify(context.root.replace(/\/$/, ""));
  return manifest.replace(/\.package\(name: "swift-bindgen", path: "~.*?\)/, () => `.package(name: "swift-bindgen", path: ${path})`);
}

export async function place(folder, path, text) {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
