/** Folders and files of the repository that the runner reads. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** Folders that hold what was made, not what was written. */
const made = new Set([".build", ".git", ".swiftpm", ".venv", "dist", "expected", "node_modules"]);

/**
 * The files below `folder` for which `accepts` is true, by path, in a stable order. Made folders are left out.
 * @param {string} folder
 * @param {(path: string) => boolean} accepts
 * @param {Set<string>} [without]
 * @returns {Promise<string[]>}
 */
export async function filesBelow(folder, accepts, without = made) {
  const found = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!without.has(entry.name)) found.push(...(await filesBelow(path, accepts, without)));
    } else if (accepts(path)) {
      found.push(path);
    }
  }
  return found;
}

/** Every file below a folder, by its path relative to it. @param {string} folder @param {Set<string>} [without] */
export async function contentsOf(folder, without = new Set()) {
  const paths = await filesBelow(folder, () => true, without);
  const contents = new Map();
  for (const path of paths) contents.set(relative(folder, path), await readFile(path));
  return contents;
}

/** The entries of a folder in a stable order; none when it does not exist. @param {string} folder */
export async function entriesOf(folder) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted(byName);
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

/** @param {string} path */
export async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}
