/** Sizes of two small families against their budgets: wasm after wasm-opt, JavaScript bundled for a browser, minified, gzipped. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { buildProduct, findFamilies } from "../Families/families.mjs";
import { entryOf } from "../Families/npm-package.mjs";
import { measureAsync } from "./async-size.mjs";
import { measurePlatform } from "./platform-size.mjs";

/** In bytes; `raw` and `gzip` of the wasm, `script` of the gzipped JavaScript with its loader. */
const budgets = {
  // `init` names what it cannot load, a failed lowering gives back what it took, a delivery without room is an error: these are in both.
  Add: { wasm: "raw", most: 100, script: 1140 },
  Greeting: { wasm: "gzip", most: 10_200, script: 1900 },
};

/**
 * The benchmark's module, of every family a member or two: its glue alone, minified and brotli. A quarter of it is members; the rest is what
 * loads a module, reads and writes text, arrays and buffers as Web IDL has them, keeps objects and closures, and says what is wrong.
 */
const benchmark = { wasm: 33_850, glue: 5_950 };

/** What a page loads to call the example ImageFilter in a worker, minified, gzipped. */
const client = 2800;

/** @type {import("./suites.mjs").Suite} */
export const sizes = {
  name: "sizes",
  about: "the sizes of small modules against their budgets",
  run: (context) =>
    context.report.group("sizes", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const table = [];
      for (const [name, budget] of Object.entries(budgets)) table.push(...(await measure(context, group, tool.path, name, budget)));
      table.push(...(await measureBenchmark(context, group, tool.path)));
      table.push(...(await measureClient(context, group, tool.path)));
      table.push(...(await measurePlatform(context, group, tool.path)));
      table.push(...(await measureAsync(context, group, tool.path)));
      await writeFile(join(await context.folder("sizes"), "sizes.txt"), table.map((line) => `${line}\n`).join(""));
      for (const line of table) context.report.print(`  ${line}`);
      return undefined;
    }),
};

async function measure(context, group, bindgen, name, budget) {
  const dist = join(await context.folder("sizes"), name);
  const families = await findFamilies(context);
  const build = await buildProduct(context, bindgen, name, dist, families, ["-c", "release", "--optimize", "size"]);
  if (build.code !== 0) {
    group.fail(`${name}: builds`, build.output);
    return [];
  }
  const told = [];
  const check = (what, size, most) => {
    told.push(`${name}: ${what} ${size} B (at most ${most})`);
    if (size <= most) group.pass(`${name}: ${what}`);
    else group.fail(`${name}: ${what}`, `${size} B; at most ${most}`);
  };
  const wasm = await optimised(dist);
  if (wasm === null) group.skip(`${name}: wasm`, "wasm-opt (binaryen) is not installed");
  else check(`wasm, ${budget.wasm}`, (budget.wasm === "raw" ? wasm : gzipSync(wasm, { level: 9 })).length, budget.most);
  const script = await bundled(dist);
  if (script === null) group.skip(`${name}: JavaScript`, "esbuild is not installed");
  else check("JavaScript, minified, gzip", gzipSync(script, { level: 9 }).length, budget.script);
  return told;
}

async function measureBenchmark(context, group, bindgen) {
  const dist = join(await context.folder("sizes"), "Benchmark");
  const folder = context.path("Tests", "Benchmarks", "Generated");
  const build = await context.swift.run(folder, () => run(bindgen, ["build", "--package-path", folder, "--optimize", "size", "--out", dist]));
  if (build.code !== 0) {
    group.fail("Benchmark: builds", build.output);
    return [];
  }
  const told = [];
  const check = (what, size, most) => {
    told.push(`Benchmark: ${what} ${size} B (at most ${most})`);
    if (size <= most) group.pass(`Benchmark: ${what}`);
    else group.fail(`Benchmark: ${what}`, `${size} B; at most ${most}`);
  };
  const wasm = await optimised(dist);
  if (wasm === null) group.skip("Benchmark: wasm", "wasm-opt (binaryen) is not installed");
  else check("wasm, raw", wasm.length, benchmark.wasm);
  const esbuild = await inPath("esbuild");
  if (esbuild === null) {
    group.skip("Benchmark: glue", "esbuild is not installed");
    return told;
  }
  const { stdout } = await run(esbuild, [join(dist, "benchmark.glue.js"), "--minify", "--format=esm"]);
  check("glue, minified, brotli", brotliCompressSync(stdout).length, benchmark.glue);
  return told;
}

async function measureClient(context, group, bindgen) {
  const dist = join(await context.folder("sizes"), "Client");
  const idl = context.path("Examples", "ImageFilter", "Sources", "ImageFilter", "api.idl");
  const { code, output } = await run(bindgen, ["generate", idl, "--module", "ImageFilter", "--worker", "--out", dist]);
  if (code !== 0) {
    group.fail("Client: is generated", output);
    return [];
  }
  const script = await bundled(dist, "image-filter.worker.js");
  if (script === null) {
    group.skip("Client: JavaScript", "esbuild is not installed");
    return [];
  }
  const size = gzipSync(script, { level: 9 }).length;
  if (size <= client) group.pass("Client: JavaScript, minified, gzip");
  else group.fail("Client: JavaScript, minified, gzip", `${size} B; at most ${client}`);
  return [`Client: JavaScript, minified, gzip ${size} B (at most ${client})`];
}

/** The wasm of a package, to which the tool has applied wasm-opt; null without wasm-opt. */
async function optimised(dist) {
  const file = (await readdir(dist)).find((name) => name.endsWith(".wasm"));
  if (file === undefined) throw new Error(`no .wasm in ${dist}`);
  return (await inPath("wasm-opt")) === null ? null : readFile(join(dist, file));
}

/** The entry of a package as a bundler for browsers sees it, or another file of it, with everything that it exports; null without esbuild. */
async function bundled(dist, file = undefined) {
  const tool = await inPath("esbuild");
  if (tool === null) return null;
  const out = `${dist}.bundle.js`;
  const entry = join(dist, file ?? (await entryOf(dist, "browser")) ?? "index.js");
  const options = ["--bundle", "--minify", "--format=esm", "--platform=browser", "--external:node:*", "--log-level=warning"];
  const { code, output } = await run(tool, [entry, ...options, `--outfile=${out}`]);
  if (code !== 0) throw new Error(output);
  return readFile(out);
}
