/** The tools of the tests: where they are, or why they are not. */
import { access, constants, readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";

/** The path of a command in PATH, or null. @param {string} command */
export async function inPath(command) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, command);
    if (folder !== "" && (await isExecutable(path))) return path;
  }
  return null;
}

/** The first of several commands that is in PATH, or null. @param {string[]} commands */
export async function firstInPath(commands) {
  for (const command of commands) {
    const path = await inPath(command);
    if (path !== null) return path;
  }
  return null;
}

/** A tool of the venv with the wheels, by its path in `bin` or in `site-packages`; null when it is not there. */
export async function inWheels(path) {
  const venv = process.env.BINDGEN_TEST_VENV ?? "";
  const candidates = [join(venv, "bin", path)];
  for (const version of await readdir(join(venv, "lib")).catch(() => [])) {
    candidates.push(join(venv, "lib", version, "site-packages", path));
  }
  for (const candidate of candidates) {
    if (venv !== "" && (await isExecutable(candidate))) return candidate;
  }
  return null;
}

/** The major version of a Node binary, or null when it does not run. @param {string} node */
export async function nodeMajor(node) {
  const { code, stdout } = await run(node, ["-p", "process.versions.node.split('.')[0]"]);
  return code === 0 ? Number(stdout) : null;
}

/** @param {string} path */
async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The Python that has wasmtime, the compiler of the Bytecode Alliance, or null. @returns {Promise<string | null>} */
export async function pythonWithWasmtime() {
  const python = await inWheels("python");
  return python !== null && (await run(python, ["-c", "import wasmtime"])).code === 0 ? python : null;
}
