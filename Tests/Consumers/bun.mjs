import { esbuild as greeter } from "greeter/bundler";
import { esbuild as imageFilter } from "image-filter/bundler";

const { success, logs } = await Bun.build({
  entrypoints: ["main.mjs"],
  minify: true,
  outdir: "out/bun",
  plugins: [greeter(), imageFilter()],
});
if (!success) throw new AggregateError(logs);
