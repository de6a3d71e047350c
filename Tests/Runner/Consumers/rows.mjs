/**
 * The rows of the table: what runs the probe of `Tests/Consumers`, and where.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} note what the reader has to know
 * @property {string | null} missing why it cannot be measured here
 * @property {() => Promise<Record<string, string>>} measure answers by column
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "../Core/patience.mjs";
import { within } from "../Engines/browser.mjs";
import { serve } from "../Engines/static-server.mjs";

/**
 * Rows for runtimes that are commands.
 * @param {import("./project.mjs").Project} project
 * @param {import("../Engines/engines.mjs").Engine[]} engines
 * @returns {Row[]}
 */
export function runtimeRows(project, engines) {
  const named = (name) => engines.find((engine) => engine.name === name);
  const plain = { node20: "Node 20", node24: "Node 24", node26: "Node 26", deno: "Deno", bun: "Bun" };
  const rows = Object.entries(plain).map(([engine, name]) => commandRow(name, "`import`", [named(engine)], ["print.mjs"]));
  const sources = [named("node24"), named("node26"), named("deno")];
  return [
    ...rows,
    commandRow("`import source`", "Node 24, Node 26, Deno; `init` takes the module", sources, ["source.mjs"]),
    commandRow("workerd", "its import of a `.wasm`, in Node", [named("node20")], ["--conditions=workerd", "--import", "./workerd-imports.mjs", "print.mjs"]),
  ];

  function commandRow(name, note, users, args) {
    const missing = users.find((engine) => engine.missing !== null)?.missing ?? null;
    return { name, note, missing, measure: async () => merge(await Promise.all(users.map((engine) => print(engine, args)))) };
  }

  async function print(engine, args) {
    const { code, stdout, output } = await engine.script(args, project);
    const line = stdout.split("\n").find((text) => text.startsWith("@answers "));
    return line === undefined ? { loads: `exit code ${code}\n${output}` } : JSON.parse(line.slice("@answers ".length));
  }
}

/** A cell is "yes" where all say so. @param {Record<string, string>[]} all */
function merge(all) {
  const merged = {};
  for (const answers of all) {
    for (const [column, answer] of Object.entries(answers)) {
      if (merged[column] === undefined || merged[column] === "yes") merged[column] = answer;
    }
  }
  return merged;
}

/**
 * Rows for browsers without a bundler.
 * @param {import("../Engines/engines.mjs").Engine[]} engines
 * @param {Map<string, Visit[]>} visits
 * @returns {Row[]}
 */
export const browserRows = (engines, visits) =>
  engines
    .filter(({ kind }) => kind === "browser")
    .map(({ name, missing }) => ({
      name: name === "chromium" ? "Chromium" : "Firefox",
      note: "`<script type=\"module\">`",
      missing,
      measure: async () => visits.get(name).find(({ path }) => path === "page.html").answers,
    }));

const scopeNames = {
  worker: ["module worker", "Chromium, Firefox; `new Worker(url, { type: \"module\" })`", ["chromium", "firefox"]],
  service: ["service worker", "Chromium; registered with `{ type: \"module\" }`", ["chromium"]],
  worklet: ["AudioWorklet", "Chromium, Firefox; `init` takes the module or its bytes, as there is no `fetch`", ["chromium", "firefox"]],
};

/** The pages that probe other scopes than a page's own. */
export const scopePages = Object.keys(scopeNames).map((scope) => `scopes.html?${scope}`);

/** Scopes whose scripts know no import map: the probe with paths in the place of packages' names. @param {string} folder */
export async function writeScopeProbe(folder) {
  const probe = await readFile(join(folder, "probe.mjs"), "utf8");
  await writeFile(join(folder, "scope-probe.mjs"), probe.replaceAll(/ from "([\w-]+)(?:\/(worker))?"/g, (_, name, entry = "") => ` from "./node_modules/${name}/${name}${entry && "."}${entry}.js"`));
  const scope = await readFile(join(folder, "scope.mjs"), "utf8");
  await writeFile(join(folder, "scope.mjs"), scope.replace("./probe.mjs", "./scope-probe.mjs"));
}

