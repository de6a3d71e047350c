/**
 * What the front end makes of the IDL corpus, through the tool as a user runs it. Each function gives figures:
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} got
 * @property {number} of
 * @property {string[]} failures one line each; a figure without any stands
 * @property {string} [remark]
 */
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { filesBelow } from "../Core/files.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import * as deviations from "./deviations.mjs";
import { productions, sentences } from "./grammar.mjs";

const isIDL = (path) => /\.(web)?idl$/.test(path);
const stem = (path) => basename(path).replace(/\.\w+$/, "");

export class Corpus {
  /** @param {string} folder @param {string} tool @param {string} scratch @param {number} jobs */
  constructor(folder, tool, scratch, jobs) {
    this.folder = folder;
    this.tool = tool;
    this.scratch = scratch;
    this.jobs = jobs;
  }

  path(...names) {
    return join(this.folder, ...names);
  }

  files(...names) {
    return filesBelow(this.path(...names), isIDL, new Set());
  }

  bindgen(args, stdin) {
    return run(this.tool, args, { stdin });
  }

  /** The trees of files as JSON texts; a file with errors has none. The bracket that ends a tree is the only one at the margin. */
  async trees(files) {
    const { code, stdout } = await this.bindgen(["parse", "--ast", ...files]);
    return { code, trees: stdout.split(/(?<=^\])\n/m).filter((text) => text !== "") };
  }

  /** The files that have no syntax error, and what is said about the others: at once where all are right. */
  async readable(files) {
    const all = await this.bindgen(["parse", ...files]);
    if (all.code === 0) return { files, failures: [] };
    const isRight = new Set();
    const { failures } = await this.count("", files, async (file) => {
      const { code, output } = await this.bindgen(["parse", file]);
      if (code === 0) isRight.add(file);
      return code === 0 ? null : output;
    });
    return { files: files.filter((file) => isRight.has(file)), failures };
  }

  /** The texts of files as the tree has them, one behind the other. */
  async printed(files) {
    const { stdout } = await this.bindgen(["parse", "--text", ...files]);
    return Buffer.from(stdout);
  }

  /** The exit code of `bindgen check` and its messages; whether all of it could be bound is another question. */
  async check(args, stdin) {
    const { code, stdout, output } = await this.bindgen(["check", "--idl-only", "--format", "json", ...args], stdin);
    try {
      return { code, messages: JSON.parse(stdout) };
    } catch {
      return { code: -1, messages: [{ severity: "error", rule: "no JSON", file: "", line: 0, message: output.slice(-500) }] };
    }
  }

  /** A figure that counts the items for which `judge` gives null; its other answers say what is wrong. */
  async count(name, items, judge) {
    const failures = [];
    await forEach(this.jobs, items, async (item) => {
      const wrong = await judge(item);
      if (wrong !== null) failures.push(wrong);
    });
    return { name, got: items.length - failures.length, of: items.length, failures: failures.toSorted() };
  }
}

const errorsOf = (messages) => messages.filter(({ severity }) => severity === "error");
const spell = ({ file, line, rule, message }) => `${basename(file)}:${line}: ${rule}: ${message}`;
const rulesOf = (messages) => [...new Set(errorsOf(messages).map(({ rule }) => rule))].toSorted();

