/** What becomes of a compiled module before it is published: names, DWARF, optimization, vectors. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect } from "../Core/expect.mjs";
import { exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** Builds of the example Greeter, compiled once: only what comes after the compiler differs. */
export class Published {
  /** @param {import("../Core/context.mjs").Context} context @param {string} tool @param {{ name: string, folder: string }[]} examples */
  constructor(context, tool, examples) {
    this.context = context;
    this.tool = tool;
    this.examples = new Map(examples.map((example) => [example.name, example]));
  }

  /**
   * Builds an example and returns its folder and what was said.
   * @param {string} example
   * @param {string[]} options
   * @param {Record<string, string>} [env]
   * @param {string} [folder] one that is there; else a new one
   */
  async build(example, options, env = {}, folder) {
    const dist = folder ?? join(await this.context.folder("published"), `${example}${options.join("")}${Object.keys(env).join("")}`);
    if (folder === undefined) await rm(dist, { recursive: true, force: true });
    const packagePath = this.examples.get(example).folder;
    const args = ["build", "--package-path", packagePath, "--out", dist, ...options];
    const { code, output } = await this.context.swift.run(packagePath, () => run(this.tool, args, { env }));
    if (code !== 0) throw new Error(output);
    return { dist, output };
  }

  /** What `bindgen inspect --json` says. @param {string} path */
  async inspect(path) {
    const { code, stdout, output } = await run(this.tool, ["inspect", "--json", path]);
    if (code !== 0) throw new Error(output);
    return JSON.parse(stdout);
  }
}

/** The frames within wasm of a call that Greeter makes to JavaScript, and what V8 says of the module's debug symbols. */
const probe = (dist) => `
import { Session } from "node:inspector";
const session = new Session();
const symbols = [];
session.connect();
session.on("Debugger.scriptParsed", ({ params }) => {
  if (params.url.startsWith("wasm:")) symbols.push(...[params.debugSymbols ?? []].flat());
});
session.post("Debugger.enable");
const { Greeter, init } = await import(${JSON.stringify(join(dist, "greeter.node.js"))});
await init();
let frames;
Greeter.greetAll([{ name: "Ada" }], () => { frames = new Error().stack.split("\\n").filter((line) => line.includes("wasm")); });
console.log(JSON.stringify({ frames, symbols }));
session.disconnect();
`;

