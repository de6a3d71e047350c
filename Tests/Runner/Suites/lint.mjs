/** Static checks: `swift format lint`, oxlint, and the project's own rule about the size of files. */
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";

const folders = ["Sources", "Plugins", "Tests", "Examples", "js-runtime"];
const longest = 400;

/** @type {import("./suites.mjs").Suite} */
export const lint = {
  name: "lint",
  about: "swift format lint, oxlint, and no file over 400 lines; part of swift",
  isPart: true,
  run: (context) =>
    context.report.group("lint", async (group) => {
      const files = [context.path("Package.swift")];
      for (const folder of folders) files.push(...(await filesBelow(context.path(folder), (path) => /\.(swift|m?js|[ch])$/.test(path))));
      await Promise.all([checkSwift(context, group, files), checkScripts(context, group), checkSizes(context, group, files)]);
    }),
};

async function checkSwift(context, group, files) {
  const missing = await context.swiftMissing();
  if (missing !== null) return group.skip("swift format", missing);
  const sources = files.filter((path) => path.endsWith(".swift"));
  const { code, output } = await run("swift", ["format", "lint", "--strict", "--parallel", ...sources], { cwd: context.root });
  return code === 0 ? group.pass("swift format") : group.fail("swift format", output.replaceAll(context.root, ""));
}

async function checkScripts(context, group) {
  const oxlint = (await inWheels("oxlint")) ?? (await inPath("oxlint"));
  if (oxlint === null) return group.skip("oxlint", "oxlint is not installed");
  const { code, output } = await run(oxlint, ["--deny-warnings", "js-runtime", "Sources", "Tests", "Examples"], { cwd: context.root });
  return code === 0 ? group.pass("oxlint") : group.fail("oxlint", output);
}

async function checkSizes(context, group, files) {
  const tooLong = [];
  for (const file of files) {
    const lines = (await readFile(file, "utf8")).split("\n").length - 1;
    if (lines > longest) tooLong.push(`${relative(context.root, file)}: ${lines} lines; ${longest} are the most`);
  }
  if (tooLong.length === 0) group.pass("size of files");
  else group.fail("size of files", tooLong.join("\n"));
}
