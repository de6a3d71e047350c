/** What a consumer of the package `greeter` may do with each of its subpaths, in Node, Deno and Bun alike. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";

const greets = ({ Greeter }) => same(Greeter.hello("Ada"), "Hello, Ada!");
const wasm = () => fs.readFileSync(fileURLToPath(import.meta.resolve("greeter/module.wasm")));

/** No entry does anything when it is imported: a server may render a page whose browser side uses the module. */
export async function silent() {
  const touched = [];
  const { fetch } = globalThis;
  const { readFile } = fs.promises;
  globalThis.fetch = (...args) => {
    touched.push("fetch");
    return fetch(...args);
  };
  // Node reads the scripts by it too.
  fs.promises.readFile = (path, ...rest) => {
    if (String(path).includes(".wasm")) touched.push("readFile");
    return readFile(path, ...rest);
  };
  syncBuiltinESMExports();
  for (const name of ["document", "window"]) Object.defineProperty(globalThis, name, { get: () => void touched.push(name), configurable: true });
  try {
    for (const subpath of ["greeter", "greeter/inline", "greeter/instance", "greeter/integrity"]) await import(subpath);
  } finally {
    Object.assign(globalThis, { fetch });
    Object.assign(fs.promises, { readFile });
    syncBuiltinESMExports();
    for (const name of ["document", "window"]) Reflect.deleteProperty(globalThis, name);
  }
  same(touched.join(), "");
}

/** The main entry: once, at once, and again. */
export async function main() {
  const module = await import("greeter");
  await Promise.all([module.init(), module.init()]);
  await module.init();
  greets(module);
  const another = await module.instantiate();
  greets(another);
  same(another.Greeter === module.Greeter, false);
}

export const others = {
  async inline() {
    const module = await import("greeter/inline");
    await module.init();
    greets(module);
    greets(await module.instantiate());
  },

  async instance() {
    const module = await import("greeter/instance");
    same("init" in module || "Greeter" in module, false);
    greets(await module.instantiate(wasm()));
    greets(await module.instantiate(new WebAssembly.Module(wasm())));
    const error = await module.instantiate().catch((reason) => reason);
    same(error instanceof TypeError && /name the \.wasm/.test(error.message), true);
  },
};

export async function digest() {
  const { integrity } = await import("greeter/integrity");
  same(integrity, `sha384-${createHash("sha384").update(wasm()).digest("base64")}`);
}

function same(value, expected) {
  if (value !== expected) throw new Error(`${value} instead of ${expected}`);
}