/**
 * Rows for workers and worklets, in each browser that has them as modules.
 * @param {import("../Engines/engines.mjs").Engine[]} engines
 * @param {Map<string, Visit[]>} visits
 * @returns {Row[]}
 */
export const scopeRows = (engines, visits) =>
  Object.entries(scopeNames).map(([scope, [name, note, browsers]]) => {
    const users = engines.filter((engine) => browsers.includes(engine.name));
    const missing = users.find((engine) => engine.missing !== null)?.missing ?? null;
    const answersIn = (browser) => visits.get(browser).find(({ path }) => path === `scopes.html?${scope}`).answers;
    return { name, note, missing, measure: async () => merge(browsers.map(answersIn)) };
  });

/**
 * Rows for bundles, each of which has to work in every browser that is there.
 * @param {import("./bundlers.mjs").Bundler[]} bundlers
 * @param {Map<string, import("../Core/processes.mjs").Outcome>} outcomes
 * @param {Map<string, Visit[]>} visits
 * @returns {Row[]}
 */
export const bundleRows = (bundlers, outcomes, visits) =>
  bundlers.map(({ name, note, folder, missing }) => ({
    name,
    note,
    missing: missing ?? (visits.size === 0 ? "no browser is installed" : null),
    async measure() {
      const { code, output } = outcomes.get(name);
      if (code !== 0) return { loads: output };
      return merge([...visits.values()].map((list) => list.find(({ path }) => path === `out/${folder}/index.html`).answers));
    },
  }));

/** Writes the page of a bundle beside it. @param {string} folder */
export const writePage = (folder) =>
  writeFile(join(folder, "index.html"), '<!doctype html>\n<meta charset="utf-8">\n<title>A bundle</title>\n<script type="module" src="main.js"></script>\n');

/**
 * @typedef {{ path: string, answers: Record<string, string> }} Visit
 */

/**
 * Opens pages of the project one after the other and asks each what its probe found.
 * @param {import("../Engines/engines.mjs").Engine} browser
 * @param {string} folder
 * @param {string[]} paths
 * @param {{ isolated?: boolean }} [options] whether pages may share memory with workers
 * @returns {Promise<Visit[]>}
 */
export async function visit(browser, folder, paths, { isolated = false } = {}) {
  const server = await serve({ mounts: { "/": folder }, isolated });
  let page;
  try {
    page = await browser.open();
    const visits = [];
    for (const path of paths) {
      let answers = await ask(page, `${server.origin}/${path}`);
      for (let left = mostSilences; answers === null && left > 0; left--) {
        console.log(`${browser.name} gave no answer for ${path}; once more in another browser`);
        await page.close({ isSound: false });
        page = await browser.open();
        answers = await ask(page, `${server.origin}/${path}`);
      }
      visits.push({ path, answers: answers ?? { loads: `${path} gave no answer` } });
    }
    return visits;
  } finally {
    await page?.close();
    await server.close();
  }
}

/**
 * Where other work takes all cores, Firefox 153 now and then never runs the script of a worker that a worker has made (7 of 64 times beside two
 * busy loops on two cores): its threads are idle then, and nothing that a page does helps.
 */
const mostSilences = 3;

/** What the page's probe found; null where it gives no answer. */
async function ask(page, url) {
  const errors = page.errors.length;
  const silent = Symbol();
  try {
    await within(page.open(url), patience, () => `${url} did not load`);
    const answers = page.evaluate("globalThis.probed ?? { loads: 'the script did not run' }");
    // Of a page that is closed meanwhile nobody wants one.
    answers.catch(() => {});
    const found = await Promise.race([answers, sleep((patience / 3) * 1000, silent, { ref: false })]);
    if (found !== silent) return found;
    return page.errors.length === errors ? null : { loads: page.errors.slice(errors).join("\n") };
  } catch (error) {
    return { loads: [error.message, ...page.errors.slice(errors)].join("\n") };
  }
}
