/** Reads what the runner needs of a built npm package. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The entry of a package, relative to its folder: what a browser without a bundler would load. Null when there is none.
 * @param {string} folder
 */
export async function entryOf(folder) {
  const manifest = await manifestOf(folder);
  if (manifest === null) return null;
  const entry = resolveExport(manifest.exports?.["."] ?? manifest.exports) ?? manifest.module ?? manifest.main;
  return typeof entry === "string" ? entry.replace(/^\.\//, "") : null;
}

/** The `package.json` of a folder, or null. @param {string} folder */
export async function manifestOf(folder) {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** The target of a conditional export under the conditions that all engines of the tests share. */
function resolveExport(target) {
  if (typeof target === "string" || target === undefined || target === null) return target;
  for (const [condition, inner] of Object.entries(target)) {
    if (["import", "module", "default"].includes(condition)) return resolveExport(inner);
  }
  return undefined;
}
