/** `bindgen check` is the gate: it refuses what `generate` and `build` refuse, all of it at once, and says nothing twice. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hostile } from "../../Tool/hostile.mjs";
import { wrongInput } from "../../Tool/wrong-input.mjs";
import { entriesOf, exists, filesBelow } from "../Core/files.mjs";
import { forEach } from "../Core/lane.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";

/** @type {import("./suites.mjs").Suite} */
export const gate = {
  name: "gate",
  about: "bindgen check: what generate and build refuse, in one round, nothing twice",
  run: (context) =>
    context.report.group("gate", async (group) => {
      const built = await context.bindgen();
      if ("failure" in built) return group.fail("bindgen builds", built.failure);
      const tests = new GateTests(group, built.path, await context.folder("gate"));
      await rm(tests.scratch, { recursive: true, force: true });
      await forEach(context.jobs, await inputs(context), (input) => tests.same(input));
      await tests.oneRound();
      await tests.generatedNames();
      await tests.package();
      await tests.sheet();
      return undefined;
    }),
};

/**
 * Files that are one set, by their paths below a folder.
 * @typedef {{ name: string, files: Record<string, string | Uint8Array>, idl: string[] }} Input
 */

/** Everything of the repository that is IDL or means to be. @returns {Promise<Input[]>} */
async function inputs(context) {
  const found = [];
  for (const { name } of await entriesOf(context.path("Tests", "Diagnostics"))) {
    const path = context.path("Tests", "Diagnostics", name, "input.idl");
    if (await exists(path)) found.push({ name: `diagnostics-${name}`, files: { "api.idl": await readFile(path) }, idl: ["api.idl"] });
  }
  for (const [name, text] of Object.entries(hostile)) found.push({ name: `hostile-${name}`, files: { "api.idl": text }, idl: ["api.idl"] });
  for (const [name, { files = {}, args }] of Object.entries(wrongInput)) {
    const idl = args.slice(1);
    if (args[0] === "generate" && idl.every((path) => Object.hasOwn(files, path))) found.push({ name: `wrong-${name}`, files, idl });
  }
  for (const folder of ["Families", "Diff"]) {
    for (const entry of await entriesOf(context.path("Tests", folder))) {
      if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
      const { name } = entry;
      const root = context.path("Tests", folder, name);
      for (const path of await filesBelow(root, (file) => file.endsWith(".idl"))) {
        const files = { "api.idl": await readFile(path) };
        for (const script of await filesBelow(root, (file) => /\.m?js$/.test(file))) files[script.slice(root.length + 1)] = await readFile(script);
        found.push({ name: `${folder}-${path.slice(root.length - name.length)}`, files, idl: ["api.idl"] });
      }
    }
  }
  return found;
}

class GateTests {
  constructor(group, tool, scratch) {
    this.group = group;
    this.tool = tool;
    this.scratch = scratch;
  }

