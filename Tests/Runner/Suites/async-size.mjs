/** What the first asynchronous member adds to a module that has no other. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** Bytes more than the same module with a plain member. */
const most = { wasm: 6_000, glue: 2_300 };
const member = { Plain: "double add(double a, double b);", Later: "Promise<double> add(double a, double b);" };
const implementation = (name) => `enum ${name}: ${name}Exports {
    static func add(a: Double, b: Double) ${name === "Later" ? "async " : ""}-> Double { ${name === "Later" ? "await twice(a) + b" : "a + b"} }
}
${name === "Later" ? "@inline(never) private func twice(_ a: Double) async -> Double { await Task.yield(); return a * 2 }\n" : ""}`;

/** Measures, and gives lines for the table. */
export async function measureAsync(context, group, tool) {
  const folder = join(await context.folder("sizes"), "Async");
  for (const name of Object.keys(member)) {
    await mkdir(join(folder, "Sources", name), { recursive: true });
    await writeFile(join(folder, "Sources", name, "api.idl"), `namespace ${name} { ${member[name]} };\n`);
    await writeFile(join(folder, "Sources", name, "Program.swift"), implementation(name));
  }
  await writeFile(join(folder, "Package.swift"), manifest(context.root));
  const sizes = {};
  for (const name of Object.keys(member)) {
    const args = ["build", "--product", name, "--out", `dist/${name}`, "-c", "release", "--optimize", "size"];
    const built = await context.swift.run(folder, () => run(tool, args, { cwd: folder }));
    if (built.code !== 0) {
      group.fail("the first asynchronous member: builds", built.output);
      return [];
    }
    const read = (file) => readFile(join(folder, "dist", name, file));
    sizes[name] = { wasm: (await read(`${name.toLowerCase()}.wasm`)).length, glue: gzipSync(await read(`${name.toLowerCase()}.glue.js`)).length };
  }
  const told = [];
  const check = (what, unit) => {
    const size = sizes.Later[unit] - sizes.Plain[unit];
    told.push(`The first asynchronous member: ${size} B of ${what} (at most ${most[unit]})`);
    if (size <= most[unit]) group.pass(`the first asynchronous member: ${what}`);
    else group.fail(`the first asynchronous member: ${what}`, `${size} B; at most ${most[unit]}`);
  };
  if ((await inPath("wasm-opt")) === null) group.skip("the first asynchronous member: wasm", "wasm-opt (binaryen) is not installed");
  else check("wasm", "wasm");
  check("glue, gzip", "glue");
  return told;
}

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Async",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: ["Plain", "Later"].map {
        .executableTarget(
            name: $0, dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    }
)
`;
