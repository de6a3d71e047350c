/** JavaScript packages of the system, which Debian keeps in folders of its own. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "./files.mjs";

/** The folders that hold packages. @returns {Promise<string[]>} */
export async function moduleFolders() {
  const targets = await readdir("/usr/lib").catch(() => []);
  const native = targets.filter((name) => name.includes("-linux-")).map((name) => `/usr/lib/${name}/nodejs`);
  const folders = ["/usr/share/nodejs", "/usr/lib/nodejs", ...native, "/usr/share/javascript"];
  const found = await Promise.all(folders.map(exists));
  return folders.filter((_, index) => found[index]);
}

/** The folder of a package, or null. @param {string} name */
export async function moduleFolder(name) {
  for (const folder of await moduleFolders()) {
    if (await exists(join(folder, name, "package.json"))) return join(folder, name);
  }
  return null;
}
