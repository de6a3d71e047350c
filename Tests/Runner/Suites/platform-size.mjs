/** What one used member costs of an IDL like the web platform's, where thousands are declared. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** Bytes; the glue as it is written, not minified. */
const most = { wasm: 300, glue: 7_000 };
const interfaces = 22;

/** Measures, and gives lines for the table. */
export async function measurePlatform(context, group, tool) {
  const folder = join(await context.folder("sizes"), "Platform");
  await mkdir(join(folder, "Sources/Platform"), { recursive: true });
  await writeFile(join(folder, "Package.swift"), manifest(context.root));
  await writeFile(join(folder, "Sources/Platform/platform.idl"), platform());
  await writeFile(join(folder, "Sources/Platform/Program.swift"), program);
  const built = await context.swift.run(folder, () => run(tool, ["build"], { cwd: folder }));
  if (built.code !== 0) {
    group.fail("one member of thousands: builds", built.output);
    return [];
  }
  const read = (name) => readFile(join(folder, "dist", name));
  const [wasm, glue, types, readme] = await Promise.all(["platform.wasm", "platform.glue.js", "platform.d.ts", "README.md"].map(read));
  const told = [];
  const check = (what, size, limit) => {
    told.push(`One member of ${interfaces * 111}: ${what} ${size} B (at most ${limit})`);
    if (size <= limit) group.pass(`one member of thousands: ${what}`);
    else group.fail(`one member of thousands: ${what}`, `${size} B; at most ${limit}`);
  };
  if ((await inPath("wasm-opt")) === null) group.skip("one member of thousands: wasm", "wasm-opt (binaryen) is not installed");
  else check("wasm", wasm.length, most.wasm);
  check("glue", glue.length, most.glue);
  const named = /\b(Element(?!0\b)\d+|Options\d+|Mode\d+|Changed\d+|width\d)\b/.exec(`${types}${readme}`);
  if (named === null) group.pass("one member of thousands: nothing is declared that only Swift needs");
  else group.fail("one member of thousands: nothing is declared that only Swift needs", `the declarations or the README name ${named[0]}`);
  return told;
}

const program = `enum Program: ProgramExports {
    static func width(element: Element0) -> Double { element.width3 }
}
`;

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Platform",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .executableTarget(
            name: "Platform",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`;

/** Interfaces as the DOM has them: values of many types, dictionaries, enums, sequences, callbacks and one another. */
function platform() {
  const lines = [];
  for (let n = 0; n < interfaces; n += 1) {
    const other = (n * 7 + 3) % interfaces;
    lines.push(
      `enum Mode${n} { "auto", "smooth", "instant-${n}" };`,
      `dictionary Options${n} { required DOMString name; double ratio = 1; sequence<DOMString> tags; Mode${n} mode = "auto"; Element${n} target; };`,
      `callback Changed${n} = undefined (DOMString text, double time, Options${n} options, sequence<Element${n}> elements);`,
      `[Import] interface Element${n} {`,
      `  constructor(DOMString name);`,
    );
    for (let m = 0; m < 10; m += 1) {
      lines.push(
        `  attribute DOMString text${m};`,
        `  readonly attribute double width${m};`,
        `  attribute Mode${(n + m) % interfaces} mode${m};`,
        `  Element${other}? child${m}(unsigned long index);`,
        `  [Throws] undefined insert${m}(Element${other} child, DOMString where);`,
        `  undefined configure${m}(optional Options${(n + m) % interfaces} options);`,
        `  undefined watch${m}(Changed${(n + m) % interfaces} callback);`,
        `  sequence<DOMString> names${m}(DOMString filter);`,
        `  Float32Array data${m}(Float32Array input);`,
        `  const unsigned short KIND${m} = ${m};`,
        `  static boolean supports${m}(DOMString name);`,
      );
    }
    lines.push("};");
  }
  lines.push("namespace Program { double width(Element0 element); };", "");
  return lines.join("\n");
}
