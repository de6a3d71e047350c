/** Gives Node the imports of workerd: the default export of a .wasm is its WebAssembly.Module. */
import { register } from "node:module";

const hooks = `
import { fileURLToPath } from "node:url";
export const load = (url, context, next) => {
  if (!url.endsWith(".wasm")) return next(url, context);
  const source = \`import { readFileSync } from "node:fs";
    export default new WebAssembly.Module(readFileSync(\${JSON.stringify(fileURLToPath(url))}));\`;
  return { format: "module", source, shortCircuit: true };
};`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
