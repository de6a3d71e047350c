/** Modules that import WASI, in every engine; one of them built with a Swift SDK that is put together here. */
import { copyFile, cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exists } from "../Core/files.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { entryOf } from "../Families/npm-package.mjs";
import { builtExamples } from "./examples.mjs";
import { runPrograms } from "./programs.mjs";

/** @type {import("./suites.mjs").Suite} */
export const wasi = {
  name: "wasi",
  about: "modules that import WASI, and programs, in every engine, wasmtime and wasmkit; builds with a Swift SDK",
  async run(context) {
    const modules = await buildAll(context);
    if (modules.Clock === null) return;
    modules.Grep = await copied(context);
    await runPrograms(context, modules);
    await context.report.group("wasi/types", (group) => checkTypes(context, group, modules.Clock));
    await forEach(context.jobs, await context.engines(), (engine) =>
      context.report.group(`wasi/${engine.name}`, async (group) => {
        if (engine.missing !== null) return group.skip("", engine.missing);
        return runEngine(context, group, engine, modules);
      }),
    );
  },
};

/** The folders of the modules; null where one could not be built. */
async function buildAll(context) {
  const built = { Clock: null, Disk: null, Machine: null, Reactor: null };
  await context.report.group("wasi/build", async (group) => {
    const tool = await context.bindgen();
    if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
    const build = async (product, args, code = 0) => {
      const out = await context.folder("wasi", product);
      const packagePath = context.path("Tests", "WASI");
      const all = ["build", "--package-path", packagePath, "--product", product, "--out", out, ...args];
      const outcome = await context.swift.run(packagePath, () => run(tool.path, all));
      if (outcome.code !== code) throw new Error(`exit code ${outcome.code}\n${outcome.output}`);
      return { out, output: outcome.output };
    };
    await group.attempt("with the stock toolchain", async () => {
      const { out } = await build("Clock", ["-c", "debug"]);
      const readme = await readFile(join(out, "README.md"), "utf8");
      if (!readme.includes("\nawait init(undefined, { wasi });\n")) throw new Error(`README.md does not say how to give a WASI implementation\n${readme}`);
      built.Clock = out;
      built.Disk = (await build("Disk", ["-c", "debug"])).out;
    });
    await group.attempt("sockets are refused by name", async () => {
      const use = join(await context.folder("wasi"), "socket.swift");
      await writeFile(use, "let socket = Socket.self\n");
      const { code, output } = await run("swiftc", ["-typecheck", context.path("Sources", "WASI", "Socket.swift"), use]);
      if (code !== 1 || !output.includes("WASI's preview 1 opens no sockets; declare fetch or WebSocket as [Import]")) throw new Error(output);
    });
    const missing = await missingParts();
    if (missing !== null) return group.skip("with a Swift SDK", missing);
    await group.attempt("with a Swift SDK", async () => {
      const sdks = await installSDK(context);
      for (const product of ["Machine", "Reactor"]) {
        built[product] = (await build(product, ["--swift-sdk", sdkName, "--swift-sdks-path", sdks])).out;
      }
    });
    await group.attempt("an SDK that is not there", async () => {
      const sdks = await context.folder("wasi", "sdks");
      const { output } = await build("Machine", ["--swift-sdk", "other", "--swift-sdks-path", sdks], 1);
      if (!output.includes(`error: there is no Swift SDK \`other\`; installed are: ${sdkName}\n`)) throw new Error(output);
    });
    await group.attempt("an SDK where none is installed", async () => {
      const nothing = await context.folder("wasi", "nothing");
      const { output } = await build("Machine", ["--swift-sdk", "other", "--swift-sdks-path", nothing], 1);
      if (!output.includes("error: there is no Swift SDK `other`: none is installed")) throw new Error(output);
    });
    return undefined;
  });
  return built;
}

const sdkName = "handmade-wasm";
const libc = "/usr/lib/wasm32-wasi";
const headers = "/usr/include/wasm32-wasi";
const triple = "wasm32-unknown-none-wasm";

/** What the SDK is made of: Debian's C library for WASI, and Embedded Swift of the toolchain. */
async function missingParts() {
  if ((await inPath("swift")) === null) return "swift is not in PATH";
  if (!(await exists(join(libc, "crt1-reactor.o")))) return "wasi-libc is not installed";
  return null;
}

/**
 * A Swift SDK as an artifact bundle, installed where no other build sees it. It is made by hand: the official one cannot be assumed
 * to be there. Its Swift is the toolchain's Embedded Swift, and everything else is what an SDK has: C library, options, layout.
 */
