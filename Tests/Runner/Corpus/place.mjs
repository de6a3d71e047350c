/** Where the IDL corpus is, and which Swift tests read it. */
import { resolve } from "node:path";

/** @param {import("../Core/context.mjs").Context} context */
export const corpusFolder = (context) => resolve(process.env.BINDGEN_IDL_CORPUS || context.path("..", "shared", "idl-corpus"));

/** The Swift tests that read it, as a pattern: suite `corpus` runs them. */
export const corpusTests = "Corpus|BindgenModelTests.MutationTests|RobustnessTests";
