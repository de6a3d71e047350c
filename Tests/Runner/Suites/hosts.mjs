/** Modules in hosts that have no JavaScript: plain exports, called with numbers, give what they give in Node. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "../Core/processes.mjs";
import { inPath, pythonWithWasmtime } from "../Core/tools.mjs";
import { entryOf } from "../Families/npm-package.mjs";
import { builtExamples } from "./examples.mjs";

/** @type {import("./suites.mjs").Suite} */
export const hosts = {
  name: "hosts",
  about: "the numbers of an example computed by wasmkit and wasmtime, without JavaScript",
  async run(context) {
    const terrain = (await builtExamples(context)).find(({ name }) => name === "Terrain");
    for (const host of [await wasmkit(), await wasmtime(context)]) {
      await context.report.group(`hosts/${host.name}`, async (group) => {
        if (host.missing !== null) return group.skip("", host.missing);
        if (terrain === undefined) return group.fail("runs", "the example Terrain could not be built");
        return compare(group, host, terrain);
      });
    }
  },
};

const points = [
  [0.5, 0.25, 7],
  [-3.75, 1e6, 0],
  [123.456, -789.0125, 4294967295],
];

/** The heights of an example's landscape here and there, bit by bit. */
async function compare(group, host, { dist }) {
  const { init, Terrain } = await import(pathToFileURL(join(dist, await entryOf(dist, "node"))));
  await init();
  for (const point of points) {
    const name = `Terrain.height(${point.join(", ")})`;
    const wanted = Terrain.height(...point);
    const { code, output, value } = await host.height(join(dist, "terrain.wasm"), point);
    if (code === 0 && Object.is(value, wanted)) group.pass(name);
    else group.fail(name, `expected ${wanted}, got ${value} with exit code ${code}\n${output}`);
  }
}

/** The arguments with their wasm types; an i32 has a sign. */
const spelled = ([x, y, seed]) => [`f64:${x}`, `f64:${y}`, `i32:${seed | 0}`];

/** The interpreter that comes with Swift. It prints a float as the integer that has its bits. */
async function wasmkit() {
  const tool = await inPath("wasmkit");
  return {
    name: "wasmkit",
    missing: tool === null ? "wasmkit, which comes with Swift, is not in PATH" : null,
    async height(wasm, point) {
      const outcome = await run(tool, ["run", wasm, "Terrain.height", ...spelled(point)]);
      const bits = /f64\((\d+)\)/.exec(outcome.stdout)?.[1] ?? "0";
      return { ...outcome, value: new Float64Array(new BigUint64Array([BigInt(bits)]).buffer)[0] };
    },
  };
}

/** The compiler of the Bytecode Alliance, through its Python package. */
async function wasmtime(context) {
  const python = await pythonWithWasmtime();
  return {
    name: "wasmtime",
    missing: python !== null ? null : "the Python package wasmtime is not installed",
    async height(wasm, point) {
      const outcome = await run(python, [context.path("Tests", "Hosts", "call.py"), wasm, "Terrain.height", ...spelled(point)]);
      return { ...outcome, value: Number.parseFloat(outcome.stdout) };
    },
  };
}
