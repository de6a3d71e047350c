// Calls each member twice at a time and prints the names of those whose results are wrong.
import { init, SelfTest } from "./dist/self-test.node.js";

await init();
const expected = {
  values: [[100], 4950],
  fault: [[20], "expected"],
  group: [[50], 2450],
  stream: [[50], 1225],
  actor: [[50], 1225],
  cancellation: [[], "cancelled"],
};
const wrong = [];
for (const [name, [args, value]] of Object.entries(expected)) {
  const calls = [0, 1].map(() => SelfTest[name](...args).catch((error) => error.code ?? error));
  const results = await Promise.all(calls);
  if (results.some((result) => result !== value)) wrong.push(name);
}
console.log(wrong.length === 0 ? "right" : wrong.join(", "));
process.exit(0);
