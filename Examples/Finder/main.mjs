import { Finder, init } from "./dist/finder.node.js";

await init();

const words = process.argv.length > 2 ? process.argv.slice(2) : ["rose", "Garden", "den", "Ödland"];
const text = "A rose, a Rose, a garden; no ROSEGARDEN in the Ödland, 🌹 said the warden.";

const finder = new Finder(words);
console.log(text);
for (const { word, start, end } of finder.find(text)) {
  console.log(`${" ".repeat(start)}${"~".repeat(end - start)} ${words[word]}`);
}
finder.dispose();
