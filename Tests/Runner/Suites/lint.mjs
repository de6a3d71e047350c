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
  about: "swift format lint, oxlint, no file over 400 lines, cases of Crossing in two places; part of swift",
  isPart: true,
  run: (context) =>
    context.report.group("lint", async (group) => {
      const files = [context.path("Package.swift")];
      for (const folder of folders) files.push(...(await filesBelow(context.path(folder), (path) => /\.(swift|m?js|[ch])$/.test(path))));
      await Promise.all([
        checkSwift(context, group, files), checkScripts(context, group), checkSizes(context, group, files), checkCrossings(context, group),
      ]);
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

/** The two files in which cases of `Crossing` may be matched: a family's form, and its spelling. */
const registrations = ["Sources/BindgenABI/Crossing.swift", "Sources/BindgenEmit/Spelling.swift"];

/** How a type crosses is asked of its form: a match elsewhere would be a decision of its own. */
async function checkCrossings(context, group) {
  const text = await readFile(context.path(...registrations[0].split("/")), "utf8");
  const cases = [...text.matchAll(/^ {4}case (\w+)\(\w+Crossing\)$/gm)].map(([, name]) => name);
  if (cases.length < 10) return group.fail("cases of Crossing", `${registrations[0]} has no list of cases any more`);
  // `.integer` is a case of DefaultValue and of ResolvedType too; a payload named after the family is one of Crossing.
  const match = new RegExp(`case \\.(?:${cases.join("|")})\\(let (?:form|spelling|crossing)\\)|(?:if|guard) case \\.(?:${cases.join("|")})\\b[^=]*= \\w*[cC]rossing\\b`);
  const found = [];
  for (const folder of ["BindgenABI", "BindgenEmit", "BindgenDiff", "BindgenDriver"]) {
    for (const file of await filesBelow(context.path("Sources", folder), (path) => path.endsWith(".swift"))) {
      const name = relative(context.root, file);
      if (registrations.includes(name)) continue;
      (await readFile(file, "utf8")).split("\n").forEach((line, index) => {
        if (match.test(line)) found.push(`${name}:${index + 1}: ${line.trim()}`);
      });
    }
  }
  if (found.length === 0) group.pass("cases of Crossing: 0 matched outside of the two registrations");
  else group.fail("cases of Crossing", found.join("\n"));
}
