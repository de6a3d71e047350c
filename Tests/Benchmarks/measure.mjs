// Times and garbage of one statement.

/** A function that evaluates `row.body` n times and answers the last value. Its source is its own: functions that share one share
    their type feedback too, and slow one another down. */
export function compile(row, side, api) {
    const scope = row.make(api);
    const names = Object.keys(scope);
    const source = `// ${side}: ${row.name}
        return function (n) { let value; for (let i = 0; i < n; i++) { ${row.statement ?? `value = ${row.body}`}; } return value; };`;
    // oxlint-disable-next-line no-new-func -- the one way to give each statement a function of its own
    return new Function(...names, source)(...names.map((name) => scope[name]));
}

/** How many evaluations take about `milliseconds`. */
export function calibrate(run, milliseconds) {
    let count = 1;
    for (;;) {
        const start = performance.now();
        run(count);
        const elapsed = performance.now() - start;
        if (elapsed >= milliseconds) return Math.max(1, Math.round(count * milliseconds / elapsed));
        count = elapsed < milliseconds / 20 ? count * 10 : Math.ceil(count * 1.2 * milliseconds / elapsed);
    }
}

/** Nanoseconds an evaluation, one sample of each of `runs` after the other, `samples` times over. */
export function interleave(runs, samples, milliseconds) {
    const counts = runs.map((run) => (calibrate(run, milliseconds), calibrate(run, milliseconds)));
    const times = runs.map(() => []);
    for (let sample = 0; sample < samples; sample++) {
        for (let turn = 0; turn < runs.length; turn++) {
            const index = (turn + sample) % runs.length;
            const start = performance.now();
            runs[index](counts[index]);
            times[index].push((performance.now() - start) * 1e6 / counts[index]);
        }
    }
    return times.map((list) => {
        list.sort((a, b) => a - b);
        return { min: list[0], median: list[list.length >> 1] };
    });
}

let collect;

/** Makes `garbage` work where the engine lets us ask for a collection and for the heap's size. */
export async function prepareGarbage() {
    collect = globalThis.gc;
    if (collect === undefined && globalThis.process?.versions?.v8 && !globalThis.Bun && !globalThis.Deno) {
        const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import("node:v8"), import("node:vm")]);
        setFlagsFromString("--expose-gc");
        collect = runInNewContext("gc");
    }
    if (globalThis.Bun) collect = undefined;
    return collect !== undefined;
}

function used() {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
}

/** Bytes that one evaluation leaves behind: the median of several counts, each without a collection in between. */
export function garbage(run, nanoseconds) {
    if (collect === undefined) return undefined;
    let count = 16;
    run(count);
    const trial = () => {
        collect();
        const before = used();
        run(count);
        return (used() - before) / count;
    };
    // A collection in the middle of a trial would hide what it collects: stay well below the young generation.
    const first = Math.max(trial(), trial(), 50);
    count = Math.max(8, Math.min(20000, Math.floor(1e6 / first), Math.round(2e7 / nanoseconds)));
    run(count);
    const idle = () => {
        collect();
        const before = used();
        return used() - before;
    };
    const own = Math.min(idle(), idle(), idle());
    const trials = Array.from({ length: 7 }, () => trial() - own / count).toSorted((a, b) => a - b);
    return Math.max(0, trials[3]);
}
