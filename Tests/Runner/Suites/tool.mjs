/** The tool itself, from outside: wrong input, wrong command lines, hostile IDL, and what it writes. */
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { hostile } from "../../Tool/hostile.mjs";
import { help, skipped, wrongInput, wrongModules, wrongUsage } from "../../Tool/wrong-input.mjs";
import { levels } from "../../Tool/levels.mjs";
import { scripts } from "../../Tool/scripts.mjs";
import { contentsOf, filesBelow } from "../Core/files.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { difference } from "../Families/difference.mjs";

/** @type {import("./suites.mjs").Suite} */
export const tool = {
  name: "tool",
  about: "bindgen from outside: wrong input, wrong command lines, hostile IDL, what it writes",
  run: (context) =>
    context.report.group("tool", async (group) => {
      const built = await context.bindgen();
      if ("failure" in built) return group.fail("bindgen builds", built.failure);
      const tests = new ToolTests(context, group, built.path);
      for (const [name, { files = {}, args, code, says }] of Object.entries({ ...wrongInput, ...wrongModules, ...wrongUsage, ...skipped, ...levels, ...help })) {
        await tests.test(name, files, () => tests.expect(args, code, says));
      }
      for (const [name, script] of Object.entries(scripts)) await tests.script(name, script);
      await tests.writing();
      await tests.hostileText();
      return undefined;
    }),
};

class ToolTests {
  constructor(context, group, path) {
    this.context = context;
    this.group = group;
    this.path = path;
  }

  /** A test in a fresh folder with these files. @param {string} name @param {Record<string, string | Uint8Array>} files */
  async test(name, files, body) {
    this.folder = join(await this.context.folder("tool"), name.replace(/\W+/g, "-"));
    try {
      await rm(this.folder, { recursive: true, force: true });
      await mkdir(this.folder, { recursive: true });
      for (const [path, contents] of Object.entries(files)) {
        await mkdir(dirname(join(this.folder, path)), { recursive: true });
        await writeFile(join(this.folder, path), contents);
      }
      await body(this.folder);
      this.group.pass(name);
    } catch (error) {
      this.group.fail(name, error.message);
    }
  }

  /** Runs the tool; throws unless it ends with the code, says all that it must. */
  async expect(args, code, says = []) {
    const outcome = await run(this.path, args, { cwd: this.folder, seconds: patience });
    const unsaid = says.filter((pattern) => !pattern.test(outcome.output));
    if (outcome.code !== code || unsaid.length > 0) {
      const wanted = `exit code ${code}${unsaid.map((pattern) => `, ${pattern}`).join("")}`;
      throw new Error(`expected ${wanted}; got exit code ${outcome.code} and\n${outcome.output.slice(0, 2000)}`);
    }
    return outcome;
  }

  /** Generates, and loads the module's entry, and so the glue with its scripts. @param {import("../../Tool/scripts.mjs").Case} given */
  async script(name, { files, idl, loads = {}, says, warns = [] }) {
    await this.test(`scripts: ${name}`, files, async (folder) => {
      await this.expect(["generate", ...idl, "--out", "out", "--module", "Api"], says === undefined ? 0 : 1, says ?? warns);
      if (says !== undefined) return;
      const out = join(folder, "out");
      const load = (file) => run(process.execPath, ["--input-type=module", "-e", `console.log((await import(${JSON.stringify(pathToFileURL(file).href)})).value)`], { seconds: 30 });
      const entry = await load(join(out, "api.js"));
      if (entry.code !== 0) throw new Error(entry.output);
      const packed = JSON.parse(await readFile(join(out, "package.json"), "utf8")).files;
      for (const [path, value] of Object.entries(loads)) {
        if (value === undefined) await stat(join(out, path));
        else if ((await load(join(out, path))).stdout !== `${value}\n`) throw new Error(`${path} does not give ${value}`);
        if (!packed.some((pattern) => matches(path, pattern))) throw new Error(`${path} is not among the files of package.json: ${packed}`);
      }
    });
  }

