/**
 * Gives Node the imports of Cloudflare Workers and Vercel Edge: the default export of `x.wasm` and of `x.wasm?module` is the
 * `WebAssembly.Module`. A URL of the .wasm, and a fetch of it, would be of no use there, so compiling is an error.
 */
import { register } from "node:module";

const hooks = `
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
export const load = (url, context, next) => {
  if (!/\\.wasm(\\?module)?$/.test(url)) return next(url, context);
  const bytes = JSON.stringify([...readFileSync(fileURLToPath(new URL(url.split("?")[0])))]);
  return { format: "module", source: \`export default new WebAssembly.Module(Uint8Array.from(\${bytes}));\`, shortCircuit: true };
};`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const refuse = (name) => () => {
  throw new Error(`${name} is refused here`);
};
WebAssembly.compile = refuse("WebAssembly.compile");
WebAssembly.compileStreaming = refuse("WebAssembly.compileStreaming");
globalThis.fetch = refuse("fetch");
