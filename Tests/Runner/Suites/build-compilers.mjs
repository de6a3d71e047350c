/** Compilers that bindgen does not know: a module of tasks is made with one that stands the test, and with no other. A SwiftPM that crashes. */
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { expect } from "../Core/expect.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

const files = (root) => ({
  "Package.swift": `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Tasks",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .executableTarget(
            name: "Tasks", dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`,
  "Sources/Tasks/api.idl": "namespace Tasks {\n  Promise<long> twice(long value);\n};\n",
  "Sources/Tasks/Tasks.swift": `enum Tasks: TasksExports {
    static func twice(value: Int32) async -> Int32 {
        await Task.yield()
        return value * 2
    }
}
`,
});

/** A folder for PATH in which the toolchain says that it has this version, and Node is what `node` says. */
async function toolchain(folder, version, node) {
  const [swift, swiftc] = [await inPath("swift"), await inPath("swiftc")];
  return folderForPath(folder, {
    swift: `exec '${swift}' "$@"`,
    swiftc: `if [ "$1" = -print-target-info ]; then '${swiftc}' "$@" | sed -E 's/6\\.[0-9]+(\\.[0-9]+)?/${version}/g'; else exec '${swiftc}' "$@"; fi`,
    ...(node === undefined ? {} : { node }),
  });
}

/** A folder for PATH with these scripts. @param {string} folder @param {Record<string, string>} scripts */
async function folderForPath(folder, scripts) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, line] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/bash\n${line}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return { PATH: [folder, process.env.PATH].join(delimiter) };
}

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const compilerTests = {
  async "a compiler that is new is tried once, and makes no module of tasks that goes wrong"(consumer) {
    const folder = join(consumer.folder, "..", "tasks");
    for (const [path, text] of Object.entries(files(consumer.context.root))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await rm(join(folder, ".build", "bindgen", "concurrency", "self-test"), { recursive: true, force: true });
    const build = (env) => consumer.context.swift.run(folder, () => run(consumer.tool, ["build"], { cwd: folder, env }));
    const path = join(folder, "..", "toolchain");
    const right = await toolchain(path, "6.99.1");
    const first = await build(right);
    expect(first.code === 0 && /^Swift version 6\.99\.1 .* is new to bindgen: /m.test(first.output), first.output);
    const second = await build(right);
    expect(second.code === 0 && !/is new to bindgen/.test(second.output), second.output);
    const wrong = await build(await toolchain(path, "6.99.2", "echo group, stream"));
    expect(wrong.code === 1 && /^group, stream$/m.test(wrong.output), wrong.output);
    expect(/^error: this module has `async` code, and a small module of tasks goes wrong when it is built with it: Swift version 6\.99\.2/m.test(wrong.output), wrong.output);
  },
  async "a `swift build` that itself crashes is called once more"(consumer) {
    const swift = await inPath("swift");
    const path = join(consumer.folder, "..", "crashes");
    const build = async (crashes) => {
      const count = join(path, "count");
      const crashing = `if [ "$1" = build ] && [ $(wc -c < '${count}') -lt ${crashes} ]; then echo -n x >> '${count}'; kill -SEGV $$; fi`;
      const env = await folderForPath(path, { swift: `${crashing}\nexec '${swift}' "$@"` });
      await writeFile(count, "");
      const outcome = await consumer.context.swift.run(consumer.folder, () => run(consumer.tool, ["build"], { cwd: consumer.folder, env }));
      return { ...outcome, crashes: (await readFile(count, "utf8")).length };
    };
    const once = await build(1);
    expect(once.code === 0 && once.crashes === 1, once.output);
    expect(/^warning: `swift build` itself crashed \(signal 11\) and was called once more$/m.test(once.output), once.output);
    const twice = await build(2);
    expect(twice.code === 1 && twice.crashes === 2, twice.output);
    expect(/^error: `swift build` itself crashed twice \(signal 11\): a fault of the toolchain/m.test(twice.output), twice.output);
  },
};
