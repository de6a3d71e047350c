/** How the time of the front end grows with the size of what it reads. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { best, processorTime, told } from "../Core/processor.mjs";

/** How much longer than in proportion to the text it may take; where the time grows with the square, five times the text takes five times as long as that. */
const slack = 3;

/**
 * Sets of so many copies of the web platform; each copy gives its definitions names of their own. The least of some runs counts.
 * @param {number[]} counts
 */
export async function growth(group, corpus, counts, print, runs = 4) {
  const files = await corpus.files("wpt", "idl");
  const text = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
  const { trees } = await corpus.trees(files);
  const names = new Set(trees.flatMap((tree) => JSON.parse(tree).map(({ name }) => name)));
  const folder = join(corpus.scratch, "copies");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copies = [];
  const results = [];
  for (const count of counts) {
    while (copies.length < count) {
      const copy = join(folder, `${copies.length}.idl`);
      await writeFile(copy, text.replaceAll(/\w+/g, (word) => (names.has(word) ? `${word}${copies.length}x` : word)));
      copies.push(copy);
    }
    const time = await best(count < 100 ? runs : 1, () => processorTime(corpus.tool, ["check", "--idl-only", ...copies]));
    results.push({ count, time });
  }
  const line = results.map(({ count, time }) => `${count}x ${told(time)} (${told(time / count)} each)`).join(", ");
  print(`growth: ${line}`);
  await rm(folder, { recursive: true, force: true });
  const grown = results.every(({ count, time }, index) => index === 0 || time < slack * (count / results[index - 1].count) * results[index - 1].time);
  if (grown) group.pass("time grows with the size");
  else group.fail("time grows with the size", line);
}
