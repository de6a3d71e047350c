import { init, Finder } from "./dist/finder.node.js";

await init();
const finder = new Finder();
finder.add(["package.json", "README.md"], (count) => console.log(count));
try {
  finder.add(["LICENSE", ""]);
} catch (error) {
  console.log(`${error}`);
}
console.log(finder.count);
finder.dispose();
