// Builds the sides of the benchmark into dist/: `node build.mjs [floor] [generated]`, both when none is named. run.mjs does so too.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

function run(command, args, cwd) {
    // What the tools say goes to the other stream: the table may be on its way into a file.
    execFileSync(command, args, { cwd, stdio: ["ignore", 2, 2] });
}

/** The same treatment for both sides, and for peers that have no optimizer of their own. */
export function optimize(from, to) {
    try {
        run("wasm-opt", ["-O3", "--all-features", "--strip-debug", from, "-o", to]);
    } catch (error) {
        if (error.code !== "ENOENT") throw error;
        console.error("wasm-opt is missing: measuring without it");
        if (from !== to) copyFileSync(from, to);
    }
}

function buildFloor() {
    const triple = "wasm32-unknown-none-wasm";
    run("swift", ["build", "--triple", triple, "--toolset", here("toolset.json"), "--product", "Floor", "-c", "release", "-q"],
        here("Floor"));
    optimize(here(`Floor/.build/${triple}/release/Floor.wasm`), here("dist/floor.wasm"));
}

function buildGenerated() {
    if (!existsSync(here("Generated/Package.swift"))) return;
    const tool = process.env.BINDGEN_TEST_TOOL;
    const [command, ...words] = tool ? [tool] : ["swift", "run", "-q", "bindgen"];
    for (const [name, out] of [["Generated", "generated"], ["Members", "members"]]) {
        run(command, [...words, "build", "--package-path", here(name), "-c", "release", "--out", here(`dist/${out}`)], here("../.."));
    }
}

export function build(names = []) {
    mkdirSync(here("dist"), { recursive: true });
    if (names.length === 0 || names.includes("floor")) buildFloor();
    if (names.length === 0 || names.includes("generated")) buildGenerated();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(process.argv.slice(2));
