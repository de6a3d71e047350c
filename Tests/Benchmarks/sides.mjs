// The sides of the benchmark. Each answers an object with the definitions of api.idl.

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
    // Kinds of members that the module above has none of.
    const members = await import(at("dist/members/members.js").href);
    await members.init(await readFile(at("dist/members/members.wasm")));
    const { Cell } = await import(at("dist/generated/host.js").href);
    return { ...module, ...members, Cell };
}

/** Other systems, each with `build` and `load`. */
export const peers = {
    embind: () => import("./Peers/Embind/embind.mjs"),
    "wasm-bindgen": () => import("./Peers/WasmBindgen/wasm-bindgen.mjs"),
};

/** The sides that are built, the floor first, then ours, then the peers that are asked for. */
export async function sides(peerNames = []) {
    if (!existsSync(at("dist/floor.wasm"))) throw new Error("dist/floor.wasm is missing: run build.mjs first");
    const found = { floor: await floor() };
    if (existsSync(at("dist/generated/benchmark.js"))) found.generated = await generated();
    const host = await import("./Generated/Sources/Benchmark/host.js");
    for (const name of peerNames) found[name] = await (await peers[name]()).load(host);
    return found;
}
