/** Several builds of a module in one package, and the module in a worker, in the package of a user. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "../Core/expect.mjs";
import { run } from "../Core/processes.mjs";

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const variantTests = {
  async "a package holds several builds: the best one is loaded, each can be asked for, in a worker too"(consumer) {
    await consumer.write("bindgen.json", JSON.stringify({ variants: ["base", "simd"], worker: true }));
    const written = [];
    // The second time, what stands there is the package's own.
    for (let round = 0; round < 2; round++) written.push(await consumer.build());
    await rm(join(consumer.folder, "bindgen.json"));
    expect(/unchanged/.test(written[1]), written[1]);
    const manifest = JSON.parse(await readFile(join(consumer.folder, "dist", "package.json"), "utf8"));
    for (const file of ["consumer.simd.wasm", "consumer.thread.js", "consumer.worker-glue.js"]) expect(manifest.files.includes(file), manifest.files.join());
    const entry = (name) => JSON.stringify(pathToFileURL(join(consumer.folder, "dist", name)).href);
    const script = `
      import { Greeter, init, instantiate, variants } from ${entry("consumer.node.js")};
      import { Greeter as Remote, init as initRemote } from ${entry("consumer.worker.node.js")};
      const told = [variants.names, variants.best, variants.supports("base"), variants.supports("more")];
      for (const name of variants.names) told.push((await instantiate(variants.source(name))).Greeter.greet(name));
      try { variants.source("more"); } catch (error) { told.push(error.message); }
      await init();
      await initRemote();
      console.log(JSON.stringify([...told, Greeter.greet("Ada"), await Remote.greet("Bo")]));`;
    await consumer.write("dist/try.mjs", script);
    const { stdout, output } = await run("node", [join(consumer.folder, "dist", "try.mjs")]);
    const wanted = [["simd", "base"], "simd", true, false, "Hello, simd!", "Hello, base!", 'variants.source: there is no build "more", but simd, base', "Hello, Ada!", "Hello, Bo!"];
    expect(stdout.trim() === JSON.stringify(wanted), output);
    await rm(join(consumer.folder, "dist"), { recursive: true });
  },

  async "a build that does not exist is an error at its place"(consumer) {
    await consumer.write("bindgen.json", JSON.stringify({ variants: ["base", "thread", "smd"] }));
    const output = await consumer.build(1);
    await rm(join(consumer.folder, "bindgen.json"));
    expect(/^bindgen\.json:1:\d+: error: `thread` in `variants` is no build of a module; there are `base`/m.test(output), output);
    expect(/^bindgen\.json:1:\d+: error: `smd` in `variants` is no build of a module; there are `base`/m.test(output), output);
  },
};
