// Calls through a proxy against messages by hand: `node Tests/Benchmarks/workers.mjs`, a Markdown table.
import { measureEverywhere } from "./parallel.mjs";

const lines = [];
for (const { engine, rows } of await measureEverywhere("workers")) {
  for (const { name, proxy, raw, promises } of rows) {
    const pairs = ["least", "median"].map((which) => `${proxy[which].toFixed(2)} | ${raw[which].toFixed(2)} | ${(proxy[which] / raw[which]).toFixed(2)}`);
    lines.push(`| ${engine} | ${name} | ${pairs.join(" | ")} | ${promises.least.toFixed(2)} |`);
  }
}
console.log("| engine | calls | proxy, least µs a call | `postMessage` | ratio | proxy, median | `postMessage` | ratio | promises alone, least |");
console.log(`|---|---|--:|--:|--:|--:|--:|--:|--:|\n${lines.join("\n")}`);
process.exit(0);
