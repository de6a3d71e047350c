/** Runs a program with the engine's own WASI: program.mjs ENTRY FOLDER VARIABLES ARGUMENT…, where the folder is its `/`, and VARIABLES are JSON. */
import { WASI } from "node:wasi";

const [entry, folder, variables, ...args] = process.argv.slice(2);
const { init } = await import(entry);
// Deno gives devices only to programs that may do everything.
const devices = globalThis.Deno ? {} : { "/dev": "/dev" };
const preopens = { "/": folder, ...devices };
const wasi = new WASI({ version: "preview1", args: ["program", ...args], env: JSON.parse(variables), preopens });
process.exitCode = await init(undefined, { wasi });
