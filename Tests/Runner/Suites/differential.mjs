/** Random IDL with random values: Swift echoes, JavaScript compares. What a seed found, BINDGEN_DIFFERENTIAL_SEED finds again. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { implementationOf, imports, moduleOf } from "../../Differential/module.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { entryOf } from "../Families/npm-package.mjs";

/** How much one module tries. */
const plainOptions = { types: 40, values: 30 };

/** @type {import("./suites.mjs").Suite} */
export const differential = {
  name: "differential",
  about: "random IDL with random values: Swift echoes, JavaScript compares; BINDGEN_DIFFERENTIAL_SEED tries another module",
  async run(context) {
    const seed = Number(process.env.BINDGEN_DIFFERENTIAL_SEED || 1);
    await context.report.group("differential", (group) => tryModule(context, group, { ...plainOptions, seed }));
  },
};

/**
 * One module after the other, for so many seconds.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {number} seconds
 */
export async function tryModules(context, group, seconds) {
  const end = Date.now() + seconds * 1000;
  let seed = Math.floor(Date.now() / 1000);
  let count = 0;
  for (; Date.now() < end; seed += 1, count += 1) await tryModule(context, group, { types: 60, values: 100, seed });
  context.report.print(`  ${count} modules, the last one of seed ${seed - 1}`);
}

async function tryModule(context, group, options) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const engine = (await context.engines()).filter(({ kind, missing }) => kind === "node" && missing === null).at(-1);
  if (engine === undefined) return group.skip("", "no Node is installed");
  const built = await build(context, tool.path, options);
  if ("failure" in built) return group.fail(`seed ${options.seed} builds`, built.failure);
  const test = pathToFileURL(context.path("Tests", "Differential", "test.mjs")).href;
  const job = { name: "differential", module: built.module, test };
  const results = await engine.run({ families: [job] }, { mounts: {}, scratch: context.scratch, seconds: 10 * patience });
  for (const name of results.differential.passed) group.pass(name);
  for (const { name, detail } of results.differential.failed) group.fail(name, detail);
}

/** The package is the same for all modules, so that what they have in common is compiled once. */
async function build(context, bindgen, options) {
  const folder = await context.folder("differential");
  const sources = join(folder, "Sources", "Differential");
  await rm(sources, { recursive: true, force: true });
  await mkdir(sources, { recursive: true });
  await writeFile(join(folder, "Package.swift"), manifest(context.root));
  await writeFile(join(sources, "api.idl"), moduleOf(options.seed, options.types).idl);
  await writeFile(join(sources, "imports.mjs"), imports);
  const generated = join(folder, "generated");
  const args = ["generate", join(sources, "api.idl"), "--module", "Differential", "--out", generated];
  const planned = await run(bindgen, args, { seconds: 600 });
  if (planned.code !== 0) return { failure: planned.output };
  const swift = await readFile(join(generated, "Differential.bindgen.swift"), "utf8");
  await writeFile(join(sources, "Implementation.swift"), implementationOf(swift));
  const dist = join(folder, "dist");
  const product = ["build", "--package-path", folder, "--product", "Differential", "--out", dist, "--inspect=usage"];
  const { code, output } = await context.swift.run(folder, () => run(bindgen, product, { seconds: 3600 }));
  if (code !== 0) return { failure: output };
  await writeFile(join(dist, "options.mjs"), `export default ${JSON.stringify(options)};\n`);
  const entry = await entryOf(dist, "node");
  return entry === null ? { failure: `${dist} has no package.json with an entry for Node` } : { module: pathToFileURL(join(dist, entry)).href };
}

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Differential",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .executableTarget(
            name: "Differential",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            exclude: ["imports.mjs"],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`;
