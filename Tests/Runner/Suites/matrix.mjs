/** Every type in every outer type, position and outcome: as one module in a run of all, and wider in a long run. */
import { inners } from "../../Matrix/Types/inners.mjs";
import { listTypes, missingFamilies } from "../../Matrix/Types/types.mjs";
import { filesBelow } from "../Core/files.mjs";
import { patience } from "../Core/patience.mjs";
import { buildMatrix, runMatrix } from "../Matrix/matrix.mjs";
import { checkRefused } from "../Matrix/refused.mjs";

const names = inners.map(({ name }) => name);
/** A debug build counts references and lays arrays out in another way, for each type alike. @type {Record<"release" | "debug", import("../Matrix/matrix.mjs").Shape>} */
const shapes = {
  release: { extent: "some", inners: names, times: 20 },
  debug: { extent: "few", inners: names, times: 20 },
};

/** @type {import("./suites.mjs").Suite} */
export const matrix = {
  name: "matrix",
  about: "every type in every outer type, position and outcome: one module, in release and debug builds, in Node",
  async run(context) {
    const { report } = context;
    await report.group("matrix/table", (group) => checkTable(context, group));
    const tool = await context.bindgen();
    if ("failure" in tool) return report.group("matrix/build", (group) => group.fail("bindgen builds", tool.failure));
    await report.group("matrix/refused", (group) => checkRefused(context, group, tool.path, listTypes(shapes.release)));
    const engine = await nodeOf(context);
    await Promise.all(["release", "debug"].map((configuration) =>
      report.group(`matrix/${configuration}`, async (group) => {
        if (engine === null) return group.skip("", "no Node is installed");
        const built = await buildMatrix(context, tool.path, "matrix", shapes[configuration], configuration);
        if ("failure" in built) return group.fail("builds", built.failure);
        return runMatrix(context, group, engine, built, 10 * patience);
      }),
    ));
  },
};

/**
 * All pairs of outer types with all inner types, in every position and every engine: too much for one module, so each inner type has its
 * own.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 */
export async function runWideMatrix(context, group) {
  const tool = await context.bindgen();
  if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
  await checkRefused(context, group, tool.path, listTypes({ extent: "all", inners: names }));
  const engines = await context.engines();
  for (const { name, missing } of engines) if (missing !== null) group.skip(name, missing);
  for (const name of names) {
    // The package is the same for all, so that what they have in common is compiled once.
    const built = await buildMatrix(context, tool.path, "wide", { extent: "all", inners: [name], times: 200 }, "release");
    if ("failure" in built) group.fail(`${name} builds`, built.failure);
    else for (const engine of engines.filter(({ missing }) => missing === null)) await runMatrix(context, group, engine, built, 10 * patience);
  }
}

/** A family without a type in the table would be in no cell. */
export async function checkTable(context, group) {
  const folder = context.path("Sources", "BindgenABI", "Families");
  const files = await filesBelow(folder, (path) => path.endsWith(".swift"), new Set());
  const families = files.map((path) => path.replace(/^.*\/|\.swift$/g, ""));
  if (families.length < 10) return group.fail("families", `${folder} holds ${families.length} files`);
  const missing = missingFamilies(families);
  if (missing.length === 0) return group.pass("every family has a type in the matrix");
  const one = (family) => `${family}.swift has no type in the matrix: add an entry with \`family: "${family}"\` to Tests/Matrix/Types/inners.mjs`;
  return group.fail("every family has a type in the matrix", missing.map(one).join("\n"));
}

/** Node 24, or else the newest that is there. */
async function nodeOf(context) {
  const nodes = (await context.engines()).filter(({ kind, missing }) => kind === "node" && missing === null);
  return nodes.find(({ name }) => name === "node24") ?? nodes.at(-1) ?? null;
}
