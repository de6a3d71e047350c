/** The cells that are refused: each has to be, by the rule and with the words of its entry in Tests/Matrix/Types/refusals.mjs. */
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { baseDefinitions, refusedCells } from "../../Matrix/generate.mjs";
import { run } from "../Core/processes.mjs";

/** The tool tells the first 1000 errors of a file. */
const cellsInFile = 400;

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {string} bindgen
 * @param {import("../../Matrix/Types/outers.mjs").Type[]} types
 */
export async function checkRefused(context, group, bindgen, types) {
  for (const isPlanned of [false, true]) {
    const cells = refusedCells(types, isPlanned);
    for (let start = 0; start < cells.length; start += cellsInFile) {
      await checkFile(context, group, bindgen, cells.slice(start, start + cellsInFile));
    }
  }
}

async function checkFile(context, group, bindgen, cells) {
  const folder = await context.folder("matrix", "refused");
  const path = join(folder, "refused.idl");
  const base = await baseDefinitions(cells.map(({ type }) => type.inner.name));
  // The script that the definitions of all cells import.
  await cp(context.path("Tests", "Matrix", "Swift", "imports.mjs"), join(folder, "imports.mjs"));
  await writeFile(path, `${cells.map(({ line }) => line).join("\n")}\n${base}`);
  const { output } = await run(bindgen, ["generate", path, "--out", join(folder, "out")]);
  const said = errorsByLine(output);
  for (const [index, cell] of cells.entries()) {
    const name = `${cell.type.inner.name}: ${cell.type.name}, ${cell.position}, refused`;
    const problem = problemOf(cell, said.get(index + 1) ?? []);
    if (problem === null) group.pass(name);
    else group.fail(name, `${problem}\n${cell.line}`);
    said.delete(index + 1);
  }
  for (const [line, errors] of said) group.fail(`line ${line} of the refused cells`, JSON.stringify(errors));
}

/** What is said, as an error, or as a warning of an imported definition, whose member is skipped. @returns {Map<number, { rule: string, message: string }[]>} */
function errorsByLine(output) {
  const said = new Map();
  for (const [, line, message, rule] of output.matchAll(/:(\d+):\d+: (?:error|warning): (.*) \[([\w-]+)\]$/gm)) {
    said.set(Number(line), [...(said.get(Number(line)) ?? []), { rule, message }]);
  }
  return said;
}

/** What is said of a cell has to be expected, and something has to be said. */
function problemOf({ expected }, errors) {
  const isExpected = (error) => expected.some(({ rule, message }) => rule === error.rule && error.message.startsWith(message));
  const wanted = expected.map(({ rule, message }) => `${message}… [${rule}]`).join(" or ");
  if (errors.length === 0) return `nothing was said, expected ${wanted}`;
  const other = errors.find((error) => !isExpected(error));
  return other === undefined ? null : `${other.message} [${other.rule}], expected ${wanted}`;
}
