// The hand-written side of the benchmark: the API of ../api.idl over Floor.wasm.

import * as host from "../Generated/Sources/Benchmark/host.js";
import { bindMemory } from "./memory.js";
import { arrays, benchImports, bindBench, calls, dictionaries, strings } from "./bench.js";
import { bindMembers, Forms, Series, Table } from "./members.js";
import { pageImports } from "./page.js";
import { bindObjects, Counter, functions, importCalls, objectImports, Samples } from "./objects.js";

export async function init(bytes) {
    const { instance } = await WebAssembly.instantiate(bytes, { floor: { ...benchImports, ...objectImports(host), ...pageImports } });
    const wasm = instance.exports;
    bindMemory(wasm);
    bindBench(wasm);
    bindObjects(wasm);
    bindMembers(wasm);
    const Bench = { ...calls, ...strings, ...arrays, ...dictionaries, ...functions, ...importCalls(host.Cell) };
    return { Bench, Counter, Samples, Cell: host.Cell, Forms, Series, Table };
}
