/** BindgenPlugin in a package of a user: generates in a plain build, only when it must, and writes only where it may. */
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withoutIndex } from "../Core/context.mjs";
import { contentsOf, filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { difference } from "../Families/difference.mjs";

/** @type {import("./suites.mjs").Suite} */
export const plugin = {
  name: "plugin",
  about: "BindgenPlugin in a package of a user, with the tool that is built already; `soak` has SwiftPM compile one",
  run: (context) =>
    context.report.group("plugin", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const { stdout } = await run(tool.path, ["--version"]);
      return tryPlugin(context, group, { BINDGEN_TOOL: tool.path, BINDGEN_VERSION: stdout.trim().split(" ").at(-1) });
    }),
};

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {Record<string, string>} env of SwiftPM: BINDGEN_TOOL and BINDGEN_VERSION, or nothing, where the tool is compiled as part of the package
 */
export async function tryPlugin(context, group, env) {
  const consumer = await Consumer.make(context, env);
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(consumer);
      group.pass(name);
    } catch (error) {
      group.fail(name, error.message);
    }
  }
}

const idl = "namespace Greeter {\n  DOMString greet(DOMString name);\n};\n";
const implementation = `enum Greeter: GreeterExports {
    static func greet(name: String) -> String { "Hello, \\(name)!" }
}
`;

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Consumer",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .target(
            name: "Consumer",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`;

/** A package that uses the plugin. Its build folder is kept from run to run, its sources are not. */
class Consumer {
  static async make(context, env) {
    // A space and a letter that is not ASCII, as real paths have them.
    const consumer = new Consumer(context, join(context.scratch, "BINDGEN_TOOL" in env ? "plugin" : "plugin-from-source", "Größe 1"), env);
    await rm(join(consumer.folder, "Sources"), { recursive: true, force: true });
    await consumer.write("Package.swift", manifest(context.root));
    await consumer.write("Sources/Consumer/api.idl", idl);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
    return consumer;
  }

  constructor(context, folder, env) {
    this.context = context;
    this.folder = folder;
    this.env = env;
  }

  async write(path, text) {
    const file = join(this.folder, path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, text);
  }

  remove(path) {
    return rm(join(this.folder, path));
  }

  /** A build for the host. @param {boolean} succeeds what is expected of it */
  async build(succeeds = true) {
    const outcome = await this.context.swift.run(this.folder, () => run("swift", ["build", withoutIndex], { cwd: this.folder, env: this.env }));
    if ((outcome.code === 0) !== succeeds) throw new Error(`the build ${succeeds ? "failed" : "succeeded"}\n${outcome.output}`);
    return outcome.output;
  }

  /** The file that the plugin makes. */
  async generated() {
    const isGenerated = (path) => path.endsWith(".bindgen.swift");
    const files = await filesBelow(join(this.folder, ".build", "plugins", "outputs"), isGenerated, new Set());
    if (files.length !== 1) throw new Error(`one generated file was expected, and these are there: ${files.join(", ") || "none"}`);
    return { path: files[0], text: await readFile(files[0], "utf8"), written: (await stat(files[0])).mtimeMs };
  }

  /** Everything but the build folder. */
  sources() {
    return contentsOf(this.folder, new Set([".build"]));
  }
}

/** @type {Record<string, (consumer: Consumer) => Promise<void>>} */
const tests = {
  async "a plain build generates, and writes nothing beside the build folder"(consumer) {
    const before = await consumer.sources();
    await consumer.build();
    const change = difference(before, await consumer.sources());
    if (change !== null) throw new Error(change);
    const { text } = await consumer.generated();
    if (!text.includes("GreeterExports")) throw new Error(`no GreeterExports in\n${text}`);
  },

  async "a build without changes runs nothing"(consumer) {
    // SwiftPM runs the command once more in the first build after a change of the package.
    await consumer.build();
    const { written } = await consumer.generated();
    const output = await consumer.build();
    if (/Compiling (?!plugin)|Generating/.test(output)) throw new Error(output);
    if ((await consumer.generated()).written !== written) throw new Error("the generated file was written again");
  },

  async "a comment in the IDL rewrites nothing"(consumer) {
    const { written } = await consumer.generated();
    await consumer.write("Sources/Consumer/api.idl", `${idl}// A comment at the end moves no line.\n`);
    await consumer.build();
    if ((await consumer.generated()).written !== written) throw new Error("the generated file was written again");
  },

  async "a new member in the IDL is an error in Swift until Swift has it"(consumer) {
    await consumer.write("Sources/Consumer/api.idl", idl.replace("};", "  boolean isPolite(DOMString greeting);\n};"));
    const output = await consumer.build(false);
    if (!/Greeter\.swift:1:\d+: error: .*GreeterExports/.test(output)) throw new Error(output);
    const added = "    static func isPolite(greeting: String) -> Bool { true }\n}\n";
    await consumer.write("Sources/Consumer/Greeter.swift", implementation.replace(/\}\n$/, added));
    await consumer.build();
  },

  async "a wrong IDL is an error at its line"(consumer) {
    await consumer.write("Sources/Consumer/api.idl", idl.replace("DOMString name", "Nmae name"));
    const output = await consumer.build(false);
    if (!/api\.idl:2:\d+: error: /.test(output)) throw new Error(output);
    await consumer.write("Sources/Consumer/api.idl", idl);
    await consumer.build();
  },

  async "a second IDL file is noticed, and so is its end"(consumer) {
    const mood = 'enum Mood { "good", "bad" };\nnamespace Moods { Mood other(Mood mood); };\n';
    await consumer.write("Sources/Consumer/more.idl", mood);
    await consumer.write("Sources/Consumer/Moods.swift", "enum Moods: MoodsExports {\n    static func other(mood: Mood) -> Mood { mood }\n}\n");
    await consumer.build();
    if (!(await consumer.generated()).text.includes("MoodsExports")) throw new Error("the second file was not noticed");
    await consumer.remove("Sources/Consumer/more.idl");
    await consumer.remove("Sources/Consumer/Moods.swift");
    await consumer.build();
    if ((await consumer.generated()).text.includes("MoodsExports")) throw new Error("the end of the second file was not noticed");
  },

  async "swift package bindgen runs the tool that the plugin uses, in the package, and ends with its exit code"(consumer) {
    const words = ["package", withoutIndex, "--allow-writing-to-package-directory", "--allow-network-connections", "local", "bindgen"];
    const command = (...args) => consumer.context.swift.run(consumer.folder, () => run("swift", [...words, ...args], { cwd: consumer.folder, env: consumer.env }));
    const good = await command("check", "Sources/Consumer/api.idl");
    if (good.code !== 0) throw new Error(good.output);
    const version = await command("--version");
    if (!/^bindgen \d/m.test(version.output)) throw new Error(version.output);
    const wrong = await command("check", "nowhere.idl");
    if (wrong.code !== 1 || !wrong.output.includes("nowhere.idl: error: there is no such file")) throw new Error(`exit code ${wrong.code}\n${wrong.output}`);
  },

  async "no resource bundle comes of it"(consumer) {
    const isBundle = (path) => /resource_bundle_accessor|Consumer_Consumer|Consumer\.resources/.test(path);
    const found = await filesBelow(join(consumer.folder, ".build"), isBundle, new Set());
    if (found.length > 0) throw new Error(found.join("\n"));
  },
};
