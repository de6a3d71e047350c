/** The IDL corpus through the tool, as figures, and through the Swift tests that read it in place. */
import { exists } from "../Core/files.mjs";
import * as deviations from "../Corpus/deviations.mjs";
import { Corpus, everyFigure } from "../Corpus/figures.mjs";
import { growth } from "../Corpus/growth.mjs";
import { corpusFolder, corpusTests } from "../Corpus/place.mjs";
import { runSwiftTests } from "./swift.mjs";

/** @type {import("./suites.mjs").Suite} */
export const corpus = {
  name: "corpus",
  about: "the IDL corpus (BINDGEN_IDL_CORPUS, or ../shared/idl-corpus) through the front end: figures, mutated files",
  run: (context) =>
    context.report.group("corpus", async (group) => {
      const folder = corpusFolder(context);
      if (!(await exists(folder))) return group.skip("", "there is no IDL corpus; BINDGEN_IDL_CORPUS can name its folder");
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const data = new Corpus(folder, tool.path, await context.folder("corpus"), context.jobs);
      const figures = [];
      for (const measure of everyFigure) figures.push(...(await measure(data)));
      for (const figure of figures) record(group, figure);
      context.report.print([...table(figures), ...reasons()].join("\n"));
      // In a debug build all is slower, what grows with the square as well as the rest.
      await growth(group, data, [1, 5], (line) => context.report.print(`  ${line}`), 1);
      return runSwiftTests(context, group, ["--filter", corpusTests], { BINDGEN_IDL_CORPUS: folder });
    }),
};

function record(group, { name, of, failures }) {
  if (of === 0) group.fail(name, "the corpus has nothing for it");
  else if (failures.length > 0) group.fail(name, failures.join("\n"));
  else group.pass(name);
}

function table(figures) {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map(({ name, got, of, remark }) => `  ${name.padEnd(width)} ${`${got} of ${of}`.padStart(13)}${remark ? `  ${remark}` : ""}`);
}

/** Where the corpus and the standard disagree. */
function* reasons() {
  yield "  Not counted, because the standard says otherwise:";
  for (const [rule, reason] of Object.entries(deviations.allowedForVerdicts)) yield `    verdicts, ${rule}: ${reason}`;
  for (const [id, reason] of Object.entries(deviations.refusedByGecko)) yield `    verdict ${id}: ${reason}`;
  for (const [place, reason] of Object.entries(deviations.webidl2Advice)) yield `    webidl2 ${place}: ${reason}`;
  for (const [name, reason] of Object.entries(deviations.schematicExamples)) yield `    example ${name}: ${reason}`;
  for (const [name, { reason }] of Object.entries(deviations.refusedExamples)) yield `    example ${name}, refused: ${reason}`;
  for (const [name, { reason }] of Object.entries(deviations.webPlatformErrors)) yield `    ${name}: ${reason}`;
}
