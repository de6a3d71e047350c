// node build.mjs [floor] [generated]: builds the sides of the benchmark into dist/ (both when none is named).

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const wanted = process.argv.slice(2);
const builds = (side) => wanted.length === 0 || wanted.includes(side);

function run(command, args, cwd) {
    execFileSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

function optimize(from, to) {
    try {
        run("wasm-opt", ["-O3", "--all-features", "--strip-debug", from, "-o", to]);
    } catch (error) {
        if (error.code !== "ENOENT") throw error;
        console.error("wasm-opt is missing: measuring without it");
        copyFileSync(from, to);
    }
}

mkdirSync(here("dist"), { recursive: true });
if (builds("floor")) {
    run("swift", ["build", "--triple", "wasm32-unknown-none-wasm", "--toolset", here("toolset.json"), "--product", "Floor", "-c", "release"],
        here("Floor"));
    optimize(here("Floor/.build/wasm32-unknown-none-wasm/release/Floor.wasm"), here("dist/floor.wasm"));
}
if (builds("generated") && existsSync(here("Generated/Package.swift"))) {
    run("swift", ["run", "-c", "release", "bindgen", "build", "--package-path", here("Generated"), "-c", "release",
        "--out", here("dist/generated")], here("../.."));
    copyFileSync(here("host.js"), here("dist/generated/host.js"));
}
