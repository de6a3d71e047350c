/** Tests of what keeps the JavaScript runtime out of the golden files of the families. */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RuntimeParts } from "../Families/runtime-parts.mjs";

const source = `// About the file.

// @part few
/** Says so. */
const $few = (name) => {

  throw new TypeError(name);
};

// @part nothing needs few
// @part pair needs few
let $a, $b;
const { one: $one, two: $two } = globalThis;
`;
const other = "// @part other\nconst $other = 1;\n";

/** Glue with some text before and after these parts. @param {string[]} parts */
const glue = (...parts) => `export const $create = () => {\n  const $wasm = {};\n${parts.join("")}  const $few$1 = () => {\n    const $a = 1;\n  };\n};\n`;
const few = "  /** Says so. */\n  const $few = (name) => {\n\n    throw new TypeError(name);\n  };\n";
const pair = "  let $a, $b;\n  const { one: $one, two: $two } = globalThis;\n";

/** @param {import("../Core/report.mjs").Group} group @param {string} scratch */
export async function testRuntimeParts(group, scratch) {
  const root = join(scratch, "self-test", "runtime-parts");
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, "js-runtime", "src"), { recursive: true });
  await writeFile(join(root, "js-runtime", "src", "first.js"), source);
  await writeFile(join(root, "js-runtime", "src", "second.js"), other);
  const read = () => RuntimeParts.read({ path: (...names) => join(root, ...names) });
  const expected = join(root, "Tests", "Runtime", "expected");
  const is = (name, told, wanted) => (told === wanted ? group.pass(name) : group.fail(name, `${told}\ninstead of\n${wanted}`));

  const runtime = await read();
  const taken = runtime.takeOut(glue(few, pair));
  is("a part is one line", taken.text, glue("  // (runtime part few)\n", "  // (runtime part pair)\n"));
  is("a part as its source has it is no fault", taken.faults.join("\n"), "");
  const altered = (text) => runtime.takeOut(glue(text)).faults.join("\n");
  is("an altered part is a fault", altered(few.replace("(name);", "(name, 1);")), "$few is not declared as the runtime part few in js-runtime/src/first.js declares it");
  is("a part that stands there twice is a fault", altered(few + few), "$few is not declared as the runtime part few in js-runtime/src/first.js declares it");
  is("a name in a pattern is found", altered(pair.replace("one:", "eins:")).split("\n").length, 4);

  is("a part without a golden text is told", /first\.js, part few is new\n.*first\.js, part pair is new/.test(await runtime.check(true, false)), true);
  is("the golden texts are written", await runtime.check(true, true), null);
  is("a golden file has the parts that were found", (await readdir(expected)).join(), "first.js");
  is("as they were found", await readFile(join(expected, "first.js"), "utf8"), `// @part few\n${few}\n// @part pair\n${pair}`);
  await writeFile(join(expected, "first.js"), `// @part few\n${few.replace("(name)", "()")}\n// @part pair\n${pair}`);
  is("a change is told", /first\.js, part few: line 2\n {2}- .*\$few = \(\)/.test(await runtime.check(true, false)), true);

  await writeFile(join(root, "js-runtime", "src", "third.js"), other);
  is("a name that two parts have is told", await read().catch(({ message }) => message), "two parts of the runtime are named other, in second.js and third.js");
  await rm(join(root, "js-runtime", "src", "third.js"));

  const partial = await read();
  partial.takeOut(glue(few));
  is("a part that no family has is told", /part pair is no longer there/.test(await partial.check(true, false)), true);
  is("unless only some families are asked for", /pair/.test(await partial.check(false, false)), false);
  is("whose parts are rewritten", await partial.check(false, true), null);
  is("and no others", await readFile(join(expected, "first.js"), "utf8"), `// @part few\n${few}\n// @part pair\n${pair}`);
}
