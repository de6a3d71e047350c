import { createRequire } from "node:module";
import { rollup as greeter } from "greeter/bundler";
import { rollup as imageFilter } from "image-filter/bundler";
import { rollup as mandelbrot } from "mandelbrot/bundler";

// Debian's packages find each other only when they are required.
const { nodeResolve } = createRequire(import.meta.url)("@rollup/plugin-node-resolve");

export default {
  input: "main.mjs",
  output: { dir: "out/rollup", entryFileNames: "main.js" },
  plugins: [nodeResolve({ browser: true }), greeter(), imageFilter(), mandelbrot()],
};
