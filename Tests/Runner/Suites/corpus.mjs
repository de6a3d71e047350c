/** The Swift tests whose names say Corpus: they read the IDL corpus in place. */
import { resolve } from "node:path";
import { exists } from "../Core/files.mjs";
import { runSwiftTests } from "./swift.mjs";

/** @type {import("./suites.mjs").Suite} */
export const corpus = {
  name: "corpus",
  about: "the IDL corpus (BINDGEN_IDL_CORPUS, or ../shared/idl-corpus) through the front end",
  run: (context) =>
    context.report.group("corpus", async (group) => {
      const folder = resolve(process.env.BINDGEN_IDL_CORPUS || context.path("..", "shared", "idl-corpus"));
      if (!(await exists(folder))) return group.skip("", "there is no IDL corpus; BINDGEN_IDL_CORPUS can name its folder");
      return runSwiftTests(context, group, ["--filter", "Corpus"], { BINDGEN_IDL_CORPUS: folder });
    }),
};
