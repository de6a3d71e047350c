/** Compiled modules: what `bindgen inspect` tells of them, against what Node and wabt say of the same bytes; what is published. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { findEngines } from "../Engines/engines.mjs";
import { builtExamples } from "./examples.mjs";
import { Published, publishedTests } from "./published.mjs";

/** @type {import("./suites.mjs").Suite} */
export const binary = {
  name: "binary",
  about: "compiled modules: bindgen inspect against Node and wabt, broken modules, names and DWARF",
  async run(context) {
    const built = await builtExamples(context);
    await context.report.group("binary/inspect", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      if (built.length === 0) return group.fail("runs", "no example could be built");
      for (const { name, path } of await modulesOf(built)) await inspect(group, tool.path, name, path);
      await group.attempt("broken modules", async () => mutants(context, tool.path, built));
      return features(context, group, tool.path);
    });
    await context.report.group("binary/published", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const published = new Published(context, tool.path, built);
      for (const [name, test] of Object.entries(publishedTests)) await group.attempt(name, () => test(published));
      return undefined;
    });
  },
};

/** Of each example, the module in `dist` and the one that the compiler wrote, with names and DWARF. */
async function modulesOf(built) {
  const modules = [];
  for (const { name, folder, dist } of built) {
    const [published] = await filesBelow(dist, (path) => path.endsWith(".wasm"), new Set());
    const compiled = join(folder, ".build", "bindgen", "wasm32-unknown-none-wasm", "release", `${name}.wasm`);
    modules.push({ name, path: published }, { name: `${name} as compiled`, path: compiled });
  }
  return modules;
}

