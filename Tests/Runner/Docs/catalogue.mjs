/** The documentation catalogue: it converts, its code runs, its messages and names are those of the sources. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { checkGaps, checkMessages } from "./messages.mjs";
import { catalogue, readPages } from "./pages.mjs";
import { checkReference } from "./reference.mjs";
import { runSamples } from "./samples.mjs";
import { checkTables } from "./tables.mjs";
import { runTutorial } from "./tutorial.mjs";

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {(group: import("../Core/report.mjs").Group, page: import("./pages.mjs").Page) => unknown} checkNames
 */
export async function checkCatalogue(context, checkNames) {
  const pages = await readPages(context);
  const page = (name) => pages.find((candidate) => candidate.name === name);
  const missing = await context.swiftMissing();
  const tool = missing === null ? await context.bindgen() : { failure: missing };
  await context.report.group("docs/catalogue", async (group) => {
    for (const each of pages) await checkNames(group, each);
    await checkAttributes(context, group, page("Articles/ExtendedAttributes.md"));
    if (missing !== null) return group.skip("docc convert, IDL, messages", missing);
    await checkMessages(context, group, page("Articles/Troubleshooting.md"));
    await checkGaps(context, group, page("Articles/EmbeddedSwift.md"));
    if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
    await checkVerbs(group, tool.path, page("Articles/DevelopmentLoop.md"));
    await checkInterfaces(context, group, tool.path, pages);
    for (const each of ["Swift", "TypeScript"]) {
      await checkTables(group, tool.path, await context.folder("docs", "Interfaces"), page(`Articles/WebIDLFor${each}People.md`));
    }
    return checkReference(context, group);
  });
  await context.report.group("docs/samples", async (group) => {
    if (missing !== null) return group.skip("", missing);
    if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
    await runSamples(context, group, tool.path, pages);
    return runTutorial(context, group, tool.path, page("Tutorials/From-Zero-to-npm.tutorial"), context.path(catalogue, "Tutorials", "Finder"));
  });
}

/** Each block of IDL that is not a file of the samples is a module that the tool takes, without a warning. */
async function checkInterfaces(context, group, tool, pages) {
  const folder = await context.folder("docs", "Interfaces");
  const wrong = [];
  let count = 0;
  for (const page of pages) {
    for (const { language, file, text } of page.blocks) {
      if (language !== "webidl" || file !== undefined) continue;
      count += 1;
      await writeFile(join(folder, "api.idl"), text);
      const { code, output } = await run(tool, ["generate", "--dump-plan", "api.idl"], { cwd: folder });
      if (code !== 0 || output.includes("warning:")) wrong.push(`${page.name}\n${output}`);
    }
  }
  if (wrong.length === 0 && count > 0) group.pass("blocks of IDL are IDL");
  else group.fail("blocks of IDL are IDL", `${count} blocks\n${wrong.join("\n")}`);
}

/** Every verb that the help lists is on the page of verbs. */
async function checkVerbs(group, tool, page) {
  const { stdout } = await run(tool, ["--help"]);
  const verbs = [...stdout.split("Verbs:")[1].matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, verb]) => verb);
  const missing = verbs.filter((verb) => !page.text.includes(`| \`bindgen ${verb}`));
  if (missing.length === 0 && verbs.length > 5) group.pass(`${page.name}: verbs`);
  else group.fail(`${page.name}: verbs`, missing.join("\n"));
}

/** Every attribute of ours is explained. */
async function checkAttributes(context, group, page) {
  const table = await readFile(context.path("Sources/BindgenModel/AttributeTable+Bindgen.swift"), "utf8");
  const names = [...table.matchAll(/\.init\(\s*"(\w+)", \.bindgen/g)].map(([, name]) => name);
  const missing = names.filter((name) => !new RegExp(`\`\\[${name}[\\]=]`).test(page.text));
  if (missing.length === 0 && names.length > 0) group.pass(`${page.name}: attributes of ours`);
  else group.fail(`${page.name}: attributes of ours`, missing.join("\n"));
}
