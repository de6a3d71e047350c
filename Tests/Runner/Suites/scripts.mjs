/** Suites that live in scripts of their own. */
import { runScript } from "../Core/scripts.mjs";

/** @type {import("./suites.mjs").Suite} */
export const support = {
  name: "support",
  about: "EmbeddedSupport: the C that Embedded Swift wants, as wasm in Node",
  run: (context) =>
    context.report.group("support", (group) => runScript(context, group, ["Tests", "EmbeddedSupportTests", "run.mjs"])),
};
