/** The documents: the program of the README and those of the DocC catalogue do what they print, and what they name is there. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { exists, filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { checkCatalogue } from "../Docs/catalogue.mjs";
import { place, withThisCheckout } from "../Docs/samples.mjs";

const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** @type {import("./suites.mjs").Suite} */
export const docs = {
  name: "docs",
  about: "the documents and the DocC catalogue: their programs run and print what stands there, what they name exists",
  run: async (context) => {
    const suites = await suiteNames(context);
    const sources = await sourceText(context);
    const commands = await commandLine(context);
    const checkNames = async (group, { name, text }) => {
      tell(group, `${name}: links and paths`, await missingPaths(context, text));
      tell(group, `${name}: suites`, named(text, /`(?:UPDATE_GOLDEN=1 )?Tests\/run ([a-z][a-z0-9]*)/g).filter((suite) => !suites.has(suite)));
      tell(group, `${name}: places of one machine`, named(text, /((?<![\w.~])\/(?:home|root|work|tmp|opt|usr)\/\S*)/g));
      tell(group, `${name}: verbs and options`, unknownOptions(text, commands));
      tell(group, `${name}: options`, named(text, /`(--[a-z][\w-]*)/g).filter((option) => !sources.includes(option)));
      tell(group, `${name}: names in the sources`, identifiers(text).filter((identifier) => !sources.includes(identifier) && !code(text).includes(identifier)));
    };
    await context.report.group("docs", async (group) => {
      for (const name of documents) await checkNames(group, { name, text: await readFile(context.path(name), "utf8") });
      return runStory(context, group);
    });
    await checkCatalogue(context, checkNames);
  },
};

/** @param {string[]} wrong what is named and is not there */
function tell(group, name, wrong) {
  if (wrong.length === 0) group.pass(name);
  else group.fail(name, wrong.join("\n"));
}

/** What a pattern's first group finds, each once. */
const named = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found))];

/** Links, and paths between backticks that begin with a folder of the repository, which lead nowhere. */
async function missingPaths(context, text) {
  const links = named(text.replaceAll(/`[^`\n]*`/g, ""), /\]\(([^)#:\s]+)\)/g);
  const paths = named(text, /`((?:\.ci|Sources|Tests|js-runtime|Plugins|Examples)\/[\w./+-]*)/g).filter((path) => !/^Sources\/(?:Words|Samples|CChecksum|Colors|Finder)\//.test(path));
  const missing = [];
  for (const path of [...links, ...paths]) if (!(await exists(context.path(path)))) missing.push(path);
  return missing;
}

/** Names of types, functions and variables between backticks: `SupportPlan`, `lowersInSteps`, `$reserve`, `Lift.string`. */
const identifiers = (text) =>
  named(text.replaceAll(/```[^]*?```/g, ""), /`(\$?[A-Za-z][\w.$]*)`/g)
    .flatMap((name) => name.split("."))
    .filter((name) => name.startsWith("$") || /[a-z][A-Z]/.test(name));

/** The verbs of bindgen, and the text that has its options. */
async function commandLine(context) {
  const files = await filesBelow(context.path("Sources", "bindgen"), (path) => path.endsWith(".swift"));
  const text = (await Promise.all(files.map((path) => readFile(path, "utf8")))).join("\n");
  return { text, verbs: new Set(["help", ...named(text, /static let name = "([a-z-]+)"/g)]) };
}

/** Verbs and options of bindgen, in code between backticks and in lines of commands, that the tool does not have. */
function unknownOptions(text, { text: sources, verbs }) {
  const prose = text.replaceAll(/```[^]*?```/g, "");
  const code = named(prose, /`([^`]*\bbindgen [^`]+)`/g).concat(named(prose, /^ {4,}(.*\bbindgen .*)$/gm));
  // What stands before is for `swift run`.
  const options = code.flatMap((span) => named(span.slice(span.search(/\bbindgen /)).replace(/ -- .*/, ""), /(?<![\w-])(--[a-z][\w-]*)/g));
  const used = code.flatMap((span) => named(span, /\bbindgen ([a-z][a-z-]*)/g));
  return [...options.filter((option) => !sources.includes(option)), ...used.filter((verb) => !verbs.has(verb))];
}

/** The blocks of code of a text. */
const code = (text) => [...text.matchAll(/^```[^]*?^```$/gm)].join("\n");

async function sourceText(context) {
  const isSource = (path) => /\.(swift|js|mjs|c|h|idl|md)$/.test(path) && !/\.docc\/.*\.md$/.test(path);
  const folders = ["Sources", "js-runtime", "Plugins", "Tests", "Examples"];
  const files = (await Promise.all(folders.map((folder) => filesBelow(context.path(folder), isSource)))).flat();
  const texts = await Promise.all([context.path("Package.swift"), ...files].map((path) => readFile(path, "utf8")));
  // Web IDL's own names and the platform's need not stand in a source of ours.
  const others = "BigInt64Array BigUint64Array SharedArrayBuffer DataView Float16Array ObservableArray FinalizationRegistry WeakRef NodeList";
  return [...texts, ...files, others].join("\n");
}

async function suiteNames(context) {
  const { stdout } = await run(process.execPath, [context.path("Tests", "Runner", "main.mjs"), "--check", "--list"]);
  return new Set(stdout.split("\n").map((line) => line.split(" ")[0]));
}

/** The README's files, as a package that a reader would type in. */
async function runStory(context, group) {
  const name = "README.md: the program prints what stands there";
  const missing = await context.swiftMissing();
  if (missing !== null) return group.skip(name, missing);
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail(name, tool.failure);
  const text = await readFile(context.path("README.md"), "utf8");
  const files = new Map([...text.matchAll(/^\*\*`([^`]+)`\*\*\n\n```\w+\n([^]*?)```/gm)].map(([, path, contents]) => [path, contents]));
  const [, expected] = text.match(/which\s+prints\n\n```text\n([^]*?)```/) ?? [];
  if (files.size !== 4 || expected === undefined) return group.fail(name, `found ${[...files.keys()].join(", ")}, and its output: ${expected}`);
  files.set("Package.swift", withThisCheckout(context, files.get("Package.swift")));
  const folder = await context.folder("docs", "Words");
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  for (const [path, contents] of files) await place(folder, path, contents);
  const { code, stdout, output } = await context.swift.run(folder, () => run(tool.path, ["run"], { cwd: folder }));
  if (code === 0 && stdout === expected) return group.pass(name);
  return group.fail(name, `exit code ${code}; expected\n${expected}\nand got\n${output}`);
}
