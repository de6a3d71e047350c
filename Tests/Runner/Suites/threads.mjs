/** A module with threads, in every engine; in browsers with and without isolation. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "../Core/expect.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { entryOf } from "../Families/npm-package.mjs";

/** @type {import("./suites.mjs").Suite} */
export const threads = {
  name: "threads",
  about: "a module with threads in every engine: races, traps, a page without isolation, and what the compiler refuses",
  async run(context) {
    let folder;
    await context.report.group("threads/build", async (group) => {
      folder = await buildStorm(context, group, ["-c", "debug"]);
      if (folder === undefined) return;
      await group.attempt("what belongs to one thread cannot be captured", () => refuseCaptures(context));
      await group.attempt("a package without threads pays no byte for them", () => comparePlain(context, folder));
    });
    if (folder === undefined) return;
    await forEach(context.jobs, await context.engines(), (engine) =>
      context.report.group(`threads/${engine.name}`, async (group) => {
        if (engine.missing !== null) return group.skip("", engine.missing);
        await runEngine(context, group, engine, folder, { isolated: true });
        if (engine.kind === "browser") await runEngine(context, group, engine, folder, { isolated: false });
        return tryWhatCannotStart(context, group, engine, folder);
      }),
    );
  },
};

/** Builds the package. Gives its folder, or undefined. */
async function buildStorm(context, group, options, name = "Storm") {
  const tool = await context.bindgen();
  if ("failure" in tool) return void group.fail("bindgen builds", tool.failure);
  const missing = await context.swiftMissing();
  if (missing !== null) return void group.skip("", missing);
  const out = await context.folder("threads", name);
  await group.attempt("a package with threads is built", async () => {
    const { code, output } = await build(context, ["--product", "Storm", "--threads", "--out", out, "--inspect=usage", ...options]);
    expect(code === 0, output);
  });
  return out;
}

const build = async (context, options) => {
  const tool = await context.bindgen();
  const packagePath = context.path("Tests", "Parallel");
  return context.swift.run(packagePath, () => run(tool.path, ["build", "--package-path", packagePath, ...options]));
};

/** The module of one thread is the same file in both packages, and nothing of threads is in the other one. */
async function comparePlain(context, folder) {
  const out = await context.folder("threads", "Plain");
  await rm(out, { recursive: true, force: true });
  const { code, output } = await build(context, ["--product", "Storm", "--out", out, "--inspect=usage", "-c", "debug"]);
  expect(code === 0, output);
  const [plain, base] = await Promise.all([out, folder].map((place) => readFile(join(place, "storm.wasm"))));
  expect(plain.equals(base), `${plain.length} bytes without threads, ${base.length} beside them`);
  const module = new WebAssembly.Module(plain);
  const names = [...WebAssembly.Module.exports(module), ...WebAssembly.Module.imports(module)].filter(({ name, kind }) => /^bindgen\.\w*thread/i.test(name) || (kind === "memory" && name !== "memory"));
  expect(names.length === 0, JSON.stringify(names));
  const files = (await readdir(out)).filter((name) => name.endsWith(".js"));
  for (const name of files) {
    const text = (await readFile(join(out, name), "utf8")).replace(/^const \$base64 = .*$/m, "");
    const word = /\bAtomics\b|\$threads\b|\$isShared\b|new Worker\b/.exec(name.endsWith(".bundler.js") ? "" : text);
    expect(word === null && !/\.(pool|threads)\./.test(name), `${name}: ${word}`);
  }
}

async function refuseCaptures(context) {
  const out = await context.folder("threads", "Capture");
  await rm(out, { recursive: true, force: true });
  const { code, output } = await build(context, ["--product", "Capture", "--out", out, "-c", "debug"]);
  expect(code === 1, `exit code ${code}\n${output}`);
  for (const name of ["element", "report", "value", "thing"]) {
    expect(new RegExp(`error: capture of '${name}' with non-[sS]endable type .* in a '@Sendable' closure`).test(output), `${name}\n${output}`);
  }
  expect(/error: mutation of captured var 'sum' in concurrently-executing code/.test(output), output);
}

/** Scripts of threads with which none can start, in the place of the package's. */
const faults = {
  "are not there": null,
  "throw": 'throw new Error("no thread today");\n',
  "are no JavaScript": "const = ;\n",
  "say nothing": "setInterval(() => {}, 1000);\n",
  "say what is wrong": 'import { parentPort } from "node:worker_threads";\nparentPort.postMessage("no room for a thread");\n',
};

async function tryWhatCannotStart(context, group, engine, folder) {
  const copies = await context.folder("threads", `Faults-${engine.name}`);
  await rm(copies, { recursive: true, force: true });
  for (const [index, script] of Object.values(faults).entries()) {
    const copy = join(copies, `${index}`);
    await cp(folder, copy, { recursive: true });
    for (const host of ["", ".node"]) {
      const pool = join(copy, `storm.pool${host}.js`);
      await rm(pool);
      const text = host === "" ? script?.replace(/^import.*\nparentPort/m, "globalThis") : script;
      if (text !== undefined && text !== null) await writeFile(pool, text);
      // Nobody waits for half a minute.
      const maker = join(copy, `storm.threads${host}.js`);
      const made = await readFile(maker, "utf8");
      if (!made.includes("30_000")) throw new Error(`${maker} waits without end`);
      await writeFile(maker, made.replace("30_000", script === faults["say nothing"] ? "500" : "30_000"));
    }
  }
  await writeFile(join(copies, "faults.mjs"), `export const init = async () => {};\nexport const faults = ${JSON.stringify(Object.keys(faults))};\nexport const entry = "${await entryOf(folder, engine.kind)}";\n`);
  const tests = context.path("Tests", "Parallel");
  const job = { families: [{ name: "Faults", module: pathToFileURL(join(copies, "faults.mjs")).href, test: pathToFileURL(join(tests, "faults.mjs")).href }] };
  const mounts = { "/copies/": copies, "/tests/": tests, "/runner/": context.path("Tests", "Runner") };
  group.tell((await engine.run(job, { mounts, scratch: context.scratch, isolated: true })).Faults);
}

/** @param {{ isolated: boolean, rounds?: number, isReleased?: boolean }} options a released build says of no trap why */
export async function runEngine(context, group, engine, folder, { isolated, rounds = 150, isReleased = false }) {
  const entry = await entryOf(folder, engine.kind);
  // What runs tests calls `init` itself, and this module's is to be told how many threads there are.
  const place = join(folder, `begin-${engine.kind}.mjs`);
  await writeFile(place, `export * from "./${entry}";\nexport { init as begin } from "./${entry}";\nexport const init = async () => {};\nexport const rounds = ${rounds};\nexport const hasCauses = ${!isReleased};\n`);
  const tests = context.path("Tests", "Parallel");
  const job = { families: [{ name: "Storm", module: pathToFileURL(place).href, test: pathToFileURL(join(tests, "test.mjs")).href }] };
  const mounts = { "/storm/": folder, "/tests/": tests, "/runner/": context.path("Tests", "Runner") };
  const { Storm } = await engine.run(job, { mounts, scratch: context.scratch, isolated });
  group.tell(Storm, (name) => (isolated ? name : `without isolation: ${name}`));
}

/** A storm of minutes, in a release build. */
export async function stormForLong(context, group, seconds) {
  const folder = await buildStorm(context, group, ["-c", "release"], "StormReleased");
  if (folder === undefined) return;
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    for (const engine of (await context.engines()).filter(({ missing }) => missing === null)) {
      await runEngine(context, group, engine, folder, { isolated: true, rounds: 3000, isReleased: true });
    }
  }
}
