// node run.mjs [--quick] [--json] [--filter REGEXP] [--samples N] [--ms N] [--no-build]
//
// Our generated glue against the hand-written floor, in one interleaved run. A row is over the limit when it takes more than
// 1.10 times the floor and more than 2 ns on top of it. --quick is for CI: few samples, no judgement of times, but both sides
// must compute the same, and calls with scalars must make no garbage where the floor makes none.

import { isDeepStrictEqual, parseArgs } from "node:util";
import { build } from "./build.mjs";
import { rows } from "./rows.mjs";
import { sides } from "./sides.mjs";
import { compile, garbage, interleave, prepareGarbage } from "./measure.mjs";

const { values: options } = parseArgs({
    options: {
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        filter: { type: "string", default: "" },
        samples: { type: "string" },
        ms: { type: "string" },
        "no-build": { type: "boolean", default: false },
    },
});
const samples = Number(options.samples ?? (options.quick ? 3 : 15));
const milliseconds = Number(options.ms ?? (options.quick ? 2 : 30));

if (!options["no-build"]) build();
const found = await sides();
const names = Object.keys(found);
const countsGarbage = await prepareGarbage();
const failures = [];

function measure(row) {
    const per = row.calls ?? 1;
    const runs = names.map((side) => compile(row, side, found[side]));
    const results = names.map((side, index) => runs[index](1));
    if (!results.every((result) => isDeepStrictEqual(result, results[0]))) {
        failures.push(`${row.name}: the floor answers ${show(results[0])}, the generated glue ${show(results[1])}`);
    }
    const times = interleave(runs, samples, milliseconds);
    const result = { name: row.name };
    names.forEach((side, index) => {
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

function line({ name, floor, generated, ratio, over }) {
    if (!generated) return `| ${name} | ${cell(floor)} | ${bytes(floor.bytes)} |`;
    return `| ${name} | ${cell(floor)} | ${cell(generated)} | ${ratio.toFixed(2)}x${over ? " **over**" : ""} `
        + `| ${bytes(floor.bytes)} | ${bytes(generated.bytes)} |`;
}

if (!options.json) {
    console.log(`## ${engine()}\n`);
    console.log(found.generated
        ? "| workload | floor ns min (median) | generated ns min (median) | ratio | floor B | generated B |\n|---|--:|--:|--:|--:|--:|"
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
    for (const failure of failures) console.log(`FAILED ${failure}`);
}
process.exitCode = failures.length > 0 ? 1 : 0;