async function installSDK(context) {
  const folder = await context.folder("wasi", "sdk");
  const sdks = await context.folder("wasi", "sdks");
  for (const path of [folder, sdks]) await rm(path, { recursive: true, force: true });
  const bundle = join(folder, `${sdkName}.artifactbundle`);
  await mkdir(join(bundle, sdkName, "sysroot"), { recursive: true });
  await mkdir(sdks);
  const info = await run("swiftc", ["-print-target-info"]);
  const resources = JSON.parse(info.stdout).paths.runtimeResourcePath;
  const includes = ["-D__wasi__=1", "-isystem", headers];
  const files = {
    "info.json": { schemaVersion: "1.0", artifacts: { [sdkName]: { type: "swiftSDK", version: "0.0.1", variants: [{ path: sdkName }] } } },
    [`${sdkName}/swift-sdk.json`]: { schemaVersion: "4.0", targetTriples: { [triple]: { sdkRootPath: "sysroot", toolsetPaths: ["toolset.json"] } } },
    [`${sdkName}/toolset.json`]: {
      schemaVersion: "1.0",
      swiftCompiler: {
        extraCLIOptions: [
          "-enable-experimental-feature", "Embedded", "-wmo", "-Xfrontend", "-disable-stack-protector",
          ...includes.flatMap((option) => ["-Xcc", option]), "-Xclang-linker", "-nostdlib",
        ],
      },
      cCompiler: { extraCLIOptions: ["-fno-stack-protector", ...includes] },
      linker: {
        extraCLIOptions: [
          // Printing numbers of 128 bits would take a library of the compiler's.
          join(libc, "crt1-reactor.o"), `-L${libc}`, "-lc-printscan-no-floating-point", "-lc",
          join(resources, "embedded", triple, "libswiftUnicodeDataTables.a"),
        ],
      },
    },
  };
  for (const [path, contents] of Object.entries(files)) await writeFile(join(bundle, path), JSON.stringify(contents, null, 2));
  const installed = await run("swift", ["sdk", "install", bundle, "--swift-sdks-path", sdks]);
  if (installed.code !== 0) throw new Error(installed.output);
  return sdks;
}

/** The example, and what is asked of it, in the folder that engines see. */
async function copied(context) {
  const folder = await context.folder("wasi");
  await copyFile(context.path("Tests", "Hosts", "scenarios.mjs"), join(folder, "scenarios.mjs"));
  await copyFile(context.path("Tests", "WASI", "disk.txt"), join(folder, "disk.txt"));
  const example = (await builtExamples(context)).find(({ name }) => name === "Grep");
  if (example === undefined) return null;
  await cp(example.dist, join(folder, "Grep"), { recursive: true });
  return join(folder, "Grep");
}

async function runEngine(context, group, engine, modules) {
  const folder = await context.folder("wasi");
  const lines = [];
  for (const [name, dist] of Object.entries(modules)) {
    const entry = dist === null ? null : `${name}/${await entryOf(dist, engine.kind)}`;
    lines.push(`export const ${name} = ${JSON.stringify(entry)};\n`);
  }
  const script = join(folder, `${engine.name}.mjs`);
  await writeFile(script, [...lines, "export const init = async () => {};\n"].join(""));
  const mounts = { "/wasi/": folder, "/tests/": context.path("Tests", "WASI"), "/runner/": context.path("Tests", "Runner") };
  const test = pathToFileURL(context.path("Tests", "WASI", "test.mjs")).href;
  const { WASI } = await engine.run({ families: [{ name: "WASI", module: pathToFileURL(script).href, test }] }, { mounts, scratch: context.scratch });
  for (const name of WASI.passed) group.pass(name);
  for (const { name, detail } of WASI.failed) group.fail(name, detail);
  for (const { name, why } of WASI.skipped) group.skip(name, why);
  if (modules.Machine === null) group.skip("a C library", "the modules with a C library could not be built");
}

/** What a strict TypeScript says to a program that hands WASI over, and to one that does not. */
async function checkTypes(context, group, dist) {
  const tsc = await inPath("tsc");
  if (tsc === null) return group.skip("", "TypeScript (node-typescript) is not installed");
  const folder = await context.folder("wasi", "types");
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "node_modules"), { recursive: true });
  await symlink(dist, join(folder, "node_modules", "clock"));
  await copyFile(context.path("Tests", "WASI", "types.ts"), join(folder, "types.ts"));
  const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", "es2022", "--moduleResolution", "node"];
  const { code, output } = await run(tsc, [...options, "types.ts"], { cwd: folder });
  return code === 0 ? group.pass("init and instantiate ask for WASI") : group.fail("init and instantiate ask for WASI", output);
}