async function stackIn(dist) {
  const { code, stdout, output } = await run(process.execPath, ["--input-type=module", "-e", probe(dist)]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const customSections = (told) => told.sections.filter(({ id }) => id === 0).map(({ name }) => name);

/** @type {Record<string, (published: Published) => Promise<void>>} */
export const publishedTests = {
  async "a release build holds no names, no notes and no path of this machine"(published) {
    const { dist } = await published.build("Greeter", []);
    const path = join(dist, "greeter.wasm");
    const told = await published.inspect(path);
    expect(customSections(told).length === 0, `custom sections: ${customSections(told)}`);
    expect(!(await readFile(path)).includes(published.context.root), "the module holds a path");
  },

  async "--debug-info names: stack traces name functions"(published) {
    const { dist } = await published.build("Greeter", ["--debug-info", "names"]);
    const told = await published.inspect(join(dist, "greeter.wasm"));
    expect(customSections(told).join() === "name", `custom sections: ${customSections(told)}`);
    const { frames } = await stackIn(dist);
    expect(frames.some((frame) => /bindgen_Greeter_Greeter_greetAll|7Greeter.*greetAll/.test(frame)), frames.join("\n"));
  },

  async "--debug-info split: V8 finds the file, and its DWARF the line in Swift"(published) {
    const { dist } = await published.build("Greeter", ["--debug-info", "split"]);
    const [main, debug] = await Promise.all(["greeter.wasm", "greeter.debug.wasm"].map((name) => published.inspect(join(dist, name))));
    expect(customSections(main).join() === "external_debug_info", `custom sections: ${customSections(main)}`);
    expect(main.dwarf.url === "greeter.debug.wasm", JSON.stringify(main.dwarf));
    expect(debug.namedFunctions > 0 && debug.dwarf.place === "inside", JSON.stringify(debug.dwarf));
    const { frames, symbols } = await stackIn(dist);
    expect(symbols.some(({ type, externalURL }) => type === "ExternalDWARF" && externalURL === "greeter.debug.wasm"), JSON.stringify(symbols));
    const manifest = JSON.parse(await readFile(join(dist, "package.json"), "utf8"));
    expect(!manifest.files.some((file) => file.includes("debug")), "npm would publish the file with the DWARF");
    const source = await readFile(join(published.examples.get("Greeter").folder, "Sources", "Greeter", "Greeter.swift"), "utf8");
    const line = source.split("\n").findIndex((text) => text.includes("listener(try greet")) + 1;
    const places = await sourceLines(frames, debug, join(dist, "greeter.debug.wasm"));
    expect(places.includes(`Greeter.swift:${line}:`), `${frames.join("\n")}\n${places}`);
    const { output } = await published.build("Greeter", [], {}, dist);
    expect(output.includes("note: removed greeter.debug.wasm, made of files that have changed since"), output);
    expect(!(await exists(join(dist, "greeter.debug.wasm"))), "the DWARF of another build stays");
  },

  async "--debug-info full keeps all in one file"(published) {
    const { dist } = await published.build("Greeter", ["--debug-info", "full"]);
    const told = await published.inspect(join(dist, "greeter.wasm"));
    expect(told.namedFunctions > 0 && told.dwarf?.place === "inside", customSections(told).join());
    expect(!(await exists(join(dist, "greeter.debug.wasm"))), "there is a file with DWARF too");
  },

  async "without wasm-opt a release build is small and the same each time, and says what it lacks"(published) {
    const PATH = await pathWithout("wasm-opt", await published.context.folder("without-wasm-opt"));
    const first = await published.build("Greeter", [], { PATH });
    expect(/^note: wasm-opt is not installed/m.test(first.output), first.output);
    const file = join(first.dist, "greeter.wasm");
    const bytes = await readFile(file);
    expect(customSections(await published.inspect(file)).length === 0, "there are custom sections");
    await published.build("Greeter", [], { PATH });
    expect(bytes.equals(await readFile(file)), "the second build has other bytes");
    expect(bytes.length < 80_000, `${bytes.length} B`);
  },

  async "wasm-opt runs where its input, its options or the program have changed, and only there"(published) {
    const real = await inPath("wasm-opt");
    if (real === null) return;
    const folder = await published.context.folder("counted-wasm-opt");
    const [log, program] = [join(folder, "log"), join(folder, "wasm-opt")];
    const calls = async (text, options = []) => {
      await writeFile(log, "");
      if (text !== undefined) await writeFile(program, `#!/bin/sh\n# ${text}\necho >> '${log}'\nexec '${real}' "$@"\n`, { mode: 0o755 });
      const { dist } = await published.build("Greeter", options, { PATH: `${folder}${delimiter}${process.env.PATH}` });
      return [(await readFile(log, "utf8")).length, await readFile(join(dist, "greeter.wasm"))];
    };
    const [first, bytes] = await calls("one version");
    const [second, same] = await calls();
    const [withMap] = await calls(undefined, ["--source-map"]);
    const [back] = await calls();
    const [another, still] = await calls("another version");
    expect([first, second, withMap, back, another].join() === "1,0,1,1,1", `${[first, second, withMap, back, another]} calls`);
    expect(bytes.equals(same) && bytes.equals(still), "a build that calls it has other bytes");
  },

  async "--simd: the module has vectors and the same results"(published) {
    const plain = await published.inspect(join(published.examples.get("ImageFilter").dist, "image-filter.wasm"));
    expect(!plain.features.used.includes("simd128"), "there are vectors without --simd");
    const { dist } = await published.build("ImageFilter", ["--simd"]);
    const told = await published.inspect(join(dist, "image-filter.wasm"));
    expect(told.features.used.includes("simd128"), told.features.used.join());
    const [a, b] = await Promise.all([published.examples.get("ImageFilter").dist, dist].map(blurred));
    expect(a === b && a.length > 0, `${a}\n${b}`);
  },

  async "--lto: C and Swift as one program, smaller and with the same results; asynchronous code is refused by name"(published) {
    const plain = published.examples.get("Terrain").dist;
    const { dist } = await published.build("Terrain", ["--lto", "--optimize", "size"]);
    const [before, after] = await Promise.all([plain, dist].map(async (folder) => (await readFile(join(folder, "terrain.wasm"))).length));
    expect(after < before, `${after} B, and ${before} B without`);
    const [a, b] = await Promise.all([plain, dist].map(heights));
    expect(a === b && a.length > 0, `${a}\n${b}`);
    const refused = await published.build("Fetch", ["--lto"]).then(() => "it is built", ({ message }) => message);
    expect(refused.includes("--lto optimizes no asynchronous code, which Fetch has: leave it out"), refused);
  },
};

/** What the DWARF says of each frame of a stack, by its place in the code section. */
async function sourceLines(frames, debug, file) {
  const symbolizer = await inPath("llvm-symbolizer");
  expect(symbolizer !== null, "llvm-symbolizer, which Swift's toolchain has, is not in PATH");
  const code = debug.sections.find(({ name }) => name === "code");
  // The section's contents begin after its id and its size.
  const bytes = await readFile(file);
  let start = code.offset + 1;
  while (bytes[start] >= 0x80) start += 1;
  const addresses = frames.map((frame) => Number.parseInt(/:0x([\da-f]+)/.exec(frame)[1], 16) - start - 1);
  const { stdout } = await run(symbolizer, [`--obj=${file}`, ...addresses.map((address) => `0x${address.toString(16)}`)]);
  return stdout;
}

/** PATH with everything but one tool: folders that hold it are replaced by folders of links. */
async function pathWithout(tool, folder) {
  await rm(folder, { recursive: true, force: true });
  const path = [];
  for (const [index, place] of (process.env.PATH ?? "").split(delimiter).entries()) {
    if (!(await exists(join(place, tool)))) {
      path.push(place);
      continue;
    }
    const copy = join(folder, String(index));
    await mkdir(copy, { recursive: true });
    for (const name of await readdir(place)) if (name !== tool) await symlink(join(place, name), join(copy, name));
    path.push(copy);
  }
  return path.join(delimiter);
}

/** Some heights of a landscape. */
async function heights(dist) {
  const script = `
    const { Terrain, init } = await import(${JSON.stringify(join(dist, "terrain.node.js"))});
    await init();
    const heights = new Float32Array(1000);
    Terrain.sample(heights, 40, { seed: 7, scale: 9.5 });
    console.log([...heights, Terrain.height(0.3, 0.7)].join(" "));`;
  return (await run("node", ["--input-type=module", "--eval", script])).stdout.trim();
}

/** A hash of a blurred picture. */
async function blurred(dist) {
  const script = `
    import { createHash } from "node:crypto";
    const { Image, init } = await import(${JSON.stringify(join(dist, "image-filter.node.js"))});
    await init();
    const image = new Image(97, 61);
    image.original.forEach((_, index, bytes) => { bytes[index] = (index * 73) % 251; });
    image.blur(6);
    console.log(createHash("sha256").update(image.pixels).digest("hex"));`;
  const { code, stdout, output } = await run(process.execPath, ["--input-type=module", "-e", script]);
  if (code !== 0) throw new Error(output);
  return stdout.trim();
}
