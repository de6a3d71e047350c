// The two sides of the benchmark. Each answers an object with the definitions of api.idl.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

const at = (path) => new URL(path, import.meta.url);

async function floor() {
    const { init } = await import("./Floor/floor.js");
    const api = await init(await readFile(at("dist/floor.wasm")));
    return { ...api };
}

async function generated() {
    // The module itself with its bytes: the same road in every engine.
    const module = await import(at("dist/generated/benchmark.js").href);
    await module.init(await readFile(at("dist/generated/benchmark.wasm")));
    const { Cell } = await import(at("dist/generated/host.js").href);
    return { ...module, Cell };
}

/** The sides that are built, the floor first. */
export async function sides() {
    if (!existsSync(at("dist/floor.wasm"))) throw new Error("dist/floor.wasm is missing: run build.mjs first");
    const found = { floor: await floor() };
    if (existsSync(at("dist/generated/benchmark.js"))) found.generated = await generated();
    return found;
}
