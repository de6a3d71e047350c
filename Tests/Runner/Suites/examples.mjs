/** The examples: each is built by the tool, its tests run, its page opened in the browsers. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entriesOf, exists } from "../Core/files.mjs";
import { forEach, oncePerRun } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { Server } from "../Dev/work.mjs";
import { expectDone, openExample } from "../Engines/example-page.mjs";
import { entryOf } from "../Families/npm-package.mjs";

/** @type {import("./suites.mjs").Suite} */
export const examples = {
  name: "examples",
  about: "the examples: built, run in Node, their pages opened in the browsers",
  async run(context) {
    const built = await builtExamples(context);
    await context.report.group("examples/default-export", (group) => refusals(context, group));
    await context.report.group("examples/node", (group) => runInNode(context, group, built));
    await forEach(context.jobs, (await context.engines()).filter(({ kind }) => kind !== "browser"), (engine) =>
      context.report.group(`examples/edge/${engine.name}`, (group) => answers(context, group, engine, built)),
    );
    const browsers = (await context.engines()).filter(({ kind }) => kind === "browser");
    await forEach(context.jobs, browsers, (browser) =>
      context.report.group(`examples/${browser.name}`, (group) => runInBrowser(context, group, browser, built)),
    );
    const fetch = built.find(({ name }) => name === "Fetch");
    if (fetch !== undefined) await context.report.group("examples/dev", (group) => runByDevServer(context, group, browsers, fetch));
  },
};

/**
 * The examples that could be built, built once in a run.
 * @type {(context: import("../Core/context.mjs").Context) => Promise<{ name: string, folder: string, dist: string }[]>}
 */
export const builtExamples = oncePerRun(buildAll);

async function buildAll(context) {
  const built = [];
  await context.report.group("examples/build", async (group) => {
    const tool = await context.bindgen();
    if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
    const named = process.env.BINDGEN_EXAMPLES?.split(",");
    for (const { name } of await entriesOf(context.path("Examples"))) {
      if (named?.includes(name) === false) continue;
      if (!(await exists(context.path("Examples", name, "Package.swift")))) continue;
      const example = await buildExample(context, group, tool.path, name);
      if (example !== null) built.push(example);
    }
  });
  return built;
}

/** @returns {Promise<{ name: string, folder: string, dist: string } | null>} null where it could not be built, which is told */
async function buildExample(context, group, tool, name) {
  const folder = context.path("Examples", name);
  // Beside its page, where a person would have it too: a page imports `./dist/…`.
  const dist = join(folder, "dist");
  await rm(dist, { recursive: true, force: true });
  const build = await context.swift.run(folder, () => run(tool, ["build", "--package-path", folder, "--out", dist, "-c", "release"]));
  if (build.code === 0 && (await entryOf(dist, "browser")) !== null) {
    group.pass(name);
    return { name, folder, dist };
  }
  group.fail(name, build.output);
  return null;
}

/** The script of an example that a person would run: it must end well and say something. Then its tests. */
async function runInNode(context, group, built) {
  for (const { name, folder } of built) {
    const script = join(folder, "main.mjs");
    if (await exists(script)) {
      const { code, stdout, output } = await run("node", [script], { cwd: folder });
      if (code === 0 && stdout.trim() !== "") group.pass(name);
      else group.fail(name, `exit code ${code}\n${output}`);
    }
    if (await exists(join(folder, "test.mjs"))) await runTests(group, name, folder);
  }
}

/** What cannot be a default export, each fault at its place. */
async function refusals(context, group) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  return group.attempt("what cannot be one", async () => {
    const { code, output } = await run(tool.path, ["check", "refused.idl"], { cwd: context.path("Tests", "Edge") });
    const faults = [
      /^refused\.idl:1:.* that gives no promise is not supported yet; return a Promise/m,
      /^refused\.idl:2:.*the default export is that of First already/m,
      /^refused\.idl:3:.*\[DefaultExport\] beside \[NamedExports\] is not supported yet; keep one/m,
      /^refused\.idl:4:.*\[DefaultExport\] on an imported namespace/m,
    ];
    const missing = faults.filter((fault) => !fault.test(output));
    if (code !== 1 || missing.length > 0) throw new Error(`${missing.join("\n")}\n${output}`);
  });
}

