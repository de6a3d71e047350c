/**
 * The parts of the JavaScript runtime in generated glue. The golden glue of a family has one line for each part; the part's text, as
 * it was found in glue, is golden once, in `Tests/Runtime/expected`, in a file for each file of `js-runtime/src`.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {string} file the name of its source
 * @property {string} text as it stands in glue
 * @property {string[]} names what it declares
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { contentsOf, exists, filesBelow } from "../Core/files.mjs";
import { difference } from "./difference.mjs";

const heading = /^\/\/ @part (\S+).*\n/m;

/** The names and texts of the parts of a source or of a golden file. @param {string} text @returns {[string, string][]} */
function split(text) {
  const [, ...pieces] = text.split(heading);
  return pieces.flatMap((piece, index) => (index % 2 === 0 ? [[piece, `${pieces[index + 1].trimEnd()}\n`]] : []));
}

/** The names of the runtime that a line at the top level declares. @param {string} line */
function declared(line) {
  const [, names = ""] = /^(?:const|let) (\{.*\}|[^=;]+)/.exec(line) ?? [];
  return names.replaceAll(/\w+: /g, "").match(/(?<![\w$])\$[\w$]+/g) ?? [];
}

/** Whether a module has one of the two at most: `init` or `init/named`, `start` or `start-wasi`. @param {string} one @param {string} other */
const areAlternatives = (one, other) => one.includes("/") || other.includes("/") || (one.startsWith("start") && other.startsWith("start"));

/** The runtime's parts, taken out of the glue of one family after the other. */
export class RuntimeParts {
  /** @param {import("../Core/context.mjs").Context} context */
  static async read(context) {
    const folder = context.path("js-runtime", "src");
    const parts = [];
    for (const path of await filesBelow(folder, (path) => path.endsWith(".js"))) {
      for (const [name, text] of split(await readFile(path, "utf8"))) {
        // One that only needs others has no text.
        if (text === "\n") continue;
        // Whoever needs the one would get both.
        const twin = parts.find((part) => part.name === name);
        if (twin !== undefined) throw new Error(`two parts of the runtime are named ${name}, in ${twin.file} and ${basename(path)}`);
        const names = text.split("\n").flatMap(declared);
        for (const other of parts) {
          const both = other.names.find((declaredName) => names.includes(declaredName));
          if (both !== undefined && !areAlternatives(name, other.name)) throw new Error(`${both} is declared by two parts: ${name} and ${other.name}`);
        }
        // In glue, parts stand one level deep.
        parts.push({ name, file: basename(path), text: text.replaceAll(/^(?=.)/gm, "  "), names });
      }
    }
    const worker = [];
    const workerFolder = context.path("js-runtime", "worker");
    for (const path of (await exists(workerFolder)) ? await filesBelow(workerFolder, (path) => path.endsWith(".js")) : []) {
      for (const [name, text] of split(await readFile(path, "utf8"))) worker.push({ name, text: text.replaceAll(/^(?=.)/gm, "  ") });
    }
    return new RuntimeParts(parts, context.path("Tests", "Runtime", "expected"), worker);
  }

  /** @type {Set<Part>} those that stood in glue */
  #found = new Set();

  /**
   * @param {Part[]} parts
   * @param {string} folder of the golden files
   * @param {{ name: string, text: string }[]} worker the parts of the two halves of a worker, whose names are theirs alone
   */
  constructor(parts, folder, worker = []) {
    this.parts = parts;
    this.folder = folder;
    this.worker = worker;
  }

  /** As `takeOut`, for the glue of a worker. @param {string} glue */
  takeOutWorker(glue) {
    let text = glue;
    for (const part of this.worker) {
      const [before, after] = cut(text, `\n${part.text}`);
      if (after !== undefined) text = `${before}\n  // (runtime part ${part.name})\n${after}`;
    }
    return { text: this.takeOut(text).text, faults: [] };
  }

  /**
   * The glue with a line in the place of each part, and what is wrong with it: what a part declares may stand in that part alone.
   * @param {string} glue
   * @returns {{ text: string, faults: string[] }}
   */
  takeOut(glue) {
    let text = glue;
    for (const part of this.parts) {
      const [before, after] = cut(text, `\n${part.text}`);
      if (after === undefined) continue;
      text = `${before}\n  // (runtime part ${part.name})\n${after}`;
      this.#found.add(part);
    }
    const left = new Set(text.split("\n").flatMap((line) => declared(line.replace(/^ {2}/, ""))));
    const faults = this.parts.flatMap(({ name, file, names }) =>
      names.filter((each) => left.has(each)).map((each) => `${each} is not declared as the runtime part ${name} in js-runtime/src/${file} declares it`),
    );
    return { text, faults };
  }

  /**
   * Compares what was found with the golden files, or rewrites them.
   * @param {boolean} isAll whether every family was looked at, so that a part which was not found is in none
   * @param {boolean} updates
   * @returns {Promise<string | null>} what is different
   */
  async check(isAll, updates) {
    const before = await this.#golden();
    const found = [...this.#found];
    if (updates) await this.#write(isAll ? new Map() : before);
    const expected = updates ? await this.#golden() : before;
    const names = new Set(found.map(place));
    for (const name of expected.keys()) if (!isAll && !names.has(name)) expected.delete(name);
    return difference(expected, new Map(found.map((part) => [place(part), Buffer.from(part.text)])));
  }

  /** The text of each part in the golden files, by its place. */
  async #golden() {
    const texts = new Map();
    for (const [file, contents] of await contentsOf(this.folder)) {
      for (const [name, text] of split(contents.toString())) texts.set(place({ file, name }), Buffer.from(text));
    }
    return texts;
  }

  /** Writes what was found and, of the other parts, what `others` has. @param {Map<string, Buffer>} others */
  async #write(others) {
    const files = new Map();
    for (const part of this.parts) {
      const text = this.#found.has(part) ? part.text : others.get(place(part));
      if (text !== undefined) files.set(part.file, [...(files.get(part.file) ?? []), `// @part ${part.name}\n${text}`]);
    }
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    for (const [file, texts] of files) await writeFile(join(this.folder, file), texts.join("\n"));
  }
}

const place = ({ file, name }) => `Tests/Runtime/expected/${file}, part ${name}`;

/** What stands before and after the first place of `piece`; after is undefined where there is none. */
function cut(text, piece) {
  const at = text.indexOf(piece);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + piece.length)];
}
