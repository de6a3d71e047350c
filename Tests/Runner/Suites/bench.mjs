/**
 * The benchmarks in quick mode: both sides must compute the same and make the same garbage; times are told, not judged. Neighbours on the same
 * cores keep engines from optimizing in time, and what is not optimized yet makes garbage.
 */
import { oncePerRun } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";

/** Builds what is measured, once in a run. */
const buildSides = oncePerRun(build);

/** @type {import("./suites.mjs").Suite} */
export const bench = {
  name: "bench",
  about: "the benchmarks in quick mode: generated glue against the hand-written floor",
  isAlone: true,
  prepare: buildSides,
  run: (context) =>
    context.report.group("bench", async (group) => {
      const built = await buildSides(context);
      if (built.code !== 0) return group.fail("builds", built.output);
      const args = ["--expose-gc", context.path("Tests", "Benchmarks", "run.mjs"), "--no-build", "--quick", "--json"];
      const { code, stdout, output } = await run(process.execPath, args, { cwd: context.root });
      const start = stdout.indexOf("{");
      if (start === -1) return group.fail("runs to its end", output);
      const { results, failures } = JSON.parse(stdout.slice(start));
      for (const { name, generated } of results) record(group, name, generated, failures);
      // A row that threw has no result.
      const measured = (failure) => results.some(({ name }) => failure.startsWith(`${name}: `));
      for (const failure of failures) {
        const [name, ...stack] = failure.split("\n");
        if (!measured(failure)) group.fail(name, stack.join("\n"));
      }
      if (code !== 0 && group.failed.length === 0) group.fail("ends well", output);
      return undefined;
    }),
};

function record(group, name, generated, failures) {
  const said = failures.filter((failure) => failure.startsWith(`${name}: `));
  if (generated === undefined) group.fail(name, "the generated side was not built");
  else if (said.length > 0) group.fail(name, said.join("\n"));
  else group.pass(name);
}

async function build(context) {
  const tool = await context.bindgen();
  if ("failure" in tool) return { code: 1, output: tool.failure };
  return run(process.execPath, [context.path("Tests", "Benchmarks", "build.mjs")], { cwd: context.root, env: { BINDGEN_TEST_TOOL: tool.path } });
}