/** The handler of the example Edge behind a runtime's own server, and in Node as Workers would load it. */
async function answers(context, group, engine, built) {
  if (engine.missing !== null) return group.skip("", engine.missing);
  const edge = built.find(({ name }) => name === "Edge");
  if (edge === undefined && process.env.BINDGEN_EXAMPLES !== undefined) return group.skip("answers", "BINDGEN_EXAMPLES leaves Edge out");
  if (edge === undefined) return group.fail("answers", "the example Edge could not be built");
  const check = async (name, args) => {
    // Deno reads below the folder in which it starts.
    const { code, stdout, output } = await engine.script(args, { folder: context.root, scratch: context.scratch });
    if (code === 0 && stdout.includes("answers are those of JavaScript")) group.pass(name);
    else group.fail(name, `exit code ${code}\n${output}`);
  };
  const script = context.path("Tests", "Edge", "check.mjs");
  await check("answers as the same handler in JavaScript", [...(engine.kind === "deno" ? ["--allow-net=127.0.0.1"] : []), script, edge.folder]);
  const rules = context.path("Tests", "Consumers", "workerd-imports.mjs");
  // Node 20 compiles a module of its own with its first Request.
  if (engine.kind === "node" && engine.name !== "node20") await check("under workerd's rules", ["--import", rules, script, edge.folder, "workerd"]);
  return undefined;
}

/** The tests of an example's `test.mjs`, which is written for `node:test`. */
async function runTests(group, name, folder) {
  const { code, stdout, output } = await run("node", ["--test-reporter=tap", "test.mjs"], { cwd: folder });
  const passed = [...stdout.matchAll(/^ok \d+ - (.*)$/gm)].map(([, test]) => test);
  for (const test of passed) group.pass(`${name}: ${test}`);
  if (code !== 0 || passed.length === 0) group.fail(`${name}: test.mjs`, output);
}

/** The page of an example: what it says, what its `page-test.mjs` finds, and no error. Screenshots are kept for people. */
async function runInBrowser(context, group, browser, built) {
  if (browser.missing !== null) return group.skip("", browser.missing);
  const shots = await context.folder("screenshots");
  for (const { name, folder } of built) {
    if (!(await exists(join(folder, "index.html")))) continue;
    const isolated = await hasThreads(folder);
    for (const isDark of [false, true]) {
      const title = isDark ? `${name}, dark` : name;
      await group.attempt(title, async () => {
        const drive = isDark ? (page) => isDarkIn(page, group, title) : (page) => drivePage(page, group, name, folder);
        const { png, errors, state } = await openExample(() => browser.open({ isDark }), folder, { isolated, drive });
        await writeFile(join(shots, `${name}-${browser.name}${isDark ? "-dark" : ""}.png`), png);
        expectDone(state, errors);
      });
    }
    if (isolated) {
      await group.attempt(`${name} without isolation`, async () => {
        const drive = (page) => drivePage(page, group, name, folder, "withoutIsolation");
        const { errors, state } = await openExample(() => browser.open(), folder, { drive });
        expectDone(state, errors);
      });
    }
    await group.attempt(`${name} without its module says what to do`, async () => {
      const mounts = { "/dist/": await context.folder("nothing") };
      const { state } = await openExample(() => browser.open(), folder, { mounts });
      if (!state?.startsWith("failed: ")) throw new Error(`the page says ${JSON.stringify(state)}`);
    });
  }
  return undefined;
}

/** The page of an example as `bindgen dev` serves it, with a debug build. */
async function runByDevServer(context, group, browsers, { name, folder }) {
  const { path: tool } = await context.bindgen();
  await context.swift.run(folder, async () => {
    const server = await Server.start(tool, [], folder);
    try {
      for (const browser of browsers) {
        if (browser.missing !== null) {
          group.skip(browser.name, browser.missing);
          continue;
        }
        await group.attempt(browser.name, async () => {
          const drive = (page) => drivePage(page, group, `${name} in ${browser.name}`, folder);
          const { errors, state } = await openExample(() => browser.open(), server.origin, { drive });
          expectDone(state, errors, server.output);
        });
      }
    } finally {
      await server.stop();
    }
  });
}

/** Whether some build of an example has threads, for which a page has to be isolated. */
async function hasThreads(folder) {
  const text = await readFile(join(folder, "bindgen.json"), "utf8").catch(() => "{}");
  return JSON.parse(text).variants?.includes("threads") ?? false;
}

async function drivePage(page, group, name, folder, tests = "default") {
  const file = join(folder, "page-test.mjs");
  if (!(await exists(file))) return;
  const module = await import(pathToFileURL(file));
  await module[tests]((title, body) => group.attempt(`${name}: ${title}`, body), page);
}

/** A page that is asked for dark colours has a dark ground and light text. */
async function isDarkIn(page, group, title) {
  const colours = `["color", "backgroundColor"].map((name) => getComputedStyle(document.body)[name].match(/[\\d.]+/g).map(Number))`;
  const [text, ground] = await page.evaluate(colours);
  await group.attempt(`${title}: light on dark`, () => {
    if (Math.min(...text.slice(0, 3)) < 160 || Math.max(...ground.slice(0, 3)) > 80) throw new Error(`text ${text} on ${ground}`);
  });
}
