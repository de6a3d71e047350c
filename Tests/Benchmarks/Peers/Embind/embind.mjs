// embind (Emscripten's binding generator) as a side of the benchmark.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds bench.cpp where Emscripten is installed (Debian: `apt-get install emscripten python3-ply`); false where it is not. */
export function build() {
    mkdirSync(here("../../dist/embind"), { recursive: true });
    const options = ["-O3", "-std=c++17", "--bind", "-sMODULARIZE=1", "-sEXPORT_ES6=1", "-sALLOW_MEMORY_GROWTH=1", "-sENVIRONMENT=web"];
    // Debian keeps the modules that Emscripten's own JavaScript asks for here.
    const NODE_PATH = process.env.NODE_PATH ?? "/usr/share/nodejs:/usr/lib/nodejs:/usr/share/javascript";
    try {
        execFileSync("em++", [...options, here("bench.cpp"), "-o", here("../../dist/embind/bench.mjs")],
            { stdio: ["ignore", 2, 2], env: { ...process.env, NODE_PATH } });
    } catch (error) {
        if (error.code === "ENOENT") return false;
        throw error;
    }
    return true;
}

/** The definitions of api.idl as far as embind has them. A member that is missing makes its rows `n/a`. */
export async function load({ Host, Cell }) {
    const { default: create } = await import(new URL("../../dist/embind/bench.mjs", import.meta.url).href);
    const wasmBinary = await readFile(here("../../dist/embind/bench.wasm"));
    const module = await create({ wasmBinary, Host, Cell });
    const { Adder, Counter, Samples } = module;
    Counter.prototype.dispose = Counter.prototype.delete;
    const makeAdder = (amount) => {
        const adder = new Adder(amount);
        const call = (value) => adder.call(value);
        call.dispose = () => adder.delete();
        return call;
    };
    return { Bench: { ...module, takeAny: module.takeSequence, makeAdder }, Counter, Samples, Cell };
}
