/** The libraries of WebAPI: the programs of the page "The DOM from Swift" in the browsers, and what needs no page in Node. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { recipes as tests } from "../../WebAPI/Recipes/page-test.mjs";
import { run } from "../Core/processes.mjs";
import { catalogue, Page } from "../Docs/pages.mjs";
import { expectDone, openExample } from "../Engines/example-page.mjs";
import { documentationOf } from "./recipes-documentation.mjs";
import { membersIn, writeMembers } from "./recipes-members.mjs";

/** @type {import("./suites.mjs").Suite} */
export const recipes = {
  name: "recipes",
  about: "the web platform from Swift: the programs of a page of the catalogue in browsers, events and built-ins in Node",
  run: (context) =>
    context.report.group("recipes", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const folder = await write(context);
      const build = await context.swift.run(folder, () => run(tool.path, ["build", "--package-path", folder, "--product", "Recipes", "--out", join(folder, "dist"), "-c", "debug", "--inspect"]));
      if (build.code !== 0) return group.fail("the recipes build", build.output);
      await documentationOf(group, folder, (await readdir(context.path("Sources/WebAPI/Sources"))).toSorted());
      const engines = await context.engines();
      const node = engines.filter(({ kind, missing }) => kind === "node" && missing === null).at(-1);
      if (node === undefined) group.skip("in Node", "no Node is installed");
      else await inNode(group, folder, node, context.scratch);
      const browsers = engines.filter(({ kind }) => kind === "browser");
      for (const browser of browsers) await inBrowser(group, folder, browser);
      const members = await writeMembers(context, folder);
      const out = join(folder, "members/dist");
      const args = ["build", "--package-path", folder, "--product", "Touch", "--out", out, "-c", "debug", "--inspect"];
      const touch = await context.swift.run(folder, () => run(tool.path, args));
      if (touch.code !== 0) return group.fail("a program with every member builds", touch.output);
      for (const browser of browsers) await membersIn(group, browser, join(folder, "members"), members);
      return undefined;
    }),
};

/** The package of the page, with this checkout in the place of the installation, and the checks. */
async function write(context) {
  const folder = await context.folder("recipes");
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  const name = "Articles/TheDOMFromSwift.md";
  const page = new Page(name, await readFile(context.path(...catalogue.split("/"), name), "utf8"));
  for (const { file, text } of page.blocks) {
    if (!file?.startsWith("Recipes/")) continue;
    const path = join(folder, file.slice("Recipes/".length));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, ownPackage(text).replaceAll(/"~\/\.swift-bindgen\/[\d.]+/g, () => JSON.stringify(context.root.replace(/\/$/, "")).slice(0, -1)));
  }
  const checks = context.path("Tests", "WebAPI", "Recipes");
  for (const name of ["checks.idl", "Checks.swift", "Leaves.swift"]) await cp(join(checks, name), join(folder, "Sources/Recipes", name));
  const members = context.path("Tests", "WebAPI", "Touch");
  for (const name of ["Touch.swift", "touch.idl"]) await cp(join(members, name), join(folder, "Sources/Touch", name));
  for (const name of ["checks.mjs", "index.html", "page.mjs", "weather.json"]) await cp(join(checks, name), join(folder, name));
  return folder;
}

/** The manifest of the page has a second program here, which shares what is compiled. */
const ownPackage = (text) =>
  text.replace(/ {8}\.executableTarget\([\s\S]*?\n {12}plugins: .*\n/, (target) => `${target.trimEnd()},\n${target.replace('"Recipes"', '"Touch"')}`);

async function inNode(group, folder, node, scratch) {
  const { code, stdout, output } = await node.script(["--expose-gc", "--test-reporter=tap", "checks.mjs"], { folder, scratch });
  const passed = [...stdout.matchAll(/^ok \d+ - (.*)$/gm)].map(([, test]) => test);
  for (const test of passed) group.pass(`${node.name}: ${test}`);
  if (code !== 0 || passed.length === 0) group.fail(`${node.name}: checks.mjs`, output);
}

async function inBrowser(group, folder, browser) {
  if (browser.missing !== null) return group.skip(browser.name, browser.missing);
  const drive = async (page) => {
    for (const [name, test] of Object.entries(tests)) await group.attempt(`${browser.name}: ${name}`, () => test(page));
  };
  return group.attempt(`${browser.name}: no error`, async () => {
    const { errors, state } = await openExample(() => browser.open(), folder, { drive });
    const told = errors.filter((error) => !error.includes("404"));
    expectDone(state, told);
  });
}
