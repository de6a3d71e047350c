/** The first hour of a user, played on a bare checkout: from nothing to a package that TypeScript uses. It tells what each step took. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { ended, run, end, start } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { until } from "../Dev/work.mjs";

/** @type {import("./suites.mjs").Suite} */
export const hour = {
  name: "hour",
  about: "a user's first hour on a bare checkout: install, new, run, test, build, dev, pack, TypeScript; what each step takes; no part of a plain run",
  isPart: true,
  isAlone: true,
  run: (context) =>
    context.report.group("hour", async (group) => {
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const user = await User.make(context);
      for (const [name, step] of Object.entries(steps)) {
        try {
          const missingTools = await step(user);
          if (missingTools === undefined) group.pass(name);
          else group.skip(name, missingTools);
        } catch (error) {
          // What follows would fail for want of this.
          group.fail(name, error.message);
          break;
        }
      }
      for (const line of user.table()) context.report.print(line);
      return undefined;
    }),
};

/** The first `bindgen run` of a package may take so many times the processor's time of an empty package's `swift build`. */
const mostRatio = 15;

/** Somebody with a home of its own, a checkout, and nothing else. */
class User {
  /** @type {{ name: string, wall: number, processor: number }[]} */
  times = [];

  static async make(context) {
    const place = await context.folder("hour");
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
    const user = new User(place);
    const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: context.root });
    for (const path of stdout.split("\0").filter((name) => name !== "")) {
      await mkdir(dirname(join(user.checkout, path)), { recursive: true });
      await cp(join(context.root, path), join(user.checkout, path), { verbatimSymlinks: true }).catch(() => {});
    }
    await mkdir(user.home, { recursive: true });
    return user;
  }

  constructor(place) {
    this.place = place;
    this.checkout = join(place, "swift-bindgen");
    this.home = join(place, "home");
    this.words = join(place, "Words");
    this.env = { CFFIXED_USER_HOME: this.home, PATH: `${join(this.home, ".local", "bin")}:${process.env.PATH}` };
    delete process.env.BINDGEN_TOOL;
  }

  /** Runs a command, notes what it took, and gives its standard output. @param {string} name of the step */
  async time(name, command, args, { cwd = this.words, code = 0 } = {}) {
    const script = 'TIMEFORMAT="@time %R %U %S"; time "$@"';
    const outcome = await run("bash", ["-c", script, "bash", command, ...args], { cwd, env: { ...this.env, LC_ALL: "C" } });
    const [, wall, inUser, inSystem] = /@time (\S+) (\S+) (\S+)\n$/.exec(outcome.stderr) ?? [];
    if (outcome.code !== code) throw new Error(`exit code ${outcome.code} instead of ${code}\n${outcome.output}`);
    this.times.push({ name, wall: Number(wall), processor: Number(inUser) + Number(inSystem) });
    return outcome;
  }

  processor(name) {
    return this.times.find((step) => step.name === name).processor;
  }

  table() {
    const own = this.times.find(({ name }) => name === emptyPackage)?.processor;
    const cells = (name, wall, processor, ratio) => `  ${name.padEnd(58)}${wall.padStart(9)}${processor.padStart(12)}${ratio.padStart(8)}`;
    const rows = this.times.map(({ name, wall, processor }) =>
      cells(name, `${wall.toFixed(1)} s`, Number.isNaN(processor) ? "" : `${processor.toFixed(1)} s`, own > 0 && !Number.isNaN(processor) ? (processor / own).toFixed(1) : ""));
    return [cells("step", "wall", "processor", "ratio"), ...rows];
  }
}

const emptyPackage = "swift build of an empty package";
const firstRun = "bindgen run: the first of a package";

const failUnless = (condition, text) => {
  if (!condition) throw new Error(text);
};

/** The targets of the tool; their names in what SwiftPM says of a compile. */
const toolPart = /Compiling (Bindgen(?:IDL|Model|ABI|Emit|Diff|Driver|Serve|WIT|Wasm)|CarriedFiles|bindgen) /;

