/** To which files real runtimes and a real bundler resolve the subpaths of a package, by their conditions. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** The subpaths that lead to one file in every runtime. */
const everywhere = {
  "greeter/inline": "greeter.inline.js",
  "greeter/integrity": "greeter.integrity.js",
  "greeter/module.wasm": "greeter.wasm",
  "greeter/greeter.wasm": "greeter.wasm",
  "greeter/package.json": "package.json",
};

/** The main entry of a runtime by a condition that is asked for on its command line; "" is none. */
const runtimes = {
  node: { "": "greeter.node.js", browser: "greeter.node.js", workerd: "greeter.workerd.js", "edge-light": "greeter.edge-light.js" },
  deno: { "": "greeter.node.js", workerd: "greeter.workerd.js" },
  bun: { "": "greeter.node.js", workerd: "greeter.workerd.js", "edge-light": "greeter.edge-light.js" },
};

/**
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("../Engines/engines.mjs").Engine} engine
 * @param {import("../Consumers/project.mjs").Project} project
 */
export async function testRuntime(group, engine, project) {
  for (const [condition, entry] of Object.entries(runtimes[engine.kind])) {
    const name = `resolves every subpath${condition === "" ? "" : ` under ${condition}`}`;
    const flags = condition === "" ? [] : [`--conditions=${condition}`];
    const found = await ask(engine, [...flags, "package-tests/resolve.mjs"], project);
    compare(group, name, found, { greeter: entry, "greeter/instance": "greeter.instance.node.js", ...everywhere });
  }
}

/** What a script printed after `@answers`, or how it ended. */
export async function ask(engine, args, project) {
  const { code, stdout, output } = await engine.script(args, project);
  const line = stdout.split("\n").find((text) => text.startsWith("@answers "));
  return line === undefined ? { "": `exit code ${code}\n${output}` } : JSON.parse(line.slice("@answers ".length));
}

/** @param {Record<string, string>} found @param {Record<string, string>} wanted */
export function compare(group, name, found, wanted) {
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
  const wrong = keys.filter((key) => found[key] !== wanted[key]).map((key) => `${key}: ${found[key]} instead of ${wanted[key]}`);
  if (wrong.length === 0) group.pass(name);
  else group.fail(name, wrong.join("\n"));
}

/** What esbuild is told for each kind of target, and the entry that it has to take; for Workers as Cloudflare's own tool does. */
const bundles = {
  browser: { flags: ["--platform=browser"], entry: "greeter.js" },
  "a web worker": { flags: ["--platform=neutral", "--conditions=worker"], entry: "greeter.js" },
  "nothing in particular": { flags: ["--platform=neutral"], entry: "greeter.js" },
  Node: { flags: ["--platform=node"], entry: "greeter.node.js" },
  workerd: { flags: ["--platform=neutral", "--conditions=workerd,worker,browser"], entry: "greeter.workerd.js" },
  "Vercel Edge": { flags: ["--platform=neutral", "--conditions=edge-light,worker,browser"], entry: "greeter.edge-light.js" },
};

export async function testBundler(group, project) {
  const esbuild = await inPath("esbuild");
  if (esbuild === null) return group.skip("", "esbuild is not installed");
  const take = async (specifier, flags) => {
    const meta = join(project.folder, "package-tests", "meta.json");
    const args = ["--bundle", "--format=esm", "--external:*.wasm", "--external:*.wasm?module", "--outfile=/dev/null", `--metafile=${meta}`];
    const input = `export * from ${JSON.stringify(specifier)};`;
    const outcome = await run(esbuild, [...args, ...flags, "--log-level=warning"], { cwd: project.folder, stdin: input });
    if (outcome.code !== 0) return { "": outcome.output };
    const { inputs } = JSON.parse(await readFile(meta, "utf8"));
    return Object.fromEntries(Object.keys(inputs).filter((path) => path.startsWith("node_modules/greeter/")).map((path) => [path.split("/").at(-1), "taken"]));
  };
  for (const [target, { flags, entry }] of Object.entries(bundles)) {
    compare(group, `a bundle for ${target} takes ${entry}`, await take("greeter", flags), { [entry]: "taken", "greeter.glue.js": "taken" });
  }
  for (const part of ["inline", "instance"]) {
    const wanted = { [`greeter.${part}.js`]: "taken", "greeter.glue.js": "taken" };
    compare(group, `a bundle of ./${part} takes no other entry`, await take(`greeter/${part}`, ["--platform=browser"]), wanted);
  }
  return undefined;
}
