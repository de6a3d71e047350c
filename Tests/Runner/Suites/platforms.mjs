/** Where packages work: one probe in every runtime, browser and bundle, and the README's table of what it found. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forEach } from "../Core/lane.mjs";
import { findBundlers } from "../Consumers/bundlers.mjs";
import { consumerProject } from "../Consumers/project.mjs";
import { browserRows, bundleRows, runtimeRows, scopePages, scopeRows, visit, writePage, writeScopeProbe } from "../Consumers/rows.mjs";
import { columns, replaceRows, rowsOf, spell } from "../Consumers/table.mjs";

/** @type {import("./suites.mjs").Suite} */
export const platforms = {
  name: "platforms",
  about: "three packed packages in every runtime, browser and bundler; the README's table of it",
  async run(context) {
    const project = await consumerProject(context);
    await context.report.group("platforms", async (group) => {
      if (project.missing !== null) return group.skip("", project.missing);
      if (project.failure !== undefined) return group.fail("the packages are packed and installed", project.failure);
      const { rows, unshared } = await findRows(context, project);
      for (const visits of unshared) for (const visit of visits) expectBase(group, visit);
      return compare(context, group, rows);
    });
  },
};

/** Bundles, opens the pages, and gives all rows in the table's order; and what pages found that share no memory with workers. */
async function findRows(context, project) {
  const engines = await context.engines();
  const bundlers = await findBundlers(project);
  const outcomes = new Map();
  const pages = ["page.html", ...scopePages];
  await writeScopeProbe(project.folder);
  await forEach(context.jobs, bundlers.filter(({ missing }) => missing === null), async (bundler) => {
    const outcome = await bundler.bundle();
    outcomes.set(bundler.name, outcome);
    if (outcome.code !== 0) return;
    await writePage(join(project.folder, "out", bundler.folder));
    pages.push(`out/${bundler.folder}/index.html`);
  });
  const visits = new Map();
  const unshared = [];
  const browsers = engines.filter(({ kind, missing }) => kind === "browser" && missing === null);
  await forEach(context.jobs, browsers, async (browser) => {
    visits.set(browser.name, await visit(browser, project.folder, pages, { isolated: true }));
    const found = await visit(browser, project.folder, pages.filter((path) => !scopePages.includes(path)));
    unshared.push(found.map((visit) => ({ ...visit, browser: browser.name })));
  });
  const runtimes = runtimeRows(project, engines);
  const rows = [...runtimes.slice(0, 5), ...browserRows(engines, visits), ...scopeRows(engines, visits), ...bundleRows(bundlers, outcomes, visits), ...runtimes.slice(5)];
  return { rows, unshared };
}

/** Where a page shares no memory with workers, the base is loaded and says why; everything else is as it is elsewhere. */
function expectBase(group, { browser, path, answers }) {
  const name = `${browser}: ${path} without isolation`;
  const wrong = columns.filter((column) => (column === "threads" ? !answers.threads?.includes("Cross-Origin-Embedder-Policy") : answers[column] !== "yes"));
  if (wrong.length === 0) group.pass(name);
  else group.fail(name, wrong.map((column) => `${column}: ${answers[column] ?? "no answer"}`).join("\n"));
}

/** Each row is a test: the README says what was measured. */
async function compare(context, group, rows) {
  const file = context.path("README.md");
  const text = await readFile(file, "utf8");
  const told = rowsOf(text);
  if (told === null) return group.fail("README.md has the table", `no line has the columns ${columns.join(", ")}`);
  const measured = new Map();
  await forEach(context.jobs, rows, async (row) => {
    if (row.missing !== null) return group.skip(row.name, row.missing);
    const answers = await row.measure();
    const line = spell({ ...row, answers });
    measured.set(row.name, line);
    context.report.print(`  ${line}`);
    const wrong = columns.filter((column) => answers[column] !== "yes").map((column) => `${column}: ${answers[column] ?? "no answer"}`);
    for (const why of wrong) context.report.print(`    ${why}`);
    if (context.updatesGolden || told.get(row.name) === line) return group.pass(row.name);
    const says = `README.md says\n${told.get(row.name) ?? "nothing of it"}\nand measured was\n${line}`;
    return group.fail(row.name, [says, ...wrong, "UPDATE_GOLDEN=1 writes what was measured"].join("\n"));
  });
  const names = rows.map(({ name }) => name);
  if (context.updatesGolden) await writeFile(file, replaceRows(text, names, measured));
  const others = [...told.keys()].filter((name) => !names.includes(name));
  if (others.length > 0 && !context.updatesGolden) group.fail("no row is left over", others.join("\n"));
  return undefined;
}
