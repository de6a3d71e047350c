/** Public interfaces of packages that many use, as IDL with a stub in Swift, and the tests that their users would write. */
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { entriesOf, exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";

/** @type {import("./suites.mjs").Suite} */
export const acceptance = {
  name: "acceptance",
  about: "the interfaces of sql.js, harfbuzzjs and html-rewriter-wasm with stubs in Swift, used as their users would",
  async run(context) {
    await context.report.group("acceptance", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const engine = (await context.engines()).filter(({ kind, missing }) => kind === "node" && missing === null).at(-1);
      if (engine === undefined) return group.skip("", "no Node is installed");
      const names = [];
      for (const { name } of await entriesOf(context.path("Tests", "Acceptance"))) {
        if (await exists(context.path("Tests", "Acceptance", name, "api.idl"))) names.push(name);
      }
      const folder = await write(context, names);
      for (const name of names) await tryPackage(context, group, tool.path, folder, name, engine);
      return undefined;
    });
  },
};

/** One package with a product for each interface. */
async function write(context, names) {
  const folder = await context.folder("acceptance");
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  for (const name of names) await cp(context.path("Tests", "Acceptance", name), join(folder, "Sources", name), { recursive: true });
  const targets = names.map(
    (name) => `        .executableTarget(
            name: ${JSON.stringify(name)}, dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            exclude: ["test.mjs"], plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])`,
  );
  await writeFile(
    join(folder, "Package.swift"),
    `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Acceptance",
    products: [${names.map((name) => `.executable(name: ${JSON.stringify(name)}, targets: [${JSON.stringify(name)}])`).join(", ")}],
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(context.root)})],
    targets: [
${targets.join(",\n")}
    ]
)
`,
  );
  return folder;
}

async function tryPackage(context, group, bindgen, folder, name, engine) {
  const sources = join(folder, "Sources", name);
  const modules = join(folder, "node_modules");
  const dist = join(folder, "dist", name);
  await rm(dist, { recursive: true, force: true });
  const args = ["build", "--package-path", folder, "--product", name, "--out", dist, "-c", "release"];
  const built = await context.swift.run(folder, () => run(bindgen, args, { seconds: 3600 }));
  if (built.code !== 0) return group.fail(`${name}: builds`, built.output);
  group.pass(`${name}: builds`);
  await mkdir(modules, { recursive: true });
  const link = join(modules, name.toLowerCase());
  await rm(link, { force: true });
  await symlink(dist, link);
  await cp(join(sources, "test.mjs"), join(folder, `${name}.test.mjs`));
  const { code, stdout, output } = await engine.script(["--test-reporter=tap", `${name}.test.mjs`], { folder, scratch: context.scratch });
  const passed = [...stdout.matchAll(/^ok \d+ - (.*)$/gm)].map(([, test]) => test);
  for (const test of passed) group.pass(`${name}: ${test}`);
  if (code !== 0 || passed.length === 0) group.fail(`${name}: test.mjs`, output);
  return undefined;
}
