/**
 * The tutorial, done: the files of each section are written, and where a step shows `bindgen run` on the terminal, that is run and
 * has to print what stands there.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { place, withThisCheckout } from "./samples.mjs";

const command = "$ swift run bindgen run\n";

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {string} tool bindgen
 * @param {import("./pages.mjs").Page} page
 * @param {string} resources the folder of the files that the steps show
 */
export async function runTutorial(context, group, tool, page, resources) {
  const folder = await context.folder("docs", "Tutorial");
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  let runs = 0;
  for (const [, name, file] of page.text.matchAll(/@Code\(name: "([^"]+)", file: "([^"]+)"/g)) {
    const text = await readFile(join(resources, file), "utf8");
    if (name !== "Terminal") {
      await place(folder, name, name === "Package.swift" ? withThisCheckout(context, text) : text);
    } else if (text.startsWith(command)) {
      runs += 1;
      await runStep(context, group, tool, folder, file, text.slice(command.length));
    }
  }
  if (runs === 0) group.fail(page.name, "no step of the tutorial runs the module");
}

async function runStep(context, group, tool, folder, file, expected) {
  const name = `the tutorial: ${file}`;
  const { code, stdout, output } = await context.swift.run(() => run(tool, ["run"], { cwd: folder, seconds: 900 }));
  if (code === 0 && stdout.endsWith(`\n${expected}`)) group.pass(name);
  else group.fail(name, `exit code ${code}; expected at the end\n${expected}\nand got\n${output}`);
}
