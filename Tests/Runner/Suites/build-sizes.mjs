/** What `bindgen build` says and does about sizes, in the package of a user: the report, the budget, compressed copies. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect } from "../Core/expect.mjs";
import { exists } from "../Core/files.mjs";
import { inPath } from "../Core/tools.mjs";
import { difference } from "../Families/difference.mjs";

/** Builds with a bindgen.json, which is removed again. @param {import("./build.mjs").Consumer} consumer */
async function buildWith(consumer, settings, code, args = []) {
  await consumer.write("bindgen.json", JSON.stringify(settings));
  const output = await consumer.build(code, args);
  await rm(join(consumer.folder, "bindgen.json"));
  return output;
}

const greeting = "Sources/Consumer/Greeter.swift";

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const sizeTests = {
  async "--report tells functions by their Swift names, and what adds up"(consumer) {
    const output = await consumer.build(0, ["--report"]);
    const bytes = (await readFile(join(consumer.folder, "dist", "consumer.wasm"))).length;
    expect(output.includes(`  raw     ${bytes.toLocaleString("en")} B`), output);
    expect(/^ +[\d,]+ B +[\d.]+ % .*String\.append\(_:\)/m.test(output), output);
    expect(/kept by\n/.test(output) && /export Greeter\.greet$/m.test(output), output);
    const sum = [...output.split("\nSections\n")[1].split("\n\n")[0].matchAll(/([\d,]+) B +[\d.]+ %/g)].reduce((total, [, text]) => total + Number(text.replaceAll(",", "")), 8);
    expect(sum === bytes, `the sections and the preamble have ${sum} B of ${bytes}`);
  },

  async "--report tells what has changed since the last build that differed"(consumer) {
    const before = await readFile(join(consumer.folder, greeting), "utf8");
    await consumer.write(greeting, before.replace('"Hello, \\(name)!"', '"Hello, \\(name)! You have \\(name.utf8.count) bytes."'));
    await consumer.build();
    // The same once more: the comparison is still with what was before the change.
    const output = await consumer.build(0, ["--report"]);
    await consumer.write(greeting, before);
    expect(/^consumer\.wasm, and the change since the last build that differed$/m.test(output), output);
    expect(/^ {2}raw +[\d,]+ B +\+[\d,]+ B$/m.test(output), output);
    expect(/^Changed functions\n +\+[\d,]+ B +\S/m.test(output), output);
  },

  async "a budget that is kept says nothing"(consumer) {
    const output = await buildWith(consumer, { budget: { wasm: { raw: "1 MB", gzip: "500 kB" }, js: "50 KiB" } }, 0);
    expect(!/budget/.test(output), output);
  },

  async "a budget that is exceeded fails the build, says by how much and where, and leaves dist as it is"(consumer) {
    const before = await consumer.contents();
    const bytes = before.get("dist/consumer.wasm").length;
    await consumer.write(greeting, (await readFile(join(consumer.folder, greeting), "utf8")).replace("Hello", "Good day"));
    const output = await buildWith(consumer, { budget: { wasm: "1 kB", js: { gzip: "100 B" } } }, 1);
    expect(/^error: the budget of bindgen\.json is exceeded; nothing was written$/m.test(output), output);
    const over = new RegExp(`^  consumer\\.wasm: ([\\d,]+) B, ([\\d,]+) B more than \`budget\\.wasm\\.raw\` allows \\(1,000 B\\)$`, "m").exec(output);
    expect(over !== null && Math.abs(Number(over[1].replace(",", "")) - bytes) < 100, output);
    expect(/^ {2}consumer\.js \+ consumer\.glue\.js: [\d,]+ B after gzip, .*`budget\.js\.gzip` allows \(100 B\)$/m.test(output), output);
    expect(/^The largest functions:\n {2}[\d,]+ B {2}String\.append\(_:\)\n/m.test(output), output);
    expect(/^What helps: .*--optimize size; .*--report/m.test(output), output);
    await consumer.write(greeting, before.get(greeting).toString());
    const change = difference(before, await consumer.contents());
    if (change !== null) throw new Error(change);
  },

  async "a budget that is no size is an error at its place"(consumer) {
    const output = await buildWith(consumer, { budget: { wasm: "60 kg", js: { zip: "1 kB" } } }, 1);
    expect(/^bindgen\.json:1:\d+: error: `budget\.wasm` must be a size such as "60 kB"/m.test(output), output);
    expect(/^bindgen\.json:1:\d+: error: `budget\.js` has no key `zip`; did you mean `gzip`\?/m.test(output), output);
  },

  async "--compress writes copies, which go when they are out of date"(consumer) {
    const dist = join(consumer.folder, "dist");
    const missing = (await Promise.all(["gzip", "brotli"].map(inPath))).indexOf(null);
    if (missing !== -1) {
      const output = await consumer.build(1, ["--compress"]);
      return expect(/^error: (gzip|brotli) is not installed/m.test(output), output);
    }
    await consumer.build(0, ["--compress"]);
    for (const name of ["consumer.wasm", "consumer.js", "consumer.glue.js"]) {
      const [plain, gzip, brotli] = await Promise.all(["", ".gz", ".br"].map((suffix) => readFile(join(dist, name + suffix))));
      expect(gunzipSync(gzip).equals(plain) && brotliDecompressSync(brotli).equals(plain), `${name}: the copies hold something else`);
      expect(gzip.length < plain.length && brotli.length < gzip.length, `${name}: ${plain.length}, ${gzip.length}, ${brotli.length} B`);
    }
    await consumer.build();
    expect(await exists(join(dist, "consumer.wasm.br")), "a copy that is up to date was removed");
    const text = await readFile(join(consumer.folder, greeting), "utf8");
    await consumer.write(greeting, text.replace("Hello", "Good day"));
    const output = await consumer.build();
    await consumer.write(greeting, text);
    expect(/^note: removed consumer\.wasm\.gz, consumer\.wasm\.br, made of files that have changed since$/m.test(output), output);
    expect(!(await exists(join(dist, "consumer.wasm.br"))), "the old copy is there");
    for (const name of ["consumer.js", "consumer.glue.js"]) for (const suffix of [".gz", ".br"]) await rm(join(dist, name + suffix), { force: true });
    return undefined;
  },
};