  /** A test in a fresh folder with these files. */
  async test(name, files, body) {
    const folder = join(this.scratch, name.replaceAll(/\W+/g, "-"));
    try {
      await mkdir(folder, { recursive: true });
      for (const [path, contents] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), contents);
      }
      await body(folder);
      this.group.pass(name);
    } catch (error) {
      this.group.fail(name, error.message);
    }
  }

  bindgen(folder, ...args) {
    return run(this.tool, args, { cwd: folder, seconds: patience });
  }

  /** What `check` says as text and as values. */
  async check(folder, ...args) {
    const text = await this.bindgen(folder, "check", ...args);
    const json = await this.bindgen(folder, "check", "--format", "json", ...args);
    return { ...text, messages: JSON.parse(json.stdout) };
  }

  /** `check` and `generate` say the same of files, word for word, and neither says it twice. @param {Input} input */
  same({ name, files, idl }) {
    return this.test(name, files, async (folder) => {
      const { code, stdout, stderr, messages } = await this.check(folder, ...idl);
      const generated = await this.bindgen(folder, "generate", ...idl, "--out", "out");
      if (code !== generated.code) throw new Error(`check ends with ${code}, generate with ${generated.code}:\n${stdout}${generated.output}`);
      // The result of `check` is its diagnostics; how many members were skipped is said beside it.
      const [note = ""] = /^note: .*--report-skipped.*\n/m.exec(generated.stderr) ?? [];
      if (stdout !== generated.stderr.replace(note, "") || !stderr.includes(note)) {
        throw new Error(`check says\n${stdout}and\n${stderr}generate says\n${generated.stderr}`);
      }
      const twice = messages.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).filter((line, index, all) => all.indexOf(line) !== index);
      if (twice.length > 0) throw new Error(`said twice: ${twice.join("; ")}`);
    });
  }

  /** Faults that the lexer, the parser, the resolver, the planner and the search for scripts find, in one run. */
  oneRound() {
    const files = {
      "api.idl": [
        "interface A {",
        "  constructor(Nowhere place);",
        "  attribute long size",
        "  undefined f((DOMString or async_sequence<long>) all, [Once] F then);",
        "  undefined dispose();",
        "};",
        "callback F = undefined ();",
        "dictionary { long x; };",
        '[Import="./none.mjs"] namespace host { undefined g(); };',
        'enum E { "a-b", "aB" };',
        "namespace Use { undefined h(E e); };",
        "",
      ].join("\n"),
    };
    return this.test("faults of every stage are told in one round", files, async (folder) => {
      const { messages, code } = await this.check(folder, "api.idl");
      const rules = new Set(messages.map(({ rule }) => rule));
      const wanted = ["syntax", "unknown-name", "unsupported", "reserved-name", "swift-name-collision", "imported-script"];
      const missing = wanted.filter((rule) => !rules.has(rule));
      if (code !== 1 || missing.length > 0) throw new Error(`${missing} missing in ${JSON.stringify(messages, null, 1)}`);
    });
  }

  /** A script has none of the names of the files that bindgen writes itself, and that is said at the script. */
  generatedNames() {
    return this.test("a script with the name of a generated file", { "api.idl": "namespace A { undefined f(); };\n" }, async (folder) => {
      await this.bindgen(folder, "generate", "api.idl", "--out", "out", "--module", "Module");
      const names = (await entriesOf(join(folder, "out"))).map(({ name }) => name).filter((name) => !name.endsWith(".swift"));
      if (names.length < 10) throw new Error(`wrote ${names}`);
      for (const name of [...names, "module.wasm", "module.inline.js", "module.integrity.js"]) {
        await writeFile(join(folder, name), "export const host = 1;\n");
        await writeFile(join(folder, "own.idl"), `[Import="./${name}"] namespace host { undefined f(); };\n`);
        for (const args of [["check", "own.idl"], ["generate", "own.idl", "--module", "Module", "--out", "other"]]) {
          const { code, output } = await this.bindgen(folder, ...args);
          if (code !== 1 || !/^own\.idl:1:9: error: bindgen writes .* itself/m.test(output)) throw new Error(`${args[0]} ${name}: ${code}\n${output}`);
        }
      }
    });
  }

  /** Without a file, the package: its IDL and its bindgen.json. */
  package() {
    const files = {
      "Package.swift": '// swift-tools-version: 6.2\nimport PackageDescription\nlet package = Package(name: "A", targets: [.executableTarget(name: "A")])\n',
      "Sources/A/main.swift": "print(1)\n",
      "Sources/A/api.idl": "namespace N { Nowhere f(); };\n",
      "Sources/A/more.webidl": "callback CB = async_sequence<long> ();\nnamespace M { undefined g(CB call); };\n",
      "bindgen.json": '{ "nmae": "a" }\n',
    };
    return this.test("check without a file looks at the package", files, async (folder) => {
      const { code, stdout } = await this.bindgen(folder, "check");
      const says = [/^bindgen\.json:1:\d+: error: .*nmae/m, /^Sources\/A\/api\.idl:1:15: error: unknown type `Nowhere`/m, /^Sources\/A\/more\.webidl:1:15: error: /m];
      const unsaid = says.filter((pattern) => !pattern.test(stdout));
      if (code !== 1 || unsaid.length > 0) throw new Error(`${unsaid}: ${code}\n${stdout}`);
      await writeFile(join(folder, "bindgen.json"), "{}\n");
      await writeFile(join(folder, "Sources/A/api.idl"), "namespace N { long f(); };\n");
      await writeFile(join(folder, "Sources/A/more.webidl"), "namespace M { long g(); };\n");
      const right = await this.bindgen(folder, "check");
      if (right.code !== 0 || right.output !== "") throw new Error(right.output);
      const none = await this.bindgen(folder, "check", "--package-path", "Sources");
      if (none.code !== 1 || !/there is no Package\.swift here/.test(none.output)) throw new Error(none.output);
    });
  }

  /** `bindgen help idl` fits a terminal, and each of its lines is right. */
  sheet() {
    return this.test("the sheet of the grammar", {}, async (folder) => {
      const { code, stdout } = await this.bindgen(folder, "help", "idl");
      if (code !== 0) throw new Error(`exit code ${code}`);
      const lines = stdout.trimEnd().split("\n");
      const wide = lines.filter((line) => [...line].length > 80);
      if (wide.length > 0) throw new Error(`wider than 80 columns: ${wide}`);
      const examples = lines.filter((line) => /^ {2}\S.*[;{}]( {2,}\S.*)?$/.test(line) || /^ {4}\S/.test(line));
      if (examples.length < 30) throw new Error(`${examples.length} lines of IDL`);
      const idl = examples.map((line) => line.trim().replace(/ {2,}\S.*$/, "")).join("\n");
      await writeFile(join(folder, "api.idl"), `${idl}\n`);
      const { code: checked, output } = await this.bindgen(folder, "check", "api.idl");
      if (checked !== 0 || output !== "") throw new Error(`${output}\n${idl}`);
    });
  }
}
