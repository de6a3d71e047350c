import { init, Finder } from "./dist/finder.node.js";

await init();
const finder = new Finder();
for (const name of ["package.json", "Package.swift", "README.md"]) finder.add(name);
console.log(finder.count, finder.find("pkg"), finder.find("ift"));
finder.dispose();
