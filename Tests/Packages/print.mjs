/** Runs every subpath of a package as its users do, and prints what each did: `node print.mjs [main entry only]`. */
import { digest, main, others, silent } from "./subpaths.mjs";

const answers = {};
const mainOnly = process.argv.includes("main");
for (const [name, check] of Object.entries(mainOnly ? { main } : { silent, main, ...others, digest })) {
  try {
    await check();
    answers[name] = "yes";
  } catch (error) {
    answers[name] = error.stack ?? `${error}`;
  }
}
console.log(`@answers ${JSON.stringify(answers)}`);
