/**
 * Suites that are scripts of their own. A script says what it found as the runner does: lines `failed: NAME: why` and
 * `skipped: NAME: why`, and `N passed, N failed, N skipped` at the end.
 */
import { exists } from "./files.mjs";
import { run } from "./processes.mjs";

/**
 * Runs a script under the Node of the runner and records its counts.
 * @param {import("./context.mjs").Context} context
 * @param {import("./report.mjs").Group} group
 * @param {string[]} path in the repository
 * @param {string[]} [args]
 */
export async function runScript(context, group, path, args = []) {
  const script = context.path(...path);
  if (!(await exists(script))) return group.fail("runs", `${path.join("/")} is not there`);
  const tool = process.execArgv.filter((flag) => flag !== "--no-warnings");
  const { code, output } = await run(process.execPath, [...tool, script, ...args], { cwd: context.root });
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (counts === null) return group.fail("runs to its end", `exit code ${code}\n${output}`);
  for (let index = 0; index < Number(counts[1]); index += 1) group.pass(`test ${index + 1}`);
  for (const [, name, why] of output.matchAll(/^skipped: ([^:\n]+): (.*)$/gm)) group.skip(name, why);
  recordFailures(group, output, Number(counts[2]));
  if (code !== 0 && group.failed.length === 0) group.fail("ends well", `exit code ${code}\n${output}`);
  return undefined;
}

/** Each named failure with the lines that follow it; the whole output when the names do not add up. */
function recordFailures(group, output, count) {
  const parts = output.split(/^failed: /m).slice(1);
  if (parts.length !== count) {
    for (let index = 0; index < count; index += 1) group.fail(`test ${index + 1}`, index === 0 ? output : "see above");
    return;
  }
  for (const part of parts) {
    const [first, ...rest] = part.split("\n");
    const end = rest.findIndex((line) => !/^\s/.test(line));
    group.fail(first, rest.slice(0, end === -1 ? undefined : end).join("\n"));
  }
}
