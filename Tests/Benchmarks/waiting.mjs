// What waiting costs, beside plain JavaScript that does the same: `node Tests/Benchmarks/waiting.mjs [--no-build]`, a Markdown table.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const at = (path) => new URL(path, import.meta.url);
const here = (path) => fileURLToPath(at(path));

if (!process.argv.includes("--no-build")) {
    const tool = process.env.BINDGEN_TEST_TOOL;
    const [command, ...words] = tool ? [tool] : ["swift", "run", "-q", "bindgen"];
    const args = ["build", "--package-path", here("Waiting"), "-c", "release", "--out", here("dist/waiting")];
    execFileSync(command, [...words, ...args], { cwd: here("../.."), stdio: ["ignore", 2, 2] });
}
const { init, supports, Waiting } = await import(at("dist/waiting/waiting.js").href);
await init(await readFile(at("dist/waiting/waiting.wasm")));

const later = (value) => Promise.resolve(value);
const last = async (value) => value & 1;
const quiet = () => {};
const drained = (sequence) => async (times) => {
    let sum = 0;
    for await (const value of sequence(times)) sum += value;
    return sum;
};
const plainStream = (count) => {
    let value = 0;
    const pull = (control) => (value === count ? control.close() : control.enqueue((value += 1)));
    return new ReadableStream({ pull }, { highWaterMark: 0 });
};
async function* values(count) {
    for (let value = 0; value < count; value++) yield value;
}

/** The sum of what `step` answers, each awaited. */
const summed = (step) => async (times) => {
    let sum = 0;
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    for (let index = 0; index < times; index++) sum += await step(index);
    return sum;
};

// What is repeated inside of one call, and what is one call each.
const rows = [
    ["an export that is settled at once", summed((index) => Waiting.atOnce(index)), summed(async (index) => index + 1)],
    ["an export that awaits one import", summed(() => Waiting.awaits(1)), summed(async (index) => later(index))],
    ["an import that is awaited", Waiting.awaits, summed(later)],
    ["an async function that does not suspend", Waiting.functions, summed(last)],
    ["a task", Waiting.tasks, summed(last)],
    ["a value by `withDeferred`, settled at once", Waiting.deferred, summed((index) => new Promise((resolve) => resolve(index & 1)))],
    ["a handler that returns nothing", (times) => Waiting.handlers(quiet, times), summed(quiet)],
    ["a handler that returns a promise", (times) => Waiting.handlers(last, times), summed(last)],
    ["an element of an async iterable", (times) => Waiting.elements(values(times)), async (times) => {
        let sum = 0;
        for await (const value of values(times)) sum += value;
        return sum;
    }],
    ["a value that Swift gives one by one", drained((times) => Waiting.counted(times)), drained(values)],
    ["the same as a stream", drained((times) => Waiting.streamed(times)), drained(plainStream)],
    ["a call of a member with `[Suspends]` (JSPI)", supports.jspi && summed((index) => Waiting.atOnceInPlace(index)), summed(async (index) => index + 1)],
    ["a wait in place (JSPI)", supports.jspi && Waiting.waits, summed(later)],
];

const times = 20_000;
async function best(run) {
    let least = Infinity;
    for (let sample = 0; sample < 15; sample++) {
        const start = performance.now();
        // oxlint-disable-next-line no-await-in-loop -- one sample after the other
        await run(times);
        least = Math.min(least, (performance.now() - start) * 1e6 / times);
    }
    return least;
}

const { Bun, Deno } = globalThis;
const engine = Bun ? `Bun ${Bun.version}` : Deno ? `Deno ${Deno.version.deno}` : `Node ${process.versions.node}, V8 ${process.versions.v8}`;
console.log(`${engine}, the least of 15 samples of ${times}\n`);
console.log("| what is repeated | Swift, ns | JavaScript, ns |\n|---|--:|--:|");
for (const [name, swift, plain] of rows) {
    // oxlint-disable-next-line no-await-in-loop -- they would disturb each other
    const [ours, theirs] = [swift ? (await best(swift)).toFixed(0) : "no JSPI", await best(plain)];
    console.log(`| ${name} | ${ours} | ${theirs.toFixed(0)} |`);
}
