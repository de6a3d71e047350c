// node run.mjs [--quick] [--json] [--filter REGEXP] [--samples N] [--ms N] [--no-build] [--peer embind]
//
// Our generated glue against the hand-written floor, in one interleaved run. A row is over the limit when it takes more than
// 1.10 times the floor and more than 2 ns on top of it. A peer has a column of its own, and a row is behind it when ours takes longer. --quick is for CI: few samples, no judgement of times, but both sides
// must compute the same, and calls with scalars must make no garbage where the floor makes none.

import { isDeepStrictEqual, parseArgs } from "node:util";
import { build } from "./build.mjs";
import { rows } from "./rows.mjs";
import { peers, sides } from "./sides.mjs";
import { compile, garbage, interleave, prepareGarbage } from "./measure.mjs";

const { values: options } = parseArgs({
    options: {
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        filter: { type: "string", default: "" },
        samples: { type: "string" },
        ms: { type: "string" },
        "no-build": { type: "boolean", default: false },
        peer: { type: "string", multiple: true, default: [] },
    },
});
const samples = Number(options.samples ?? (options.quick ? 3 : 15));
const milliseconds = Number(options.ms ?? (options.quick ? 2 : 30));

if (!options["no-build"]) build();
const present = [];
for (const name of options.peer) {
    if (!peers[name]) throw new Error(`there is no peer ${name}, but ${Object.keys(peers).join(", ")}`);
    if (options["no-build"] || (await peers[name]()).build()) present.push(name);
    else console.error(`${name} is not installed: measuring without it`);
}
const found = await sides(present);
const names = Object.keys(found);
const countsGarbage = await prepareGarbage();
const failures = [];

/** What a side's statement and its answer are; undefined where a peer has no such feature. */
function attempt(row, side) {
    try {
        const run = compile(row, side, found[side]);
        return { side, run, answer: run(1) };
    } catch (error) {
        if (present.includes(side)) return undefined;
        throw error;
    }
}

/** As peers make objects of their own classes, their answers are compared as JSON. */
const alike = (a, b) => isDeepStrictEqual(a, b) || JSON.stringify(a) === JSON.stringify(b);

function measure(row) {
    const per = row.calls ?? 1;
    const all = names.map((side) => attempt(row, side));
    const expected = all[0].answer;
    const sides = all.filter((one) => one && (!present.includes(one.side) || alike(one.answer, expected)));
    for (const { side, answer } of sides) {
        if (!alike(answer, expected)) failures.push(`${row.name}: the floor answers ${show(expected)}, ${side} ${show(answer)}`);
    }
    const runs = sides.map(({ run }) => run);
    const times = interleave(runs, samples, milliseconds);
    const result = { name: row.name };
    sides.forEach(({ side }, index) => {
        const bytes = countsGarbage ? garbage(runs[index], times[index].min) : undefined;
        result[side] = {
            min: times[index].min / per,
            median: times[index].median / per,
            bytes: bytes === undefined ? undefined : bytes / per,
        };
    });
    if (result.generated) {
        result.ratio = result.generated.min / result.floor.min;
        result.over = result.ratio > 1.1 && result.generated.min - result.floor.min > 2;
        result.behind = present.filter((peer) => result[peer] && result[peer].min < result.generated.min);
        // The smallest object has 12 bytes; what is less is the noise of the count.
        if (row.scalar && result.floor.bytes < 8 && result.generated.bytes >= 8) {
            failures.push(`${row.name}: ${Math.round(result.generated.bytes)} bytes of garbage a call, where the floor makes none`);
        }
    }
    return result;
}

function show(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function engine() {
    if (globalThis.Bun) return `Bun ${Bun.version}`;
    if (globalThis.Deno) return `Deno ${Deno.version.deno}`;
    return `Node ${process.versions.node}`;
}

const time = (value) => value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1);
const bytes = (value) => value === undefined ? "?" : Math.round(value).toLocaleString("en");
const cell = ({ min, median }) => `${time(min)} (${time(median)})`;

function line({ name, floor, generated, ratio, over, behind, ...others }) {
    if (!generated) return `| ${name} | ${cell(floor)} | ${bytes(floor.bytes)} |`;
    const peerCells = present.map((peer) => {
        const own = others[peer];
        return own ? ` ${(own.min / floor.min).toFixed(2)}x${behind.includes(peer) ? " **ahead**" : ""} |` : " n/a |";
    });
    return `| ${name} | ${cell(floor)} | ${cell(generated)} | ${ratio.toFixed(2)}x${over ? " **over**" : ""} `
        + `| ${bytes(floor.bytes)} | ${bytes(generated.bytes)} |${peerCells.join("")}`;
}

if (!options.json) {
    console.log(`## ${engine()}\n`);
    console.log(found.generated
        ? `| workload | floor ns min (median) | generated ns min (median) | ratio | floor B | generated B |${present.map((peer) => ` ${peer} |`).join("")}`
            + `\n|---|--:|--:|--:|--:|--:|${"--:|".repeat(present.length)}`
        : "| workload | floor ns min (median) | floor B |\n|---|--:|--:|");
}
const results = [];
for (const row of rows.filter(({ name }) => new RegExp(options.filter).test(name))) {
    let result;
    try {
        result = measure(row);
    } catch (error) {
        failures.push(`${row.name}: ${error.stack}`);
        continue;
    }
    results.push(result);
    if (!options.json) console.log(line(result));
    // Lets microtasks run that either side has put off.
    await new Promise((resolve) => setTimeout(resolve, 0));
}
const over = results.filter((result) => result.over).map(({ name }) => name);
if (options.json) {
    console.log(JSON.stringify({ engine: engine(), samples, milliseconds, results, failures }, null, 1));
} else {
    if (!found.generated) console.log("\nOnly the floor is built: nothing to compare it with.");
    else if (!options.quick) console.log(`\n${over.length} of ${results.length} rows over the limit${over.length ? `: ${over.join("; ")}` : ""}`);
    const behind = results.filter((result) => result.behind?.length > 0);
    if (present.length > 0) console.log(`\n${behind.length} rows behind ${present.join(", ")}${behind.length ? `: ${behind.map(({ name }) => name).join("; ")}` : ""}`);
    for (const failure of failures) console.log(`FAILED ${failure}`);
}
process.exitCode = failures.length > 0 ? 1 : 0;
