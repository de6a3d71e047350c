import process from "node:process";
import { WASI } from "node:wasi";
import { init } from "./dist/grep.node.js";

const given = process.argv.slice(2);
const args = ["grep", ...(given.length > 0 ? given : ["-r", "-n", "import ", "Sources"])];
const wasi = new WASI({ version: "preview1", args, env: process.env, preopens: { "/": process.cwd() } });

process.exitCode = await init(undefined, { wasi });
