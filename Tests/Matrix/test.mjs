/** The tests of the matrix, in whatever engine loads this; `options.mjs` beside the module says how many. */
import { cellsOf } from "./Cells/cells.mjs";
import { Runner } from "./Cells/run.mjs";
import { checkItself } from "./Cells/self-check.mjs";
import { membersOf } from "./members.mjs";
import { listTypes } from "./Types/types.mjs";

/** @param {import("../Runner/Families/harness.mjs").Tests} t */
export default async function (t) {
  const host = await import(new URL("imports.mjs", t.base));
  const { default: options } = await import(new URL("options.mjs", t.base));
  const runner = new Runner(() => t.instantiate(), host, options.times);
  const types = listTypes(options);
  await checkItself(t, runner, types[0]);
  for (const type of types) {
    const lines = Object.values(membersOf(type)).flat();
    for (const cell of cellsOf(type)) {
      await t.test(`${type.inner.name}: ${type.name}, ${cell.position}, ${cell.outcome}`, async () => {
        const problem = await runner.run(cell);
        if (problem !== null) throw new Failure(`${problem}\n${linesOf(cell, type, lines).join("\n")}`);
      });
    }
  }
}

/** The IDL of a cell: its member, and what that names. */
function linesOf(cell, type, lines) {
  const name = new RegExp(`\\b${cell.member}${type.id}\\b`);
  const idl = lines.filter((line) => line.endsWith(";") && name.test(line) && !line.includes("\n"));
  return [...lines.filter((line) => /^(\[Throws\] )?(callback|dictionary) .*;$/.test(line)), ...idl];
}

/** A failure that says all there is to say, so that no frames are needed. */
class Failure extends Error {
  name = "Failure";
  stack = "";
}