/** In this order, each on what those before have left; a step gives what is missing for it. @type {Record<string, (user: User) => Promise<string | void>>} */
const steps = {
  async "an empty package is built, for comparison"(user) {
    const folder = join(user.place, "Empty");
    await mkdir(folder);
    await run("swift", ["package", "init", "--type", "executable", "--name", "Empty"], { cwd: folder });
    await user.time(emptyPackage, "swift", ["build"], { cwd: folder });
  },

  async "from a fresh clone to the first greeting is one command"(user) {
    const { stdout } = await user.time("fresh clone: swift run bindgen run Examples/Greeter", "swift", ["run", "--disable-index-store", "bindgen", "run", "Examples/Greeter"], { cwd: user.checkout });
    failUnless(stdout.startsWith("Hello, "), stdout);
  },

  async "install"(user) {
    const { stdout } = await user.time("swift run bindgen install", "swift", ["run", "--disable-index-store", "bindgen", "install"], { cwd: user.checkout });
    failUnless(stdout.includes(`is in ${user.home}/.swift-bindgen/`), stdout);
  },

  async "new and run: the greeting, and no part of the tool is compiled"(user) {
    for (const [name, folder] of [["Words", user.words], ["More", join(user.place, "More")]]) {
      await user.time(`bindgen new ${name}`, "bindgen", ["new", name], { cwd: user.place });
      const { stdout } = await user.time(name === "Words" ? firstRun : "bindgen run: the first of a second package", "bindgen", ["run"], { cwd: folder });
      failUnless(stdout.startsWith("Hello, world!\n"), stdout);
      const tool = await filesBelow(join(folder, ".build"), (path) => /Bindgen(?:IDL|Driver)/.test(path), new Set());
      failUnless(tool.length === 0, tool.join("\n"));
    }
    const ratio = user.processor(firstRun) / user.processor(emptyPackage);
    failUnless(ratio < mostRatio, `the first run took ${ratio.toFixed(1)} times the build of an empty package`);
  },

  async "again, without a change and with one in Swift"(user) {
    await user.time("bindgen run: nothing has changed", "bindgen", ["run"]);
    const file = join(user.words, "Sources", "Words", "Greeter.swift");
    await writeFile(file, (await readFile(file, "utf8")).replace("Hello, ", "Good day, "));
    const { stdout } = await user.time("bindgen run: a line of Swift has changed", "bindgen", ["run"]);
    failUnless(stdout.startsWith("Good day, world!\n"), stdout);
    await writeFile(file, (await readFile(file, "utf8")).replace("Good day, ", "Hello, "));
  },

  async "test"(user) {
    const { stdout } = await user.time("bindgen test", "bindgen", ["test"]);
    failUnless(/^Node +✔ passed$/m.test(stdout), stdout);
  },

  async "dev: an error in the IDL and one in Swift, and their mending"(user) {
    const child = start("bindgen", ["dev", "--port", "0"], { cwd: user.words, env: { ...process.env, ...user.env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    const says = async (name, pattern) => {
      const began = Date.now();
      await until(() => pattern.test(output) || (child.exitCode !== null && "ended"), () => `dev did not say ${pattern}:\n${output}`);
      failUnless(pattern.test(output), output);
      user.times.push({ name, wall: (Date.now() - began) / 1000, processor: NaN });
      output = "";
    };
    const edit = async (path, from, to) => {
      const file = join(user.words, "Sources", "Words", path);
      await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
    };
    try {
      await says("bindgen dev: the first build", /built in /);
      await edit("api.idl", "DOMString greet(", "String greet(");
      await says("bindgen dev: from the wrong IDL to its error", /api\.idl:\d+:\d+: error: .*[^]*not built/);
      await edit("api.idl", "String greet(", "DOMString greet(");
      await says("bindgen dev: from the mended IDL to the build", /built in /);
      await edit("Greeter.swift", "name: String", "name: Int");
      await says("bindgen dev: from the wrong Swift to its error", /Greeter\.swift:\d+:\d+: error: .*[^]*not built/);
      await edit("Greeter.swift", "name: Int", "name: String");
      await says("bindgen dev: from the mended Swift to the build", /built in /);
    } finally {
      end(child, "SIGINT");
      await ended(child);
    }
  },

  async "build"(user) {
    const { stdout } = await user.time("bindgen build: what run has compiled", "bindgen", ["build"]);
    failUnless(stdout.startsWith(`Words is in ${user.words}/dist`), stdout);
  },

  async "pack, install, and use from TypeScript"(user) {
    const [npm, tsc] = [await inPath("npm"), await inPath("tsc")];
    if (npm === null || tsc === null) return "npm or tsc is not installed";
    const project = join(user.place, "consumer");
    await mkdir(project);
    await writeFile(join(project, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }');
    await writeFile(join(project, "main.ts"), 'import { Greeter, init } from "words";\nawait init();\nconst text: string = Greeter.greet("TypeScript");\nconsole.log(text);\n');
    const quiet = ["--offline", "--no-audit", "--no-fund", "--cache", join(user.place, "npm")];
    await user.time("npm pack", npm, ["pack", join(user.words, "dist"), ...quiet], { cwd: project });
    await user.time("npm install", npm, ["install", "./words-0.0.0.tgz", ...quiet], { cwd: project });
    const options = ["--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
    await user.time("tsc", tsc, [...options, "main.ts"], { cwd: project });
    const { stdout } = await user.time("node main.js", process.execPath, ["main.js"], { cwd: project });
    failUnless(stdout === "Hello, TypeScript!\n", stdout);
    return undefined;
  },

  async "a plain swift build compiles no part of the tool either"(user) {
    const { output } = await user.time("swift build in the package, for editors", "swift", ["build"]);
    failUnless(!toolPart.test(output) && /Compiling Words /.test(output), output);
    failUnless(!/warning:/.test(output), output);
  },

  async "without an installation: how often a package compiles the tool is told"(user) {
    await run("swift", ["run", "bindgen", "new", "Plain", "--path", join(user.place, "Plain")], { cwd: user.checkout, env: user.env });
    const folder = join(user.place, "Plain");
    const counted = async (name, args) => {
      await rm(join(folder, ".build"), { recursive: true, force: true });
      const { output } = await user.time(name, "swift", args, { cwd: folder });
      failUnless(output.includes("Hello, world!"), output);
      // The compiler's module files: those for plug-ins stand in folders of their own.
      const made = await filesBelow(join(folder, ".build"), (path) => path.endsWith("/Parser.swift.o"), new Set());
      user.times.at(-1).name += `: the tool ${made.length} times`;
    };
    await counted("swift run bindgen run", ["run", "bindgen", "run"]);
    await counted("swift package bindgen run", ["package", "--disable-sandbox", "--allow-writing-to-package-directory", "--allow-network-connections", "local", "bindgen", "run"]);
  },
};
