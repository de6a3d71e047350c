/** Compiles EmbeddedSupport and makes instances of it. */
import { execFile } from "node:child_process";
import { access, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

const run = promisify(execFile);
const sources = fileURLToPath(new URL("../../Sources/EmbeddedSupport/", import.meta.url));

/** Every function that a program may call. */
export const symbols = [
  "malloc", "free", "calloc", "realloc", "aligned_alloc", "posix_memalign", "bindgen_heap_bytes",
  "memcpy", "memmove", "memset", "memcmp", "strlen", "arc4random_buf", "putchar",
  "__multi3", "__ashlti3", "__lshrti3", "__ashrti3", "__udivti3", "__umodti3", "__divti3", "__modti3",
  "fma", "fmaf", "fmod", "fmodf", "remainder", "remainderf", "round", "roundf",
  "__extendhfsf2", "__truncdfhf2", "__truncsfhf2",
  "_swift_stdlib_strtod_clocale", "_swift_stdlib_strtof_clocale", "_swift_stdlib_strtof16_clocale",
];

/** The folder of the toolchain's programs, or null where it has no clang and wasm-ld. */
export async function findCompiler() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      const programs = dirname(await realpath(join(folder, "swiftc")));
      await Promise.all(["clang", "wasm-ld"].map((name) => access(join(programs, name))));
      return programs;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/**
 * Compiles the sources once.
 * @param {string} programs
 */
export async function compile(programs) {
  const folder = await mkdtemp(join(tmpdir(), "embedded-support-"));
  const files = (await readdir(sources)).filter((name) => name.endsWith(".c"));
  const objects = await Promise.all(
    files.map(async (name) => {
      const object = join(folder, `${name}.o`);
      const flags = ["--target=wasm32-unknown-none-wasm", "-O2", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-fno-stack-protector", "-mbulk-memory"];
      await run(join(programs, "clang"), [...flags, "-I", join(sources, "include"), "-c", join(sources, name), "-o", object]);
      return object;
    }),
  );

  const sizes = new Map();

  /** Links a module that exports these functions; an undefined symbol is an error. */
  const link = async (exported, options = []) => {
    const output = join(folder, `${exported.length}${options.join("")}.wasm`.replace(/[^\w.]/g, ""));
    const flags = ["--no-entry", "--stack-first", "-z", "stack-size=262144", "--strip-all", ...options, ...exported.map((name) => `--export=${name}`)];
    await run(join(programs, "wasm-ld"), [...flags, ...objects, "-o", output]);
    const bytes = await readFile(output);
    const module = await WebAssembly.compile(bytes);
    sizes.set(module, bytes.length);
    return module;
  };

  /** Links an object of our own C besides, and says what the linker says. */
  const linkProgram = async (text) => {
    const source = join(folder, "program.c");
    await writeFile(source, text);
    await run(join(programs, "clang"), ["--target=wasm32-unknown-none-wasm", "-O1", "-c", source, "-o", `${source}.o`]);
    return run(join(programs, "wasm-ld"), ["--no-entry", "--export=program", `${source}.o`, ...objects, "-o", join(folder, "program.wasm")]);
  };

  const all = await link(symbols, ["--max-memory=67108864"]);
  return { link, linkProgram, sizeOf: (module) => sizes.get(module), instance: (module = all) => new Instance(module), remove: () => rm(folder, { recursive: true }) };
}

/** An instance with a line by line record of what it printed. */
export class Instance {
  constructor(module) {
    this.lines = [];
    this.randomCalls = 0;
    const imports = {
      bindgen: {
        print: (pointer, count) => this.lines.push(new TextDecoder().decode(this.bytes.subarray(pointer, pointer + count))),
        random: (pointer, count) => {
          this.randomCalls += 1;
          crypto.getRandomValues(this.bytes.subarray(pointer, pointer + count));
        },
      },
    };
    this.exports = new WebAssembly.Instance(module, imports).exports;
  }

  get bytes() {
    return new Uint8Array(this.exports.memory.buffer);
  }

  get view() {
    return new DataView(this.exports.memory.buffer);
  }
}

/** Numbers from a seed, so that a failure comes again. */
export function randomNumbers(seed) {
  let state = BigInt(seed) * 2n + 1n;
  const next = () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 32n);
  };
  return {
    below: (limit) => Math.floor((next() / 2 ** 32) * limit),
    bits: (count) => BigInt.asUintN(count, (BigInt(next()) << 96n) | (BigInt(next()) << 64n) | (BigInt(next()) << 32n) | BigInt(next())),
  };
}