  async writing() {
    const files = { "api.idl": "namespace Numbers { long add(long a, long b); };\n" };
    await this.test("writes only below the output folder", files, async (folder) => {
      await this.expect(["generate", "api.idl", "--out", "deep/out"], 0);
      const written = [...(await contentsOf(folder)).keys()].filter((path) => path !== "api.idl");
      const strays = written.filter((path) => !path.startsWith("deep/out/"));
      if (strays.length > 0 || written.length === 0) throw new Error(`wrote ${written.join(", ")}`);
    });
    await this.test("writes a file only when its bytes change", files, async (folder) => {
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      const before = await times(folder);
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      const again = await times(folder);
      if (before.size < 3) throw new Error(`wrote ${[...before.keys()].join(", ")}`);
      for (const [path, time] of before) if (again.get(path) !== time) throw new Error(`${path} was written again`);
    });
    const foreign = "mine\n";
    await this.test("replaces its own files, and those of nobody else", { ...files, "out/own.txt": foreign, "out/LICENSE": foreign }, async (folder) => {
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      await writeFile(join(folder, "api.idl"), '[Import="./own.txt"] namespace N { undefined f(); };\nnamespace M { undefined g(); };\n');
      await writeFile(join(folder, "own.txt"), "other\n");
      await this.expect(["generate", "api.idl", "--out", "out"], 1, [/out has own\.txt, which bindgen did not write, .*or move own\.txt$/m]);
      for (const name of ["own.txt", "LICENSE"]) if ((await readFile(join(folder, "out", name), "utf8")) !== foreign) throw new Error(`${name} was replaced`);
      await rm(join(folder, "out", "own.txt"));
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      await writeFile(join(folder, "own.txt"), "changed\n");
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      if ((await readFile(join(folder, "out", "own.txt"), "utf8")) !== "changed\n") throw new Error("own.txt was not written");
    });
    await this.test("two modules do not share a folder", { ...files, "b.idl": files["api.idl"] }, async (folder) => {
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      const before = await contentsOf(join(folder, "out"));
      await this.expect(["generate", "b.idl", "--out", "out"], 1, [/out holds the module `api`, whose package\.json that of `b` would replace; choose another folder with --out/]);
      const change = difference(before, await contentsOf(join(folder, "out")));
      if (change !== null) throw new Error(change);
    });
    await this.test("an error leaves what was written before", files, async (folder) => {
      await this.expect(["generate", "api.idl", "--out", "out"], 0);
      const before = await contentsOf(join(folder, "out"));
      await writeFile(join(folder, "api.idl"), "namespace Numbers { lnog add(); };\n");
      await this.expect(["generate", "api.idl", "--out", "out"], 1);
      const change = difference(before, await contentsOf(join(folder, "out")));
      if (change !== null) throw new Error(change);
    });
  }

  /** Correct IDL with hostile text generates, and what is generated parses. */
  async hostileText() {
    for (const [name, text] of Object.entries(hostile)) {
      await this.test(`hostile ${name}`, { "api.idl": text }, async (folder) => {
        await this.expect(["generate", "api.idl", "--out", "out"], 0);
        const out = join(folder, "out");
        await this.parses(out, /\.swift$/, "swiftc", ["-frontend", "-parse"]);
        await this.parses(out, /\.js$/, process.execPath, ["--check"], 1);
        await this.parses(out, /\.d\.ts$/, "tsc", ["--noEmit", "--strict", "--target", "es2022"]);
      });
    }
  }

  /** @param {RegExp} kind @param {string[]} args before the files @param {number} [atATime] how many files the command takes */
  async parses(folder, kind, command, args, atATime = Infinity) {
    const files = await filesBelow(folder, (path) => kind.test(path), new Set());
    if (files.length === 0) throw new Error(`no ${kind} was written`);
    if (!command.includes("/") && (await inPath(command)) === null) return;
    while (files.length > 0) {
      const { code, output } = await run(command, [...args, ...files.splice(0, atATime)]);
      if (code !== 0) throw new Error(output);
    }
  }
}

/** Whether a path is that of a pattern, in which `?` stands for any character. @param {string} path @param {string} pattern */
const matches = (path, pattern) => path.length === pattern.length && [...pattern].every((letter, index) => letter === "?" || letter === path[index]);

/** When each file was written. @param {string} folder */
async function times(folder) {
  const found = new Map();
  for (const file of await filesBelow(join(folder, "out"), () => true, new Set())) found.set(file, (await stat(file)).mtimeMs);
  return found;
}
