// The plugins are what each bundler takes for one, by its own declarations.
import { build } from "esbuild";
import type { Plugin } from "rollup";
import { esbuild, rollup, vite } from "greeter/bundler";

const plugin: Plugin = rollup();
const excluded: string[] = vite().config().optimizeDeps.exclude;
await build({ plugins: [esbuild()] });
// @ts-expect-error the packages are named by the package itself
rollup("greeter");
export { excluded, plugin };
