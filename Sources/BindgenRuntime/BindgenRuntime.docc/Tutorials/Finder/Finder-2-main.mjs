import { init, Finder } from "./dist/finder.node.js";

await init();
const finder = new Finder();
for (const name of ["package.json", "Package.swift", "README.md", "a.js"]) finder.add(name);
console.log(finder.find("a", 2));
try {
  finder.find("a", -1);
} catch (error) {
  console.log(`${error}`);
}
finder.dispose();
