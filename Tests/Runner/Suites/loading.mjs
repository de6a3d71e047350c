/** How a module is loaded, in every engine: one family with good, missing, wrong and stale wasm beside it. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { forEach } from "../Core/lane.mjs";
import { entryOf } from "../Families/npm-package.mjs";
import { builtFamilies } from "./families.mjs";

/** @type {import("./suites.mjs").Suite} */
export const loading = {
  name: "loading",
  about: "the sources that init takes, and its errors, in every engine",
  async run(context) {
    const built = await builtFamilies(context);
    const family = built.find(({ name }) => name === "Greeting");
    const other = built.find(({ name }) => name === "Add");
    const layOut = family === undefined || other === undefined ? null : await writeFolders(context, family.dist, other.dist);
    await forEach(context.jobs, await context.engines(), (engine) =>
      context.report.group(`loading/${engine.name}`, async (group) => {
        if (engine.missing !== null) return group.skip("", engine.missing);
        if (layOut === null) return group.fail("runs", "the families Greeting and Add could not be built");
        return runEngine(context, group, engine, layOut);
      }),
    );
  },
};

async function runEngine(context, group, engine, folder) {
  const mounts = {
    "/loading/": folder,
    // A server that answers with its start page calls it what it is.
    "/loading/html/": { folder: join(folder, "html"), mime: { ".wasm": "text/html" } },
    "/odd/": { folder, mime: { ".wasm": "application/octet-stream" } },
    "/tests/": context.path("Tests", "Loading"),
    "/runner/": context.path("Tests", "Runner"),
  };
  const family = {
    name: "Loading",
    module: pathToFileURL(join(folder, `bytes-${engine.kind}.mjs`)).href,
    test: pathToFileURL(context.path("Tests", "Loading", "test.mjs")).href,
  };
  const { Loading } = await engine.run({ families: [family] }, { mounts, scratch: context.scratch });
  for (const name of Loading.passed) group.pass(name);
  for (const { name, detail } of Loading.failed) group.fail(name, detail);
  for (const { name, why } of Loading.skipped) group.skip(name, why);
}

/** How many copies of the module the tests use up: an engine loads a file once, and not all of them heed a query. */
const copies = { good: 70, stale: 2, html: 2, missing: 3 };

/**
 * Folders for each state of the wasm, and the bytes as a script, for an engine's ways to read a file differ.
 * @param {import("../Core/context.mjs").Context} context
 * @param {string} dist
 * @param {string} otherDist
 */
async function writeFolders(context, dist, otherDist) {
  const folder = await context.folder("loading");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const wasm = await wasmOf(dist);
  const good = await readFile(join(dist, wasm));
  const other = await readFile(join(otherDist, await wasmOf(otherDist)));
  const html = Buffer.from("<!DOCTYPE html>\n<html><body>There is nothing here, and 200 says so.</body></html>\n");
  for (const [state, bytes] of Object.entries({ good, stale: other, html, missing: null })) {
    for (let copy = 0; copy < copies[state]; copy += 1) {
      const place = join(folder, state, String(copy));
      await cp(dist, place, { recursive: true });
      if (bytes === null) await rm(join(place, wasm));
      else await writeFile(join(place, wasm), bytes);
    }
  }
  const spell = (bytes) => `Uint8Array.from(atob("${bytes.toString("base64")}"), (c) => c.charCodeAt(0))`;
  const lines = Object.entries({ good, other, html }).map(([name, bytes]) => `export const ${name} = ${spell(bytes)};\n`);
  lines.push(`export const wasm = ${JSON.stringify(wasm)};\n`, "export const init = async () => {};\n");
  for (const kind of ["node", "deno", "bun", "browser"]) {
    const script = `export const script = ${JSON.stringify(await entryOf(dist, kind))};\n`;
    await writeFile(join(folder, `bytes-${kind}.mjs`), [...lines, script].join(""));
  }
  return folder;
}

async function wasmOf(dist) {
  const file = (await readdir(dist)).find((name) => name.endsWith(".wasm"));
  if (file === undefined) throw new Error(`no .wasm in ${dist}`);
  return file;
}
