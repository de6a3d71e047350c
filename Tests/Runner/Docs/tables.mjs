/** The tables "you write there, you write here": what stands in the column of Web IDL is right. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";

/** The rows of the tables of a page whose second column is Web IDL, as the pieces of code in both. */
function rowsOf(page) {
  const rows = [];
  for (const table of page.text.split(/\n\n/).filter((part) => /^\| in \w+ \| in Web IDL \|/.test(part))) {
    for (const line of table.split("\n").slice(2)) {
      const cells = line.replaceAll(String.raw`\|`, "\0").split("|").slice(1, 3);
      rows.push(cells.map((cell) => [...cell.matchAll(/`([^`]*)`/g)].map(([, code]) => code.replaceAll("\0", "|"))));
    }
  }
  return rows;
}

const isDefinition = (idl) => /^(?:\[Import\] )?(?:interface|dictionary|enum|namespace|callback|typedef|partial)\b/.test(idl);

/**
 * @param {import("../Core/report.mjs").Group} group
 * @param {string} tool bindgen
 * @param {string} folder
 * @param {import("./pages.mjs").Page} page
 */
export async function checkTables(group, tool, folder, page) {
  const rows = rowsOf(page);
  const statements = rows.flatMap(([, here]) => here.filter((code) => code.endsWith(";")));
  const members = statements.filter((idl) => !isDefinition(idl)).map((idl, index) => `interface Member${index} { ${idl} };`);
  const types = rows.flatMap(([, here]) => here.filter((code) => !code.endsWith(";") && /^(?:\[BigInt\] )?[a-z_ ]+\??$|^\w+(?:<.*>|Array)$|^\w+String\??$/.test(code)));
  const uses = types.filter((type) => !/^(?:undefined|dictionary|enum|callback)$|^FrozenArray/.test(type)).map((type, index) => `namespace Type${index} { undefined f(${type} value); };`);
  const text = [...statements.filter(isDefinition), ...members, ...uses].join("\n");
  await writeFile(join(folder, "tables.idl"), `${text}\n`);
  const { code, output } = await run(tool, ["check", "tables.idl"], { cwd: folder });
  const name = `${page.name}: the tables are Web IDL`;
  if (code === 0 && output === "" && statements.length > 10 && uses.length > 10) group.pass(name);
  else group.fail(name, `${statements.length} statements, ${uses.length} types\n${output}`);
}