/** A sentence for every alternative of every production. @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function grammar(corpus) {
  const text = await readFile(corpus.path("spec", "grammar.txt"), "utf8");
  const figure = await corpus.count("grammar: alternatives of all productions", sentences(text), async ({ name, sentence }) => {
    const { code, output } = await corpus.bindgen(["parse", "-"], sentence);
    return code === 0 ? null : `${name}: ${output}`;
  });
  return [{ ...figure, remark: `of ${productions(text).size} productions` }];
}

/** @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function webidl2Syntax(corpus) {
  const files = await corpus.files("webidl2", "syntax", "idl");
  const equal = await corpus.count("webidl2 syntax: equal JSON", files, async (file) => {
    const { code, stdout, output } = await corpus.bindgen(["parse", "--ast", file]);
    if (code !== 0) return output;
    const baseline = JSON.parse(await readFile(corpus.path("webidl2", "syntax", "baseline", `${stem(file)}.json`), "utf8"));
    return isDeepStrictEqual(JSON.parse(stdout), baseline) ? null : `${basename(file)}: another tree`;
  });
  return [equal];
}

/** The messages of webidl2's own validator all count, not only the first. @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function webidl2Invalid(corpus) {
  const files = await corpus.files("webidl2", "invalid", "idl");
  const missed = [];
  const refused = [];
  const lines = await corpus.count("webidl2 invalid: refused at webidl2's line", files, async (file) => {
    const baseline = await readFile(corpus.path("webidl2", "invalid", "baseline", `${stem(file)}.txt`), "utf8");
    const wanted = [...baseline.matchAll(/error at line (\d+)/g)].map(([, line]) => Number(line));
    const { code, messages } = await corpus.check(["--standard", file]);
    if (code === 1) refused.push(file);
    const ours = new Set(errorsOf(messages).map(({ line }) => line));
    for (const line of wanted) {
      const place = `${basename(file)}: ${line}`;
      if (!ours.has(line) && !Object.hasOwn(deviations.webidl2Advice, place)) missed.push(place);
    }
    return code === 1 && ours.has(wanted[0]) ? null : `${basename(file)}: exit code ${code}, lines ${[...ours]} for ${wanted}`;
  });
  const one = { name: "webidl2 invalid: exit code 1 of check --standard", got: refused.length, of: files.length };
  return [
    { ...one, failures: files.filter((file) => !refused.includes(file)) },
    { ...lines, remark: missed.length === 0 ? "each line of its further messages too" : `without its further messages at ${missed}` },
  ];
}

/** @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function webPlatform(corpus) {
  const files = await corpus.files("wpt", "idl");
  const defined = new Set();
  const { trees } = await corpus.trees(files);
  for (const tree of trees) {
    // A partial alone defines nothing.
    for (const { name, partial } of JSON.parse(tree)) if (name !== undefined && !partial) defined.add(name);
  }
  const read = await corpus.readable(files);
  const parsed = { name: "web platform: parsed", got: read.files.length, of: files.length, failures: read.failures };
  const { messages } = await corpus.check(files);
  const unknown = messages.filter(({ rule }) => rule === "unknown-name");
  const wrong = unknown.filter(({ message }) => defined.has(/`([^`]*)`/.exec(message)?.[1]));
  const resolved = files.length - new Set(wrong.map(({ file }) => file)).size;
  const isListed = Object.keys(deviations.webPlatformErrors).every((name) => files.some((file) => basename(file) === name));
  return [
    parsed,
    {
      name: "web platform: every name that the set defines resolves",
      got: resolved,
      of: files.length,
      failures: wrong.map(spell),
      remark: `${defined.size} names defined, ${unknown.length} uses of names that no file defines`,
    },
    listedErrors(errorsOf(messages), isListed && files.length === 328),
  ];
}

/** The least that is bound of the web platform where JavaScript implements all of it. */
const leastBound = { members: 9523, "dictionary members": 3283, callbacks: 75 };

/** What of the web platform Swift could call. @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function imports(corpus) {
  const files = await corpus.files("wpt", "idl");
  const { code, stdout } = await corpus.bindgen(["check", "--imports", ...files]);
  return Object.entries(leastBound).map(([what, least]) => {
    const [, got, of] = new RegExp(`^${what}: (\\d+) of (\\d+) bound`, "m").exec(stdout) ?? [];
    const isEnough = code === 0 && (Number(got) >= least || files.length !== 328);
    const failures = isEnough ? [] : [`exit code ${code}; ${got} ${what} are bound, and ${least} were\n${stdout}`];
    return { name: `web platform: ${what} bound as imports`, got: Number(got ?? 0), of: Number(of ?? 0), failures };
  });
}

/** Other errors of the set: two drafts that define one thing, or a draft that breaks a rule. */
function listedErrors(errors, isOurCopy) {
  const counts = {};
  for (const { file, rule } of errors) {
    const rules = (counts[basename(file)] ??= {});
    rules[rule] = (rules[rule] ?? 0) + 1;
  }
  const listed = deviations.webPlatformErrors;
  const names = [...new Set([...Object.keys(counts), ...(isOurCopy ? Object.keys(listed) : [])])];
  const others = names.filter((name) => !isDeepStrictEqual(counts[name], listed[name]?.rules));
  const text = others.map((name) => `${name}: ${JSON.stringify(counts[name] ?? {})}, listed ${JSON.stringify(listed[name]?.rules ?? {})}`);
  const explained = errors.filter(({ file }) => !others.includes(basename(file))).length;
  const name = "web platform: faults of its drafts, with reasons";
  const remark = isOurCopy ? undefined : "another set than the one with the reasons; not judged";
  return { name, got: explained, of: errors.length, failures: isOurCopy ? text : [], remark };
}

