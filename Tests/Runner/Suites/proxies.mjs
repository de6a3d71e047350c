/** The calls that the families' tests make, through the proxy of each module: the same comes of them, or the proxy refuses the member by name. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { difference } from "../Families/difference.mjs";
import { findFamilies } from "../Families/families.mjs";
import { storm, tryWhatCannotStart } from "../Remote/engines.mjs";
import { known } from "../Remote/known.mjs";
import { builtFamilies } from "./families.mjs";

/** @type {import("./suites.mjs").Suite} */
export const proxies = {
  name: "proxies",
  about: "the calls of the families' tests through the proxies of their modules, what a proxy refuses, and in every engine workers that cannot start and a storm over several",
  async run(context) {
    await context.report.group("proxies/refused", (group) => compareRefusals(context, group));
    const engine = (await context.engines()).find(({ name }) => name === "node24");
    const built = await builtFamilies(context);
    await context.report.group("proxies/calls", async (group) => {
      if (engine.missing !== null) return group.skip("", engine.missing);
      // The tests of Workers call its proxy themselves.
      const others = built.filter(({ name }) => name !== "Workers");
      if (others.length === 0) return group.skip("", "BINDGEN_FAMILIES leaves the families out");
      return forEach(context.jobs, others, (family) => repeat(context, group, engine, family));
    });
    const family = built.find(({ name }) => name === "Workers");
    await forEach(context.jobs, await context.engines(), (engine) =>
      context.report.group(`proxies/${engine.name}`, async (group) => {
        if (engine.missing !== null) return group.skip("", engine.missing);
        if (family === undefined) return group.skip("", "BINDGEN_FAMILIES leaves Workers out");
        await tryWhatCannotStart(context, group, engine, family);
        return storm(context, group, engine, family, 30);
      }),
    );
  },
};

/** A storm of minutes. */
export async function stormForLong(context, group, seconds) {
  const family = (await builtFamilies(context)).find(({ name }) => name === "Workers");
  if (family === undefined) return group.skip("", "BINDGEN_FAMILIES leaves Workers out");
  const end = Date.now() + seconds * 1000;
  do {
    for (const engine of (await context.engines()).filter(({ missing }) => missing === null)) {
      await storm(context, group, engine, family, 500, (name) => `${engine.name}: ${name}`);
    }
  } while (Date.now() < end);
}

/** What `--worker=partial` leaves out of each family, and why. */
async function compareRefusals(context, group) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  const lines = [];
  for (const { name, folder } of await findFamilies(context)) {
    const out = join(await context.folder("proxies"), name);
    const { stderr, output, code } = await run(tool.path, ["generate", "api.idl", "--module", name, "--worker=partial", "--out", out], { cwd: folder });
    if (code !== 0) return group.fail(name, output);
    const told = stderr.matchAll(/^api\.idl:\d+:\d+: warning: a worker cannot have ([^]*?) \[worker\]\n[^]*?(?:^ *in (.*)$|(?=^api\.idl)|$(?![^]))/gm);
    for (const [, what, place] of told) lines.push(`${name}: ${place ?? ""}: ${what}`);
  }
  if (process.env.BINDGEN_FAMILIES !== undefined) return group.skip("what proxies refuse", "BINDGEN_FAMILIES leaves some out");
  const file = context.path("Tests", "Runner", "Remote", "refused.txt");
  const text = `${lines.join("\n")}\n`;
  if (context.updatesGolden) await writeFile(file, text);
  const change = difference(new Map([["refused.txt", await readFile(file).catch(() => Buffer.from(""))]]), new Map([["refused.txt", Buffer.from(text)]]));
  return change === null ? group.pass("what proxies refuse") : group.fail("what proxies refuse", `${change}\nUPDATE_GOLDEN=1 Tests/run proxies rewrites it`);
}

async function repeat(context, group, engine, family) {
  const proxy = family.modules.node.replace(/\.node\.js$/, ".worker.node.js");
  const script = context.path("Tests", "Runner", "Remote", "main.mjs");
  const { code, stdout, output } = await engine.script(["--expose-gc", script, family.modules.node, proxy, pathToFileURL(join(family.folder, "test.mjs")).href], { folder: family.folder, scratch: context.scratch });
  const line = stdout.split("\n").find((text) => text.startsWith("@replayed "));
  if (line === undefined) return group.fail(family.name, `exit code ${code}\n${output}`);
  const { compared, left, differences } = JSON.parse(line.slice("@replayed ".length));
  context.report.print(`  ${family.name}: ${compared} calls; not made: ${Object.entries(left).map(([why, count]) => `${count} ${why}`).join(", ") || "none"}`);
  const faults = new Set(differences.filter((difference) => !known[family.name]?.some(([member]) => member.test(difference))));
  if (faults.size > 0) return group.fail(family.name, [...faults].slice(0, 20).join("\n"));
  return group.pass(family.name);
}
