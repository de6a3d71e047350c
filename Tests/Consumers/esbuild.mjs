import { build } from "esbuild";
import { esbuild as greeter } from "greeter/bundler";
import { esbuild as imageFilter } from "image-filter/bundler";

await build({
  entryPoints: ["main.mjs"],
  bundle: true,
  format: "esm",
  minify: true,
  outdir: "out/esbuild",
  plugins: [greeter(), imageFilter()],
});
