// Two threads against one, beside two workers that share nothing: `node Tests/Benchmarks/threads.mjs`, a Markdown table.
import { measureEverywhere } from "./parallel.mjs";

const lines = [];
for (const { engine, rows } of await measureEverywhere("threads")) {
  for (const { name, count, isSame, base, one, two, halves } of rows) {
    if (count !== 2 || !isSame) throw new Error(`${engine}, ${name}: ${count} threads, ${isSame ? "the same pictures" : "different pictures"}`);
    const [threads, free] = [one / two, base / halves];
    lines.push(`| ${engine} | ${name} | ${[base, one, two, halves].map((time) => time.toFixed(1)).join(" | ")} | ${threads.toFixed(2)} | ${free.toFixed(2)} | ${(threads / free).toFixed(2)} |`);
  }
}
console.log("| engine | kernel | base, ms | one thread | two threads | two workers, a half each | speed-up by threads | by free cores | ratio |");
console.log(`|---|---|--:|--:|--:|--:|--:|--:|--:|\n${lines.join("\n")}`);
process.exit(0);
