// `bindgen run` builds the module and runs this.
import { Greeter, init, Life } from "./dist/my-module.node.js";

await init();
console.log(Greeter.greet(process.argv[2] ?? "world"));

const life = new Life(64, 20);
life.sow("world");
for (let generation = 0; generation < 50; generation += 1) life.step();

const { cells } = life;
for (let row = 0; row < cells.length; row += 64) {
  console.log(Array.from(cells.subarray(row, row + 64), (age) => (age > 0 ? "●" : " ")).join(""));
}
life.dispose();
