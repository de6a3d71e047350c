/** `bindgen build --component`: the same Swift in wasmtime and in JavaScript, and what a component cannot have. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { calls, desk, fromJSON, Page, plain, spelled } from "../../Components/calls.mjs";
import { run } from "../Core/processes.mjs";
import { pythonWithWasmtime } from "../Core/tools.mjs";
import { entryOf } from "../Families/npm-package.mjs";
import { checkWIT } from "../WIT/grammar.mjs";

/** @type {import("./suites.mjs").Suite} */
export const component = {
  name: "component",
  about: "bindgen build --component: values, objects, leaks and refusals in wasmtime, compared with JavaScript",
  run: (context) =>
    context.report.group("component", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const at = { tool: tool.path, package: context.path("Tests", "Components"), out: await context.folder("component"), context };
      for (const [name, test] of Object.entries(refusals)) await group.attempt(name, () => test(at));
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const python = await pythonWithWasmtime();
      let isBuilt = false;
      await group.attempt("it is built", async () => {
        isBuilt = await buildWords(at);
      });
      if (!isBuilt) return undefined;
      await group.attempt("what is JavaScript's is refused by name", () => refusedCalls(at));
      if (python === null) return group.skip("in wasmtime", "the Python package wasmtime is not installed");
      for (const [name, test] of Object.entries(tests)) await group.attempt(name, () => test({ ...at, python }));
      return undefined;
    }),
};

const build = (at, args) => at.context.swift.run(at.package, () => run(at.tool, ["build", "--package-path", at.package, ...args]));

async function buildWords(at) {
  const component = ["--product", "Words", "--out", at.out, "--component", "--package", "acme:words@1.0.0", "--report"];
  const { code, output } = await build(at, component);
  assert.equal(code, 0, output);
  assert.match(output, /\n {2}core module {2}[\d,]+ B\n {2}types, and what connects them with the core {2}[\d,]+ B, \d+\.\d % of the core\n/);
  checkWIT(await readFile(join(at.out, "words.wit"), "utf8"));
  const package_ = await build(at, ["--product", "Words", "--out", join(at.out, "npm"), "-c", "debug"]);
  assert.equal(package_.code, 0, package_.output);
  return true;
}

async function refusedCalls(at) {
  const { code, output } = await build(at, ["--product", "Refused", "--out", join(at.out, "refused"), "-c", "debug", "--component"]);
  assert.equal(code, 1, output);
  assert.match(output, /error: this module is no component yet/);
  for (const reason of ["it prints: declare", "it hashes", "it calls `Math.sin`, which", "has an entry point"]) assert.ok(output.includes(reason), output);
}

/** @type {Record<string, (at: { tool: string, context: object, package: string }) => Promise<void>>} */
const refusals = {
  async "IDL that a component cannot have yet, at its place"({ tool, context }) {
    const folder = await context.folder("component", "idl");
    const args = ["plugin-generate", "--out", folder, "--module", "Refused", "--component", "acme:refused", "refused.idl"];
    const { code, output } = await run(tool, args, { cwd: context.path("Tests", "Components") });
    assert.equal(code, 1, output);
    const errors = output.split("\n").filter((line) => line.includes(": error: "));
    const wanted = [
      [/^refused\.idl:1:.*make `Page` an interface mixin, and write `Sheet includes Page`/, /\[component\]$/],
      [/^refused\.idl:2:.*name one that inherits from no other error/, /\[component\]$/],
      [/^refused\.idl:3:.*no object of the host back/, /\[component\]$/],
      [/^refused\.idl:5:.*not told apart in WIT/, /\[component\]$/],
      [/^refused\.idl:7:.*\[View\].*return a typed array/, /\[component\]$/],
    ];
    for (const patterns of wanted) assert.ok(errors.some((line) => patterns.every((pattern) => pattern.test(line))), `${patterns[0]}\n${output}`);
  },

  async "options that do not go with it"({ tool, package: folder }) {
    const faults = [
      [["--package", "acme:words"], /add `--component`/],
      [["--component", "--package", "Words"], /`--package`: `Words` is no name of a WIT package/],
      [["--component", "--inspect"], /are for modules that JavaScript loads/],
      [["--component", "--swift-sdk", "x"], /without an SDK/],
    ];
    for (const [args, message] of faults) {
      const { code, output } = await run(tool, ["build", "--package-path", folder, ...args]);
      assert.equal(code, 2, output);
      assert.match(output, message);
    }
  },
};

/** @type {Record<string, (at: { python: string, out: string, context: object }) => Promise<void>>} */
const tests = {
  async "each call gives what it gives in JavaScript"(at) {
    Object.assign(globalThis, { Desk: desk, Page });
    const dist = join(at.out, "npm");
    const { init, Words, Fault, Refusal } = await import(pathToFileURL(join(dist, await entryOf(dist, "node"))));
    // What the host throws is of the module's classes.
    Object.assign(globalThis, { Fault, Refusal });
    await init();
    const found = await inWasmtime(at, "calls");
    for (const [index, [member, ...args]] of calls.entries()) {
      assert.deepEqual(fromJSON(found[index], member), plain(outcome(Words, member, args)), `${member}, call ${index}`);
    }
  },

  async "objects are counted, lent and dropped"(at) {
    const told = await inWasmtime(at, "objects");
    assert.deepEqual(told.slice(0, -1), [2, 42, 58, ["a/0", "ß/2"], 3, 242, 5, 2, 3, 42, 0]);
    assert.notEqual(told.at(-1), "nothing", "a dropped object is no argument");
  },

  async "objects of the host are owned, lent and dropped"(at) {
    assert.deepEqual(await inWasmtime(at, "pages"), [0, "a 1, b 2, c 3", 0, 1, "kept", 1, "again", 1, null, 0]);
  },

  async "10,000 calls leave nothing"(at) {
    const [before, after, count] = await inWasmtime(at, "leaks");
    assert.ok(count >= 10_000);
    assert.equal(after, before);
  },

  async "what does not follow the ABI is refused"(at) {
    for (const [name, told] of Object.entries(await inWasmtime(at, "refusals"))) assert.notEqual(told, "nothing", name);
  },
};

const outcome = (Words, member, args) => {
  if (typeof Words[member] !== "function") return Words[member];
  try {
    return Words[member](...args);
  } catch (error) {
    return error.code ?? error.message;
  }
};

async function inWasmtime({ python, out, context }, what) {
  const script = context.path("Tests", "Components", "components.py");
  const { code, stdout, output } = await run(python, [script, join(out, "words.component.wasm"), what], { stdin: JSON.stringify(spelled()) });
  assert.equal(code, 0, output);
  return JSON.parse(stdout);
}
