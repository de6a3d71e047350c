// wasm-bindgen (Rust's binding generator) as a side of the benchmark: its macro and its crate as Debian has them, and glue.mjs in place of
// its tool's JavaScript.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { optimize } from "../../build.mjs";
import * as glue from "./glue.mjs";
import { start } from "./support.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = (path) => here(`../../dist/wasm-bindgen/${path}`);

// Debian's own, whatever else is in PATH: a newer cargo does not work with this rustc, and a newer rustc has no crates without a network.
const cargo = "/usr/bin/cargo";
const rustc = "/usr/bin/rustc";
const crates = "/usr/share/cargo/registry";
const target = "wasm32-unknown-unknown";

// The features are what today's Rust has by default and this one knows, but for those that would change the glue: memory is copied by the
// engine. The table is for glue.mjs.
const flags = [
    "-Ctarget-feature=+bulk-memory,+nontrapping-fptoint,+mutable-globals", "-Clink-arg=--export-table",
    `-Clink-arg=${built("stack.o")}`,
];

/** Builds bench.rs where Debian's Rust is installed (see ../../README.md); false where it is not. */
export function build() {
    if (![cargo, rustc, "/usr/bin/rust-lld", `/usr/lib/rustlib/${target}`, `${crates}/wasm-bindgen-0.2.83`].every(existsSync)) return false;
    mkdirSync(built("crate"), { recursive: true });
    // Built from a copy: cargo writes a lock file beside the manifest.
    for (const name of ["Cargo.toml", "bench.rs"]) copyFileSync(here(name), built(`crate/${name}`));
    const run = (command, args, env) =>
        execFileSync(command, args, { cwd: built("crate"), stdio: ["ignore", 2, 2], env: { ...process.env, ...env } });
    try {
        run("clang", [`--target=${target}`, "-c", here("stack.s"), "-o", built("stack.o")]);
    } catch (error) {
        if (error.code === "ENOENT") return false;
        throw error;
    }
    run(cargo, ["build", "--release", "--offline", "--quiet", "--target", target, "--target-dir", built("target"),
        "--config", 'source.crates-io.replace-with="debian"', "--config", `source.debian.directory="${crates}"`], {
        RUSTC: rustc, CARGO_HOME: built("cargo"), CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"),
    });
    optimize(built(`target/${target}/release/bench.wasm`), built("bench.wasm"));
    return true;
}

/** What the module imports: glue.mjs's functions by the names that the macro gives them, which end in a hash. The rest is for the tool. */
function importsOf(module) {
    const shims = glue.shims();
    const imports = { __proto__: null };
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
        imports[from] ??= { __proto__: null };
        imports[from][name] = shims[name.replace(/^__wbg_(\w+)_[0-9a-f]{16}$/, "$1")] ?? (() => {
            throw new Error(`${name} has no JavaScript`);
        });
    }
    return imports;
}

/** The definitions of api.idl as far as wasm-bindgen has them. A member that is missing makes its rows `n/a`. */
export async function load(host) {
    const module = await WebAssembly.compile(await readFile(built("bench.wasm")));
    const { exports } = await WebAssembly.instantiate(module, importsOf(module));
    start(exports);
    const { Counter, ...Bench } = glue;
    Counter.prototype.dispose = Counter.prototype.free;
    return { Bench: { ...Bench, takeAny: Bench.takeSequence }, Counter, Cell: host.Cell };
}
