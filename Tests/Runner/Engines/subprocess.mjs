/** Engines that are commands: Node, Deno and Bun. */
import { fileURLToPath } from "node:url";
import { run } from "../Core/processes.mjs";
import { withoutFinalizers } from "../Families/leaks.mjs";

const cli = fileURLToPath(new URL("../Families/cli.mjs", import.meta.url));

/**
 * Runs families in a command, each in a process of its own, and gives their results by family. A collection looks at everything that a
 * process holds: where one process ran all families, the collections of its leak tests were half of its time.
 * @param {string} command
 * @param {string[]} args what stands before the script
 * @param {import("../Families/run-families.mjs").Job} job
 * @param {{ seconds: number, env?: Record<string, string> }} options `seconds` is for one family
 */
export async function runInCommand(command, args, job, options) {
  const results = {};
  for (const family of job.families) Object.assign(results, await runOne(command, args, { ...job, families: [family] }, options));
  return results;
}

async function runOne(command, args, job, { seconds, env }) {
  let outcome;
  // Where no finalizer runs, nothing can be told of leaks: another process is asked.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    // Not by its own exit: one in some thousand of Node 26's waits for ever, for a compile that waits for a collection.
    outcome = await run(command, [...args, cli, JSON.stringify(job)], { seconds, env, until: /^@results .*\n/m });
    if (outcome.code !== withoutFinalizers) break;
  }
  const { code, stdout, output } = outcome;
  const lines = stdout.split("\n");
  const found = lines.find((line) => line.startsWith("@results "));
  if (found !== undefined) return JSON.parse(found.slice("@results ".length));
  const last = lines.findLast((line) => line.startsWith("@starting "))?.slice("@starting ".length) ?? "nothing";
  const said = output.split("\n").filter((line) => !line.startsWith("@starting "));
  throw new Error(`gave no results (exit code ${code}); it was running ${last}\n${said.slice(-30).join("\n")}`);
}
