/** What `bindgen build` does about the `features` of bindgen.json, in the package of a user. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "../Core/expect.mjs";
import { difference } from "../Families/difference.mjs";

/** Builds with these features in a bindgen.json, which is removed again. @param {import("./build.mjs").Consumer} consumer */
async function buildWith(consumer, features, code) {
  await consumer.write("bindgen.json", JSON.stringify({ features }));
  const output = await consumer.build(code);
  await rm(join(consumer.folder, "bindgen.json"));
  return output;
}

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const featureTests = {
  async "features that are kept say nothing"(consumer) {
    const output = await buildWith(consumer, { forbid: ["tail-call", "atomics", "simd"], demand: ["bulk-memory"] }, 0);
    expect(!/feature|tail-call/.test(output), output);
  },

  async "a forbidden feature fails the build and names the functions that use it, a demanded one with what to do"(consumer) {
    await consumer.build();
    const before = await consumer.contents();
    const output = await buildWith(consumer, { forbid: ["bulk-memory"], demand: ["simd"] }, 1);
    expect(/^error: the features of bindgen\.json are not kept; nothing was written$/m.test(output), output);
    expect(/^ {2}`bulk-memory` is forbidden, and the module uses it\n {2}`simd128` is demanded, and the module does not use it$/m.test(output), output);
    expect(/^Used by, of `bulk-memory`:\n(?: {2}\S.*\n)* {2}bindgen_\w*Greeter_greet$/m.test(output), output);
    expect(/^Build with --simd, /m.test(output), output);
    const changed = difference(before, await consumer.contents());
    expect(changed === null, `dist has changed: ${changed}`);
  },

  async "a feature that is none is an error at its place"(consumer) {
    const output = await buildWith(consumer, { forbid: ["bulk-memry"], demands: [] }, 1);
    expect(/^bindgen\.json:1:\d+: error: `bulk-memry` in `features\.forbid` is no feature of WebAssembly; did you mean `bulk-memory`\?/m.test(output), output);
    expect(/^bindgen\.json:1:\d+: error: `features` has no key `demands`; did you mean `demand`\?/m.test(output), output);
  },
};
