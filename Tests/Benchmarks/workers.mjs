// Calls through a proxy against messages by hand: `node Tests/Benchmarks/workers.mjs`, a Markdown table.
import { measureEverywhere } from "./parallel.mjs";

const lines = [];
for (const { engine, rows } of await measureEverywhere("workers")) {
  for (const { name, proxy, raw } of rows) lines.push(`| ${engine} | ${name} | ${proxy.toFixed(2)} | ${raw.toFixed(2)} | ${(proxy / raw).toFixed(2)} |`);
}
console.log(`| engine | calls | proxy, µs a call | \`postMessage\`, µs a call | ratio |\n|---|---|--:|--:|--:|\n${lines.join("\n")}`);
process.exit(0);
