// The plugins are what each bundler takes for one, by its own declarations.
import { build } from "esbuild";
import type { Plugin } from "rollup";
import { esbuild, rollup, vite } from "greeter/bundler";
import bindgen from "./vite-plugin-bindgen.js";

const plugins: Plugin[] = [rollup(), bindgen({ package: "..", arguments: ["-c", "debug"] })];
// @ts-expect-error a package is one folder
bindgen({ package: ["..", "."] });
const excluded: string[] = vite().config().optimizeDeps.exclude;
await build({ plugins: [esbuild()] });
// @ts-expect-error the packages are named by the package itself
rollup("greeter");
export { excluded, plugins };
