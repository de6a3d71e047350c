/** Reads what the runner needs of a built npm package. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The conditions of `exports` that each kind of engine has, besides `default`; its own documentation says so. */
const conditions = {
  node: ["node", "import"],
  deno: ["deno", "node", "import"],
  bun: ["bun", "node", "import"],
  browser: ["browser", "module", "import"],
};

/**
 * The entry of a package for a kind of engine, relative to its folder. Null when there is none.
 * @param {string} folder
 * @param {keyof typeof conditions} kind
 */
export async function entryOf(folder, kind) {
  const manifest = await manifestOf(folder);
  if (manifest === null) return null;
  const entry = resolveExport(manifest.exports?.["."] ?? manifest.exports, conditions[kind]) ?? manifest.module ?? manifest.main;
  return typeof entry === "string" ? entry.replace(/^\.\//, "") : null;
}

/** The `package.json` of a folder, or null. @param {string} folder */
export async function manifestOf(folder) {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** The target of a conditional export: the first condition that holds, as in Node's algorithm. */
function resolveExport(target, holding) {
  if (typeof target === "string" || target === undefined || target === null) return target;
  for (const [condition, inner] of Object.entries(target)) {
    if (condition !== "default" && !holding.includes(condition)) continue;
    const found = resolveExport(inner, holding);
    if (found !== undefined) return found;
  }
  return undefined;
}
