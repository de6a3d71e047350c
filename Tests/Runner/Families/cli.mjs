/**
 * The entry for Node, Deno and Bun: `cli.mjs '<job as JSON>'`. Prints one line of JSON with the results, behind a mark, for tests
 * may print too; before that, a line behind another mark for each test that starts.
 */
import process from "node:process";
import { runFamilies } from "./run-families.mjs";

const job = JSON.parse(process.argv[2]);
const results = await runFamilies(job, (family, test) => console.log(`@starting ${family}: ${test}`));
console.log(`@results ${JSON.stringify(results)}`);
process.exit(0);
