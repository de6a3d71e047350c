import { esbuild as greeter } from "greeter/bundler";
import { esbuild as imageFilter } from "image-filter/bundler";
import { esbuild as mandelbrot } from "mandelbrot/bundler";

const { success, logs } = await Bun.build({
  entrypoints: ["main.mjs"],
  minify: true,
  outdir: "out/bun",
  plugins: [greeter(), imageFilter(), mandelbrot()],
});
if (!success) throw new AggregateError(logs);
