/** The catalogue of BindgenRuntime as the tests read it: its pages, and the blocks of code in them. */
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { filesBelow } from "../Core/files.mjs";

/** The folder of the catalogue, in the repository. */
export const catalogue = "Sources/BindgenRuntime/BindgenRuntime.docc";

/**
 * @typedef {object} Block a fenced block of code
 * @property {string} language
 * @property {string} text
 * @property {string | undefined} file the path in the caption above it, such as **`main.mjs`**
 */

/** A page of Markdown. */
export class Page {
  /** @param {string} name its path in the catalogue @param {string} text */
  constructor(name, text) {
    this.name = name;
    this.text = text;
  }

  /** @returns {Block[]} */
  get blocks() {
    const found = this.text.matchAll(/(?:^\*\*`([^`\n]+)`\*\*\n\n)?^```(\w+)\n([^]*?)^```$/gm);
    return [...found].map(([, file, language, text]) => ({ language, text, file }));
  }

  /** The text without blocks of code. */
  get prose() {
    return this.text.replaceAll(/^```[^]*?^```$/gm, "");
  }
}

/** @param {import("../Core/context.mjs").Context} context @returns {Promise<Page[]>} */
export async function readPages(context) {
  const folder = context.path(catalogue);
  const files = await filesBelow(folder, (path) => /\.(md|tutorial)$/.test(path));
  return Promise.all(files.map(async (path) => new Page(relative(folder, path), await readFile(path, "utf8"))));
}
