import { build } from "esbuild";
import { esbuild as greeter } from "greeter/bundler";
import { esbuild as imageFilter } from "image-filter/bundler";
import { esbuild as mandelbrot } from "mandelbrot/bundler";

await build({
  entryPoints: ["main.mjs"],
  bundle: true,
  format: "esm",
  minify: true,
  outdir: "out/esbuild",
  plugins: [greeter(), imageFilter(), mandelbrot()],
});
