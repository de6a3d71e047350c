/** `bindgen build` in a package of a user: what it writes, what it says, and what it leaves alone. */
import { once } from "node:events";
import { mkdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { contentsOf, filesBelow } from "../Core/files.mjs";
import { patience } from "../Core/patience.mjs";
import { end, ended, run, start } from "../Core/processes.mjs";
import { difference } from "../Families/difference.mjs";
import { compilerTests } from "./build-compilers.mjs";
import { cxxTests } from "./build-cxx.mjs";
import { featureTests } from "./build-features.mjs";
import { fileTests } from "./build-files.mjs";
import { leakTests } from "./build-leaks.mjs";
import { libraryTests } from "./build-libraries.mjs";
import { sizeTests } from "./build-sizes.mjs";
import { trapTests } from "./build-traps.mjs";
import { variantTests } from "./build-variants.mjs";

/** @type {import("./suites.mjs").Suite} */
export const build = {
  name: "build",
  about: "bindgen build in a package of a user, for wasm",
  run: (context) =>
    context.report.group("build", async (group) => {
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const built = await context.bindgen();
      if ("failure" in built) return group.fail("bindgen builds", built.failure);
      const consumer = await Consumer.make(context, built.path);
      for (const [name, test] of Object.entries(tests)) {
        try {
          await test(consumer);
          group.pass(name);
        } catch (error) {
          group.fail(name, error.message);
        }
      }
      return undefined;
    }),
};

const idl = "namespace Greeter {\n  DOMString greet(DOMString name);\n};\n";
const implementation = `enum Greeter: GreeterExports {
    static func greet(name: String) -> String { "Hello, \\(name)!" }
}
#if !arch(wasm32)
@main enum Host { static func main() {} }
#endif
`;

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Consumer",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .executableTarget(
            name: "Consumer",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`;

/** A package for wasm. Its build folder is kept from run to run, everything else is not. */
class Consumer {
  static async make(context, tool) {
    const consumer = new Consumer(context, tool, join(context.scratch, "build", "Größe 1; it's $HOME"));
    for (const name of ["Sources", "dist", "bindgen.json", "LICENSE", "web", "fonts"]) await rm(join(consumer.folder, name), { recursive: true, force: true });
    await consumer.write("Package.swift", manifest(context.root));
    await consumer.write("Sources/Consumer/api.idl", idl);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
    return consumer;
  }

  constructor(context, tool, folder) {
    this.context = context;
    this.tool = tool;
    this.folder = folder;
  }

  async write(path, text) {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** @param {number} code the exit code that is expected @param {string[]} args */
  async build(code = 0, args = []) {
    const outcome = await this.context.swift.run(this.folder, () => run(this.tool, ["build", ...args], { cwd: this.folder }));
    if (outcome.code !== code) throw new Error(`exit code ${outcome.code} instead of ${code}\n${outcome.output}`);
    return outcome.output;
  }

  contents() {
    return contentsOf(this.folder, new Set([".build"]));
  }
}

/** What two builds write that differ, built once. @param {Consumer} consumer */
async function twoStates(consumer) {
  if (consumer.states !== undefined) return consumer.states;
  const states = [];
  for (const configuration of ["debug", "release"]) {
    await consumer.build(0, ["-c", configuration]);
    states.push(await contentsOf(join(consumer.folder, "dist")));
  }
  if (difference(...states) === null) throw new Error("debug and release write the same");
  consumer.states = states;
  return states;
}

/** Requires dist to be in one of these states. @param {Consumer} consumer */
async function isOneOf(consumer, states) {
  const found = await contentsOf(join(consumer.folder, "dist"));
  const changes = states.map((state) => difference(state, found));
  if (changes.every((change) => change !== null)) throw new Error(`dist is mixed:\n${changes.join("\n")}`);
}

/** @type {Record<string, (consumer: Consumer) => Promise<void>>} */
const tests = {
  async "a build writes dist and nothing else, and is quiet in a pipe"(consumer) {
    const before = await consumer.contents();
    const output = await consumer.build();
    const after = await consumer.contents();
    const written = [...after.keys()].filter((path) => path.startsWith("dist/"));
    for (const path of written) after.delete(path);
    const change = difference(before, after);
    if (change !== null) throw new Error(change);
    for (const name of ["consumer.wasm", "consumer.js", "consumer.d.ts", "package.json"]) {
      if (!written.includes(`dist/${name}`)) throw new Error(`${name} was not written: ${written.join(", ")}`);
      if (!new RegExp(`^ +${name.replaceAll(".", "\\.")} +[\\d,]+ B`, "m").test(output)) throw new Error(`no size of ${name}\n${output}`);
    }
    if (/Compiling|Building|warning:/.test(output)) throw new Error(output);
  },

  async "a package that is named by a link is the same package"(consumer) {
    const link = join(dirname(consumer.folder), "link");
    await rm(link, { force: true });
    await symlink(consumer.folder, link);
    for (const [index, folder] of [link, consumer.folder, link].entries()) {
      await consumer.write("Sources/Consumer/More.swift", `let more = ${index}\n`);
      await consumer.build(0, ["--package-path", folder, "-c", "debug"]);
    }
    await rm(join(consumer.folder, "Sources/Consumer/More.swift"));
    await rm(link);
    await consumer.build();
  },

  async "IDL files are .idl and .webidl, in any folder, with scripts of their own"(consumer) {
    const named = (name) => `export const ${name} = { name: () => "${name}" };\n`;
    for (const name of ["hostA", "host-b"]) {
      const identifier = name.replace("-", "");
      await consumer.write(`Sources/Consumer/${name}/more.${name === "hostA" ? "webidl" : "idl"}`, `[Import="./util.mjs"] namespace ${identifier} { DOMString name(); };\n`);
      await consumer.write(`Sources/Consumer/${name}/util.mjs`, `export * as ${identifier} from "./deep/${identifier}.mjs";\n`);
      await consumer.write(`Sources/Consumer/${name}/deep/${identifier}.mjs`, named(identifier).replace(/^.*name: (.*) };$/m, "export const name = $1;"));
    }
    await consumer.write("Sources/Consumer/Greeter.swift", implementation.replace('"Hello, \\(name)!"', '"\\(name) \\(hostA.name()) \\(hostb.name())"'));
    await consumer.build();
    const script = `import { init, Greeter } from ${JSON.stringify(pathToFileURL(join(consumer.folder, "dist", "consumer.node.js")).href)}; await init(); console.log(Greeter.greet("Ada"));`;
    const { stdout, output } = await run(process.execPath, ["--input-type=module", "-e", script], { seconds: 60 });
    if (stdout !== "Ada hostA hostb\n") throw new Error(output);
    for (const name of ["hostA", "host-b"]) await rm(join(consumer.folder, "Sources/Consumer", name), { recursive: true });
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
    await rm(join(consumer.folder, "dist"), { recursive: true });
    await consumer.build();
  },

  async "the second build touches no file"(consumer) {
    const time = async () => (await stat(join(consumer.folder, "dist", "consumer.wasm"))).mtimeMs;
    const before = await time();
    const output = await consumer.build();
    if ((await time()) !== before || output !== `Consumer is in ${join(consumer.folder, "dist")}, unchanged\n`) throw new Error(output);
  },

  async "a change of the options is one of the module, as often as it comes"(consumer) {
    for (const inspects of [false, true, false, true, false]) {
      await consumer.build(0, inspects ? ["--inspect=usage"] : []);
      const module = new WebAssembly.Module(await readFile(join(consumer.folder, "dist", "consumer.wasm")));
      const isThere = WebAssembly.Module.exports(module).some(({ name }) => name === "bindgen_heap_bytes");
      if (isThere !== inspects) throw new Error(`with${inspects ? "" : "out"} --inspect, the export is ${isThere ? "" : "not "}there`);
    }
  },

  async "only what changed is told with its size, everything with --verbose, and nothing with --quiet"(consumer) {
    await consumer.write("bindgen.json", '{ "version": "2.0.0" }');
    const changed = await consumer.build();
    await rm(join(consumer.folder, "bindgen.json"));
    if (!/^ {2}package\.json +[\d,]+ B.*\n {2}and \d+ unchanged$/m.test(changed) || changed.includes("consumer.wasm")) throw new Error(changed);
    const quiet = await consumer.build(0, ["--quiet"]);
    if (quiet !== "") throw new Error(quiet);
    const verbose = await consumer.build(0, ["--verbose"]);
    if (!/^ {2}consumer\.wasm +[\d,]+ B.* unchanged$/m.test(verbose)) throw new Error(verbose);
    // The commands are the exact ones: a shell takes them.
    const command = /^\$ (BINDGEN_TOOL=.* build .*--product Consumer .*)$/m.exec(verbose);
    const again = await run("sh", ["-c", command?.[1] ?? "exit 9"]);
    if (again.code !== 0 || !/Build of product 'Consumer' complete/.test(again.output)) throw new Error(`${again.output}\n${verbose}`);
    const both = await consumer.build(2, ["--quiet", "--verbose"]);
    if (!both.includes("`--quiet` and `--verbose` exclude each other")) throw new Error(both);
  },

  async "the compiler's warnings are told where they are about the user's Swift, and there are none about ours"(consumer) {
    await consumer.write("Sources/Consumer/More.swift", "func more() {\n    let number = 1\n}\n");
    await rm(join(consumer.folder, ".build", "bindgen", "wasm32-unknown-none-wasm", "debug", "BindgenRuntime.build"), { recursive: true, force: true });
    const output = await consumer.build(0, ["-c", "debug", "--verbose"]);
    await rm(join(consumer.folder, "Sources/Consumer/More.swift"));
    const warnings = [...new Set([...output.matchAll(/^(.*?):\d+:\d+: warning: /gm)].map(([, path]) => path))];
    if (warnings.join() !== join(consumer.folder, "Sources/Consumer/More.swift")) throw new Error(output);
    if (!/Compiling BindgenRuntime|Emitting module BindgenRuntime/.test(output)) throw new Error(`the runtime was not compiled\n${output}`);
  },

  async "a wrong IDL is an error before anything compiles, and dist stays"(consumer) {
    const before = await consumer.contents();
    await consumer.write("Sources/Consumer/api.idl", idl.replace("DOMString name", "Nmae name"));
    const output = await consumer.build(1);
    if (!/^Sources\/Consumer\/api\.idl:2:\d+: error: .*Nmae/m.test(output)) throw new Error(output);
    await consumer.write("Sources/Consumer/api.idl", idl);
    const change = difference(before, await consumer.contents());
    if (change !== null) throw new Error(change);
  },

  async "a wrong bindgen.json is an error with its place before anything else"(consumer) {
    await consumer.write("bindgen.json", '{\n  "verison": "1.2.3"\n}\n');
    const output = await consumer.build(1);
    if (!output.startsWith("bindgen.json:2:3: error: bindgen.json has no key `verison`; did you mean `version`?")) throw new Error(output);
  },

  async "package.json has what bindgen.json says, and the license file comes along"(consumer) {
    const stated = { name: "@acme/consumer", version: "1.2.3", description: "Says \"hello\".", keywords: ["hello"], dependencies: { zod: "^4.0.0" } };
    const license = await readFile(consumer.context.path("LICENSE"), "utf8");
    await consumer.write("bindgen.json", JSON.stringify(stated));
    await consumer.write("LICENSE", license);
    await consumer.build();
    for (const name of ["bindgen.json", "LICENSE"]) await rm(join(consumer.folder, name));
    const written = JSON.parse(await readFile(join(consumer.folder, "dist", "package.json"), "utf8"));
    for (const [key, value] of Object.entries({ ...stated, license: "MIT" })) {
      if (JSON.stringify(written[key]) !== JSON.stringify(value)) throw new Error(`${key} is ${JSON.stringify(written[key])}`);
    }
    if ((await readFile(join(consumer.folder, "dist", "LICENSE"), "utf8")) !== license) throw new Error("another LICENSE");
  },

  async "the user's README goes into the package, and the generated one beside it"(consumer) {
    await consumer.write("bindgen.json", '{ "readme": "npm.md" }');
    const output = await consumer.build(1);
    if (!output.includes("bindgen.json: `readme` names npm.md, which cannot be read")) throw new Error(output);
    await consumer.write("npm.md", "# Ours\n");
    await consumer.build();
    for (const name of ["bindgen.json", "npm.md"]) await rm(join(consumer.folder, name));
    const [readme, api] = await Promise.all(["README.md", "API.md"].map((name) => readFile(join(consumer.folder, "dist", name), "utf8")));
    if (readme !== "# Ours\n" || !api.includes("`Greeter.greet(name: string): string`")) throw new Error(`${readme}\n${api}`);
  },

  ...sizeTests,
  ...featureTests,
  ...variantTests,
  ...cxxTests,
  ...compilerTests,
  ...fileTests,
  ...leakTests,
  ...libraryTests,

  async "a Swift type that does not fit is an error at its line"(consumer) {
    await consumer.write("Sources/Consumer/Greeter.swift", implementation.replace("name: String", "name: Int"));
    const output = await consumer.build(1);
    if (!/Greeter\.swift:1:\d+: error: .*GreeterExports/.test(output)) throw new Error(output);
  },

  async "an imported class without a constructor has none of its parent either"(consumer) {
    await consumer.write("Sources/Consumer/more.idl", "[Import] interface Storage { readonly attribute unsigned long length; };\n");
    await consumer.write("Sources/Consumer/Greeter.swift", `let made = Storage()\n${implementation}`);
    const output = await consumer.build(1);
    if (!/Greeter\.swift:1:\d+: error: missing argument/.test(output)) throw new Error(output);
    await rm(join(consumer.folder, "Sources/Consumer/more.idl"));
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
  },

  async "a C function that nobody has is an error of the linker"(consumer) {
    const missing = '@_extern(c, "nowhere") func nowhere() -> Int32\n';
    await consumer.write("Sources/Consumer/Greeter.swift", missing + implementation.replace("(name)", "(name) \\(nowhere())"));
    const output = await consumer.build(1);
    if (!/undefined symbol: nowhere/.test(output)) throw new Error(output);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
  },

  async "an import that nobody answers is an error"(consumer) {
    const foreign = '@_extern(wasm, module: "env", name: "nowhere") @_extern(c) func nowhere() -> Int32\n';
    await consumer.write("Sources/Consumer/Greeter.swift", foreign + implementation.replace("(name)", "(name) \\(nowhere())"));
    const output = await consumer.build(1);
    if (!/^error: the compiled module imports `nowhere` from `env`, which nobody provides; .*\[Import\]/m.test(output)) throw new Error(output);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
  },

  async "bindgen is not compiled for the build, and no resource bundle comes of it"(consumer) {
    await consumer.build();
    const strange = (path) => /BindgenDriver|resource_bundle_accessor|Consumer_Consumer|Consumer\.resources/.test(path);
    const found = await filesBelow(join(consumer.folder, ".build", "bindgen"), (path) => /\.(o|swift|resources)$/.test(path) && strange(path), new Set());
    if (found.length > 0) throw new Error(found.join("\n"));
  },

  async "run gives the script its arguments and its standard input, and takes its exit code"(consumer) {
    await consumer.write("main.mjs", `
      for await (const line of process.stdin) console.log("read " + line);
      console.log("given " + process.argv.slice(2));
      process.exitCode = 7;
    `);
    const args = ["run", consumer.folder, "--", "one", "-c"];
    const { code, stdout } = await consumer.context.swift.run(consumer.folder, () => run(consumer.tool, args, { stdin: "word" }));
    await rm(join(consumer.folder, "main.mjs"));
    if (code !== 7 || stdout !== "read word\ngiven one,-c\n") throw new Error(`exit code ${code}\n${stdout}`);
  },

  async "a module with hundreds of members: each calls its own export, by an object with at most a hundred"(consumer) {
    const numbers = [...Array(220).keys()];
    await consumer.write("Sources/Consumer/api.idl", `namespace Many {\n${numbers.map((n) => `  long plus${n}(long x);`).join("\n")}\n};\n`);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation.replace(/enum Greeter[^]*?\n}\n/, () =>
      `enum Many: ManyExports {\n${numbers.map((n) => `    static func plus${n}(x: Int32) -> Int32 { x + ${n} }`).join("\n")}\n}\n`));
    await consumer.write("main.mjs", `
      import { init, Many } from "./dist/consumer.node.js";
      await init();
      console.log(Array.from({ length: 220 }, (_, n) => Many["plus" + n](1000) - 1000).join());
    `);
    const { stdout, output } = await consumer.context.swift.run(consumer.folder, () => run(consumer.tool, ["run", consumer.folder]));
    await rm(join(consumer.folder, "main.mjs"));
    if (stdout !== `${numbers.join()}\n`) throw new Error(output);
    const glue = await readFile(join(consumer.folder, "dist", "consumer.glue.js"), "utf8");
    const holders = [...glue.matchAll(/: (\$wasm\d*)\./g)].map(([, name]) => name);
    for (const name of new Set(holders)) {
      const count = holders.filter((other) => other === name).length;
      if (count > 110) throw new Error(`${name} has ${count} fields`);
    }
    await consumer.write("Sources/Consumer/api.idl", idl);
    await consumer.write("Sources/Consumer/Greeter.swift", implementation);
  },

  async "two builds at once: each waits for its turn, and dist is that of one of them"(consumer) {
    const states = await twoStates(consumer);
    await consumer.context.swift.run(consumer.folder, async () => {
      // Somebody who holds the lock until both have met it: otherwise one could end before the other begins.
      const holder = start("flock", [join(consumer.folder, ".build", "bindgen.lock"), "sh", "-c", "echo held; exec sleep 1800"]);
      await once(holder.stdout, "data");
      const builds = ["debug", "release"].map((configuration) => start(consumer.tool, ["build", "-c", configuration], { cwd: consumer.folder }));
      const waits = (child) => new Promise((resolve) => child.stderr.once("data", (data) => resolve(String(data))).once("close", () => resolve("it has ended")));
      const told = await Promise.all(builds.map(waits));
      for (const child of builds) child.stdout.resume();
      end(holder);
      await Promise.all(builds.map(ended));
      const wrong = told.find((text) => !/^waiting for another build of this package( \(process \d+\))?\n$/.test(text));
      if (wrong !== undefined) throw new Error(`one has not waited: ${wrong}`);
      if (builds.some(({ exitCode }) => exitCode !== 0)) throw new Error(`they end with ${builds.map(({ exitCode }) => exitCode).join()}`);
    });
    await isOneOf(consumer, states);
  },

  async "ended at any moment, dist is what it was or what it was to be"(consumer) {
    const states = await twoStates(consumer);
    for (const [index, delay] of [50, 200, 500, 900, 1400, 2000].entries()) {
      await consumer.context.swift.run(consumer.folder, async () => {
        const child = start(consumer.tool, ["build", "-c", index % 2 === 0 ? "debug" : "release"], { cwd: consumer.folder });
        await sleep(delay);
        child.kill(index % 2 === 0 ? "SIGINT" : "SIGTERM");
        await ended(child);
      });
      await isOneOf(consumer, states);
    }
    await consumer.build();
  },

  async "what ends the tool ends the compile"(consumer) {
    await consumer.write("Sources/Consumer/More.swift", `let time = ${Date.now()}\n`);
    const compiles = async () => (await run("ps", ["-eo", "args"])).stdout.split("\n").some((line) => /swift-build/.test(line) && line.includes(consumer.folder));
    const until = async (isWanted) => {
      for (const end = Date.now() + patience * 1000; (await compiles()) !== isWanted; await sleep(50)) {
        if (Date.now() > end) throw new Error(isWanted ? "swift-build did not start" : "swift-build went on");
      }
    };
    await consumer.context.swift.run(consumer.folder, async () => {
      const child = start(consumer.tool, ["build"], { cwd: consumer.folder });
      await until(true);
      child.kill("SIGTERM");
      await ended(child);
      await until(false);
    });
    await rm(join(consumer.folder, "Sources/Consumer/More.swift"));
  },

  ...trapTests,
};
