/**
 * The entry for Node, Deno and Bun: `cli.mjs '<job as JSON>'`. Prints one line of JSON with the results, behind a mark, for tests
 * may print too; before that, a line behind another mark for each test that starts.
 */
import process from "node:process";
import { runFamilies } from "./run-families.mjs";

const job = JSON.parse(process.argv[2]);
const results = await runFamilies(job, (family, test) => console.log(`@starting ${family}: ${test}`));
// What a pipe does not take at once is lost where the process ends before.
process.stdout.write(`@results ${JSON.stringify(results)}\n`, () => process.exit(0));