/** Throws unless both are the same as JSON. */
function same(what, told, expected) {
  const [a, b] = [JSON.stringify(told), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: bindgen says\n${a}\nand not\n${b}`);
}

async function inspect(group, tool, name, path) {
  const { code, stdout, output } = await run(tool, ["inspect", "--json", "--functions", path]);
  if (code !== 0) return group.fail(`${name}: is read`, output);
  const told = JSON.parse(stdout);
  const bytes = await readFile(path);
  await group.attempt(`${name}: imports, exports and custom sections as Node sees them`, () => {
    const module = new WebAssembly.Module(bytes);
    const kinds = { func: "function" };
    const kind = (text) => kinds[text] ?? text;
    same("imports", told.imports.map((entry) => [entry.module, entry.name, kind(entry.kind)]), WebAssembly.Module.imports(module).map((entry) => [entry.module, entry.name, entry.kind]));
    same("exports", told.exports.map((entry) => [entry.name, kind(entry.kind)]), WebAssembly.Module.exports(module).map((entry) => [entry.name, entry.kind]));
    for (const section of told.sections.filter(({ id }) => id === 0)) {
      if (WebAssembly.Module.customSections(module, section.name).length === 0) throw new Error(`Node sees no ${section.name}`);
    }
    same("bytes", told.bytes, bytes.length);
    if (!/^[\da-f]{8}$/.test(told.fingerprint)) throw new Error(`the fingerprint is ${told.fingerprint}`);
  });
  return withWabt(group, name, path, told);
}

/** Sections, function names and types as wabt sees them. */
async function withWabt(group, name, path, told) {
  const objdump = await inPath("wasm-objdump");
  const title = `${name}: sections, types and names as wabt sees them`;
  if (objdump === null) return group.skip(title, "wasm-objdump (wabt) is not installed");
  return group.attempt(title, async () => {
    const headers = await run(objdump, ["-h", path]);
    const sections = [...headers.stdout.matchAll(/^ *(\w+) start=0x(\w+) end=0x(\w+) \(size=0x\w+\)(?: count: \d+)?(?: "(.*)")?$/gm)];
    const names = { elem: "element", datacount: "data count" };
    same(
      "sections",
      told.sections.map((section) => [section.name, section.offset + section.bytes]),
      sections.map(([, kind, , end, custom]) => [custom ?? names[kind.toLowerCase()] ?? kind.toLowerCase(), Number.parseInt(end, 16)]),
    );
    const details = (await run(objdump, ["-x", path])).stdout;
    const types = new Map([...details.matchAll(/^ - type\[(\d+)\] \((.*)\) -> (.*)$/gm)].map(([, index, from, to]) => [index, [from, to]]));
    const signatures = new Map([...details.matchAll(/^ - func\[(\d+)\] sig=(\d+)/gm)].map(([, index, type]) => [Number(index), types.get(type)]));
    for (const entry of told.exports.filter(({ kind }) => kind === "func")) {
      const [from, to] = signatures.get(entry.index);
      same(entry.name, entry.type, `(${from}) -> ${to === "nil" ? "()" : to}`);
    }
    const sizes = [...details.matchAll(/^ - func\[(\d+)\] size=(\d+)/gm)].map(([, index, size]) => [Number(index), Number(size)]);
    // wabt counts a function's body, bindgen its size field too, which takes a byte up to 127 and two up to 16,383.
    const entry = (size) => size + (size < 128 ? 1 : size < 16_384 ? 2 : 3);
    same("functions", told.functionSizes.map(({ index, bytes }) => [index, bytes]), sizes.map(([index, size]) => [index, entry(size)]));
    const named = details.split('- name: "name"')[1]?.match(/^ - func\[/gm) ?? [];
    same("named functions", told.namedFunctions, named.length);
  });
}

/** Truncated and changed modules end in errors or in a table, never in a trap, and soon. */
async function mutants(context, tool, built) {
  const [{ path }] = await modulesOf(built);
  const bytes = await readFile(path);
  await rm(await context.folder("mutants"), { recursive: true, force: true });
  const folder = await context.folder("mutants");
  const files = [];
  let state = 12_345;
  const random = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  for (let index = 0; index < 60; index += 1) {
    const mutant = index % 4 === 0 ? bytes.subarray(0, random(bytes.length)) : Buffer.from(bytes);
    // Most of what can be wrong stands in the first kilobyte: the code and the data follow.
    if (index % 4 !== 0) for (let count = 0; count < 3; count += 1) mutant[8 + random(index % 2 === 0 ? 1024 : bytes.length - 8)] = random(256);
    files.push(`${index}.wasm`);
    await writeFile(join(folder, `${index}.wasm`), mutant);
  }
  const { code, stdout, stderr } = await run(tool, ["inspect", ...files], { cwd: folder });
  const [read, refused] = [stdout.match(/: WebAssembly module, /g) ?? [], stderr.match(/^error: \d+\.wasm: at byte 0x/gm) ?? []];
  if (code !== 1 || read.length + refused.length !== files.length) throw new Error(`exit code ${code}, ${read.length} read, ${refused.length} refused\n${stderr}`);
  if (refused.length < 15) throw new Error(`only ${refused.length} were refused`);
}

/** A function, memory or table for each feature, in the text format of wabt. */
const samples = {
  "": "(func (param i32) (result i32) local.get 0)",
  "sign-ext": "(func (param i32) (result i32) local.get 0 i32.extend8_s)",
  "nontrapping-fptoint": "(func (param f32) (result i32) local.get 0 i32.trunc_sat_f32_u)",
  "bulk-memory": "(memory 1) (func i32.const 0 i32.const 0 i32.const 0 memory.fill)",
  "mutable-globals": '(global (export "g") (mut i32) (i32.const 1))',
  multivalue: "(func (result i32 i32) i32.const 1 i32.const 2)",
  "reference-types": "(table 1 externref) (func (result externref) i32.const 0 table.get 0)",
  simd128: "(func (result v128) v128.const i32x4 1 2 3 4 v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 i8x16.add)",
  atomics: "(memory 1 1 shared) (func (result i32) i32.const 0 i32.atomic.load)",
  "tail-call": "(func return_call 0)",
  "exception-handling": "(tag) (func try throw 0 catch 0 end)",
  "extended-const": "(global i32 (i32.add (i32.const 1) (i32.const 2)))",
  memory64: "(memory i64 1) (func (result i32) i64.const 0 i32.load)",
  multimemory: "(memory 1) (memory 1) (func (result i32) i32.const 0 i32.load 1)",
};

/**
 * What is said of Node is what it does: a line has a feature from the first one on that is told. wabt writes exceptions in the form
 * before the standard's, which more versions take.
 */
async function compareWithNode(node, module, name, first) {
  const script = `process.exitCode = WebAssembly.validate(require("node:fs").readFileSync(${JSON.stringify(module)})) ? 0 : 3`;
  const { code } = await node.script(["-e", script], { folder: "/" });
  const isThere = Number(node.name.slice("node".length)) >= Number(first);
  const older = name === "exception-handling";
  if (isThere ? code !== 0 : code === 0 && !older) throw new Error(`${node.name}: ${name} is told since Node ${first}, exit code ${code}`);
}

/** Modules that wabt assembles use the feature that they were written for and no other. */
async function features(context, group, tool) {
  if ((await inPath("wat2wasm")) === null) return group.skip("features", "wat2wasm (wabt) is not installed");
  const folder = await context.folder("features");
  const nodes = (await findEngines()).filter(({ kind, missing }) => kind === "node" && missing === null);
  for (const [name, fields] of Object.entries(samples)) {
    await group.attempt(`feature: ${name || "none"}`, async () => {
      const [text, module] = [join(folder, `${name}.wat`), join(folder, `${name}.wasm`)];
      await writeFile(text, `(module ${fields})`);
      const assembled = await run("wat2wasm", ["--enable-all", text, "-o", module]);
      if (assembled.code !== 0) throw new Error(assembled.output);
      const { stdout, output } = await run(tool, ["inspect", "--json", module]);
      if (!stdout) throw new Error(output);
      const told = JSON.parse(stdout).features;
      same("features", told.used, name === "" ? [] : [name]);
      if (name === "") return;
      for (const node of nodes) await compareWithNode(node, module, name, told.engines[name].node);
    });
  }
  return undefined;
}
