import { init, Terrain } from "./dist/terrain.node.js";

await init();

const seed = Number(process.argv[2] ?? 12);
const width = 72;
const rows = 24;
const heights = new Float32Array(width * rows);
// A character is twice as high as it is wide, so each second row is left out.
for (let row = 0; row < rows; row += 1) {
  Terrain.sample(heights.subarray(row * width, (row + 1) * width), width, { seed, scale: 22 }, 0, row * 2);
}

const symbols = "≈≈~~-.,:;nm^A";
const symbolOf = (height) => symbols[Math.min(symbols.length - 1, Math.max(0, Math.floor((height * 1.6 + 1) / 2 * symbols.length)))];
for (let row = 0; row < rows; row += 1) {
  console.log(Array.from(heights.subarray(row * width, (row + 1) * width), symbolOf).join(""));
}

const highest = heights.indexOf(Math.max(...heights));
console.log(`The highest point of landscape ${seed} is ${highest % width} east and ${Math.floor(highest / width) * 2} south.`);
