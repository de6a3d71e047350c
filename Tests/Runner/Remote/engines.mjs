/** The proxy of the family Workers in every engine, beside the family's own tests: workers that cannot start, and a storm. */
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Scripts of workers with which none can start, in the place of the package's. */
const faults = {
  "are not there": null,
  "throw": 'throw new Error("no worker today");\n',
  "are no JavaScript": "const = ;\n",
  "say nothing": "setInterval(() => {}, 1000);\n",
  "are of another build": 'import { parentPort } from "node:worker_threads";\nparentPort.postMessage("bindgen:00000000");\n',
};

const folderOf = (family) => dirname(fileURLToPath(family.modules.node));

async function runTests(context, group, engine, folder, test, exported, rename) {
  const suffix = engine.kind === "browser" ? ".js" : ".node.js";
  const place = join(folder, `${test}-${engine.name}.mjs`);
  const texts = Object.entries({ suffix, proxy: `workers.worker${suffix}`, script: `workers.thread${suffix}`, ...exported });
  await writeFile(place, ["export const init = async () => {};", ...texts.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`), ""].join("\n"));
  const job = { families: [{ name: test, module: pathToFileURL(place).href, test: pathToFileURL(context.path("Tests", "Runner", "Remote", `${test}.mjs`)).href }] };
  const mounts = { "/package/": folder, "/runner/": context.path("Tests", "Runner") };
  const results = await engine.run(job, { mounts, scratch: context.scratch, isolated: true });
  group.tell(results[test], rename);
}

/** Workers that cannot start, each in a copy of the package. */
export async function tryWhatCannotStart(context, group, engine, family) {
  const copies = await context.folder("proxies", `Faults-${engine.name}`);
  await rm(copies, { recursive: true, force: true });
  for (const [index, script] of Object.values(faults).entries()) {
    const copy = join(copies, `${index}`);
    await cp(folderOf(family), copy, { recursive: true });
    for (const suffix of [".js", ".node.js"]) {
      const thread = join(copy, `workers.thread${suffix}`);
      await cp(thread, join(copy, `workers.works${suffix}`));
      await rm(thread);
      const text = suffix === ".js" ? script?.replace(/^import.*\nparentPort/m, "globalThis") : script;
      if (text !== undefined && text !== null) await writeFile(thread, text);
      // Nobody waits for half a minute.
      const maker = join(copy, `workers.worker${suffix}`);
      const made = await readFile(maker, "utf8");
      if (!made.includes("30_000")) throw new Error(`${maker} waits without end`);
      await writeFile(maker, made.replace("30_000", script === faults["say nothing"] ? "3_000" : "30_000"));
    }
  }
  await runTests(context, group, engine, copies, "start", { faults: Object.keys(faults) });
}

/** @param {number} rounds of some thirty steps each */
export async function storm(context, group, engine, family, rounds, rename = undefined) {
  const folder = await context.folder("proxies", `Storm-${engine.name}`);
  await rm(folder, { recursive: true, force: true });
  await cp(folderOf(family), folder, { recursive: true });
  await runTests(context, group, engine, folder, "storm", { rounds }, rename);
}
