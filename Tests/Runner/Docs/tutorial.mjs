/**
 * The tutorial, done: the files of each section are written, and where a step shows `bindgen run` on the terminal, that is run and
 * has to print what stands there. Its page is used in a browser.
 */
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { within } from "../Engines/browser.mjs";
import { serve } from "../Engines/static-server.mjs";
import { catalogue } from "./pages.mjs";
import { place, withThisCheckout } from "./samples.mjs";

const [runs, builds] = ["$ bindgen run\n", "$ bindgen build\n"];

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
  const outputs = [];
  for (const [, name, file] of page.text.matchAll(/@Code\(name: "([^"]+)", file: "([^"]+)"/g)) {
    const text = await readFile(join(resources, file), "utf8");
    if (name !== "Terminal") {
      await place(folder, name, name === "Package.swift" ? withThisCheckout(context, text) : text);
    } else if (text.startsWith(runs)) {
      outputs.push(file);
      await runStep(context, group, tool, folder, file, text.slice(runs.length));
    } else if (text === builds) {
      outputs.push(file);
      await buildStep(context, group, tool, folder, file);
    }
  }
  if (outputs.length < 4) group.fail(page.name, `only ${outputs.length} steps build the module`);
  await useApp(group, folder);
  await usePage(context, group, folder);
}

/** The project that depends on the package, which stands in for what `npm install` would put there. */
async function useApp(group, folder) {
  const name = "the tutorial: its package in another project";
  const link = join(folder, "node_modules", "letter-finder");
  await rm(link, { recursive: true, force: true });
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await symlink(join(folder, "dist"), link);
  const { code, stdout, output } = await run(process.execPath, ["app/main.mjs"], { cwd: folder });
  if (code === 0 && stdout === "[ 'two', 'three' ]\n") group.pass(name);
  else group.fail(name, output);
}

/** The package is made, and the tutorial's project installs it by the name that npm gives it. */
async function buildStep(context, group, tool, folder, file) {
  const name = `the tutorial: ${file}`;
  const { code, output } = await context.swift.run(folder, () => run(tool, ["build"], { cwd: folder }));
  if (code !== 0) return group.fail(name, output);
  const { name: packageName, version } = JSON.parse(await readFile(join(folder, "dist", "package.json"), "utf8"));
  const pack = await readFile(context.path(catalogue, "Tutorials", "Finder", "Finder-pack.txt"), "utf8");
  if (pack.includes(`/${packageName}-${version}.tgz`)) return group.pass(name);
  return group.fail(name, `the package is ${packageName} ${version}`);
}

async function runStep(context, group, tool, folder, file, expected) {
  const name = `the tutorial: ${file}`;
  const { code, stdout, output } = await context.swift.run(folder, () => run(tool, ["run"], { cwd: folder }));
  if (code === 0 && stdout === expected) group.pass(name);
  else group.fail(name, `exit code ${code}; expected\n${expected}\nand got\n${output}`);
}

/** What a person would try on the tutorial's page: type letters, and see which names are left. */
const types = `(async () => {
  const list = () => [...document.querySelectorAll("li")].map((item) => item.textContent).join(" ");
  while (list() === "") await new Promise((resolve) => setTimeout(resolve, 20));
  const input = document.querySelector("input");
  input.value = "ift";
  input.dispatchEvent(new Event("input"));
  return list() + "; " + [...document.querySelectorAll("b")].map((part) => part.textContent).join("");
})()`;

async function usePage(context, group, folder) {
  const name = "the tutorial: its page";
  const browser = (await context.engines()).find((engine) => engine.name === "chromium");
  if (browser?.open === undefined) return group.skip(name, browser?.missing ?? "there is no Chromium");
  const server = await serve({ mounts: { "/": folder } });
  let page;
  try {
    page = await browser.open();
    await within(page.open(`${server.origin}/index.html`), patience, () => "the page did not load");
    const seen = await within(page.evaluate(types), patience, () => `the page shows nothing; ${page.errors.join("\n")}`);
    await writeFile(join(await context.folder("docs"), "tutorial.png"), await page.screenshot(600, 300));
    if (seen === "Package.swift; ift" && page.errors.length === 0) group.pass(name);
    else group.fail(name, [seen, ...page.errors].join("\n"));
  } finally {
    await page?.close();
    await server.close();
  }
  return undefined;
}
