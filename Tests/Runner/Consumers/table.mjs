/** The table of the README that says where packages work: read, compared and rewritten row by row. */
export const columns = ["loads", "strings", "views", "callbacks", "classes", "errors", "worker", "threads"];

const heading = `| | ${columns.join(" | ")} | how |`;

/**
 * A row as it was measured.
 * @typedef {{ name: string, note: string, answers: Record<string, string> }} Measured
 */

/** @param {Measured} row what is not "yes" stands as "no"; what went wrong is told by the test */
export const spell = ({ name, note, answers }) =>
  `| ${[name, ...columns.map((column) => (answers[column] === "yes" ? "yes" : "no")), note].join(" | ")} |`;

/** The rows of the table in a text, by name; null when there is no such table. @param {string} text */
export function rowsOf(text) {
  const lines = linesOf(text);
  return lines === null ? null : new Map(lines.rows.map((line) => [nameOf(line), line]));
}

/**
 * The text with the rows that were measured in their order; those that were not stay as they are.
 * @param {string} text
 * @param {string[]} names all rows in order
 * @param {Map<string, string>} measured
 */
export function replaceRows(text, names, measured) {
  const { before, rows, after } = linesOf(text);
  const old = new Map(rows.map((line) => [nameOf(line), line]));
  const lines = names.map((name) => measured.get(name) ?? old.get(name)).filter((line) => line !== undefined);
  return [...before, ...lines, ...after].join("\n");
}

const nameOf = (line) => line.split("|")[1].trim();

function linesOf(text) {
  const lines = text.split("\n");
  const start = lines.indexOf(heading);
  if (start === -1) return null;
  const isRow = (line) => line?.startsWith("|") ?? false;
  let end = start + 2;
  while (isRow(lines[end])) end += 1;
  return { before: lines.slice(0, start + 2), rows: lines.slice(start + 2, end), after: lines.slice(end) };
}