/** @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function roundTrip(corpus) {
  const figures = [];
  for (const [name, folders] of [
    ["web platform: text to tree to text", [["wpt", "idl"]]],
    ["all other files: text to tree to text", [["webidl2"], ["spec"], ["cases"]]],
  ]) {
    const files = (await Promise.all(folders.map((folder) => corpus.files(...folder)))).flat();
    const texts = await Promise.all(files.map((file) => readFile(file)));
    // All at once where nothing differs; one by one to tell what does.
    const isWhole = Buffer.concat(texts).equals(await corpus.printed(files));
    const figure = await corpus.count(name, files, async (file) => {
      if (isWhole || (await readFile(file)).equals(await corpus.printed([file]))) return null;
      return `${basename(file)} comes back changed`;
    });
    figures.push(figure);
  }
  return figures;
}

/** Formatting what is formatted changes nothing, and formatting keeps the tree. @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function formatting(corpus) {
  const isRead = (file) => !Object.hasOwn(deviations.schematicExamples, stem(file));
  const found = await Promise.all([corpus.files("wpt"), corpus.files("spec"), corpus.files("webidl2", "syntax")]);
  const read = await corpus.readable(found.flat().filter(isRead));
  const files = read.files;
  const folder = join(corpus.scratch, "formatted");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copies = files.map((file, index) => join(folder, `${String(index).padStart(4, "0")}-${basename(file)}`));
  for (const [index, file] of files.entries()) await copyFile(file, copies[index]);
  const before = await corpus.trees(copies);
  const { code, output } = await corpus.bindgen(["format", "--write", ...copies]);
  const unstable = (await corpus.bindgen(["format", "--check", ...copies])).stdout.split("\n");
  const after = await corpus.trees(copies);
  const figure = await corpus.count("format: idempotent, the tree kept", [...copies.keys()], async (index) => {
    if (code !== 0) return output;
    if (unstable.includes(copies[index])) return `${basename(copies[index])}: formatting again changes the text`;
    return after.trees[index] === before.trees[index] ? null : `${basename(copies[index])}: formatting changes the tree`;
  });
  return [{ ...figure, of: figure.of + read.failures.length, failures: [...read.failures, ...figure.failures] }];
}

/** They lean on definitions that stand elsewhere in the standard, so unknown names do not count. @param {Corpus} corpus */
export async function examples(corpus) {
  const files = (await corpus.files("spec", "examples")).filter((file) => !Object.hasOwn(deviations.schematicExamples, stem(file)));
  const read = await corpus.count("examples of the standard: read", files, async (file) => {
    const { code, output } = await corpus.bindgen(["parse", file]);
    return code === 0 ? null : output;
  });
  const refused = deviations.refusedExamples;
  const isListed = Object.keys(refused).every((name) => files.some((file) => stem(file) === name));
  const judged = await corpus.count("examples of the standard: right or wrong as it says", files, async (file) => {
    const { messages } = await corpus.check(["--allow", "unknown-name", file]);
    const expected = refused[stem(file)]?.rules ?? [];
    return isDeepStrictEqual(rulesOf(messages), expected) ? null : `${basename(file)}: ${rulesOf(messages)}`;
  });
  return [read, isListed ? judged : { ...judged, remark: judged.failures.join("; "), failures: [] }];
}

/** @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function verdicts(corpus) {
  const rows = (await readFile(corpus.path("verdicts.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
  const standard = rows.map((line) => JSON.parse(line)).filter(({ std }) => std);
  const allowed = Object.keys(deviations.allowedForVerdicts).flatMap((rule) => ["--allow", rule]);
  const accepted = await corpus.count(
    `verdicts: accepted (${allowed.join(" ")})`,
    standard.filter((row) => row.accepted),
    async ({ id, idl }) => {
      const { code, messages } = await corpus.check(["--standard", ...allowed, "-"], idl);
      return code === 0 ? null : `${id}: ${errorsOf(messages).map(spell)}`;
    },
  );
  const refused = await corpus.count(
    "verdicts: refused, at least 95 %",
    standard.filter((row) => !row.accepted),
    async (row) => {
      const { code } = await corpus.check(["--standard", ...allowed, "-"], row.idl);
      return code === 1 ? null : `${row.id} is accepted: ${row.gecko_error}`;
    },
  );
  const unlisted = refused.failures.filter((text) => !Object.hasOwn(deviations.refusedByGecko, text.split(" ", 1)[0]));
  const isEnough = refused.got >= 0.95 * refused.of;
  const remark = `${((100 * refused.got) / refused.of).toFixed(1)} %${unlisted.length > 0 ? `; without a reason: ${unlisted.join("; ")}` : ""}`;
  return [accepted, { ...refused, remark, failures: isEnough ? [] : unlisted }];
}

/** What must not overflow a stack: how it starts, what is repeated, how it ends. */
const nests = [
  ["typedef ", "sequence<", "long"],
  ["typedef ", "(", "long"],
  ["typedef ", "(long or ", "x"],
  ["typedef ", "Promise<", "long"],
  ["typedef ", "record<DOMString, ", "long"],
  ["typedef ", "[Clamp] sequence<[", "x"],
  ["", "[A([", "B"],
  ["", "[A(", "long"],
  ["", "[A=(", "x"],
  ["", "[A{", "x"],
  ["", "[Exposed(", "long"],
  ["", "[", "x"],
  ["interface A { undefined f(", "[B(", "x"],
  ["", "interface A {", ""],
  ["dictionary D { long x = ", "[", ""],
  ["", "}", ""],
  ["", ")", ""],
];

/** @param {Corpus} corpus @returns {Promise<Figure[]>} */
export async function nesting(corpus) {
  const figure = await corpus.count("nesting 100,000 deep: an error", nests, async ([head, unit, tail]) => {
    const { code, messages } = await corpus.check(["-"], head + unit.repeat(100_000) + tail);
    return code === 1 && errorsOf(messages).length > 0 ? null : `${head}${unit}…: exit code ${code}`;
  });
  return [figure];
}

export const everyFigure = [grammar, webidl2Syntax, webidl2Invalid, webPlatform, imports, roundTrip, examples, verdicts, formatting, nesting];
