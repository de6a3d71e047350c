/** The catalogue as docc sees it: it converts without a warning, and what programs can use is documented and has its place. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { withoutIndex } from "../Core/context.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { catalogue } from "./pages.mjs";

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 */
export async function checkReference(context, group) {
  const docc = await inPath("docc");
  if (docc === null) return group.skip("docc convert", "docc is not in PATH");
  const folder = await context.folder("docs", "Reference");
  const graphs = join(folder, "graphs");
  const emit = ["-emit-symbol-graph", "-emit-symbol-graph-dir", graphs].flatMap((option) => ["-Xswiftc", option]);
  const options = ["build", withoutIndex, "--target", "BindgenRuntime", "--scratch-path", join(folder, "build"), ...emit];
  const build = await context.swift.run(folder, () => run("swift", options, { cwd: context.root }));
  if (build.code !== 0) return group.fail("symbol graphs", build.output);
  const output = join(folder, "BindgenRuntime.doccarchive");
  const convert = ["convert", context.path(catalogue), "--additional-symbol-graph-dir", graphs, "--output-path", output];
  const result = await run(docc, [...convert, "--warnings-as-errors"]);
  if (result.code !== 0 || result.output.trim() !== "") return group.fail("docc convert", result.output.replaceAll(context.root, ""));
  group.pass("docc convert");
  await checkComments(group, join(graphs, "BindgenRuntime.symbols.json"));
  return checkPlaces(group, join(output, "data", "documentation"));
}

/** Every public declaration has a comment. */
async function checkComments(group, graph) {
  const { symbols } = JSON.parse(await readFile(graph, "utf8"));
  // What the compiler adds to a declaration stands in no file.
  const bare = symbols.filter((symbol) => symbol.location !== undefined && symbol.docComment === undefined).map((symbol) => symbol.pathComponents.join("."));
  if (bare.length === 0) group.pass("public declarations have comments");
  else group.fail("public declarations have comments", bare.join("\n"));
}

/** Topics that docc adds by itself hold pages that no page leads to; but for the functions of numbers, of which a list is all there is to say. */
async function checkPlaces(group, data) {
  const lost = [];
  for (const name of ["bindgenruntime.json", "bindgenruntime/types.json"]) {
    const page = JSON.parse(await readFile(join(data, name), "utf8"));
    for (const section of page.topicSections ?? []) if (section.generated && section.title !== "Functions") lost.push(...section.identifiers);
  }
  const pages = await filesBelow(data, (path) => path.endsWith(".json"), new Set());
  if (lost.length === 0 && pages.length > 20) group.pass("every page has its place among the topics");
  else group.fail("every page has its place among the topics", `${pages.length} pages; without a place: ${lost.join(", ")}`);
}
