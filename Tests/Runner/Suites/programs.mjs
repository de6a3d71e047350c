/** Programs in every host that has WASI of its own: the same output, and the same exit code. Engines run them with `<package>/wasi` besides. */
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { files, full, readOnly, scenarios } from "../../Hosts/scenarios.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { inPath, pythonWithWasmtime } from "../Core/tools.mjs";

/** What a host is known to do otherwise, by the beginnings of the lines. */
const deviations = {
  wasmkit: ["sleep: ", "now: "],
  bun: ["negative: "],
};

/** @param {{ Disk: string | null, Grep: string | null }} modules the folders of the packages */
export async function runPrograms(context, { Disk, Grep }) {
  const engines = (await context.engines()).filter(({ kind }) => kind !== "browser");
  const hosts = [...engines.map((engine) => ofEngine(context, engine)), await wasmkit(), await wasmtime(context)];
  await forEach(context.jobs, hosts, (host) =>
    context.report.group(`wasi/programs/${host.name}`, async (group) => {
      if (host.missing !== null) return group.skip("", host.missing);
      const folder = await context.folder("wasi", "programs", host.name);
      if (Disk !== null) await group.attempt("every operation", () => runDisk(host, folder, Disk, context.path("Tests", "WASI", "disk.txt")));
      if (Grep === null) return undefined;
      for (const scenario of [...scenarios, ...(host.hasDevices ? [full] : []), ...(host.canBeReadOnly ? [readOnly] : [])]) {
        await group.attempt(scenario.name, () => runScenario(host, folder, Grep, scenario));
      }
      return undefined;
    }),
  );
}

async function runDisk(host, folder, dist, expected) {
  await refill(folder, {});
  const env = { GREETING: "Grüß Gott" };
  const { code, stdout, output } = await host.run(dist, folder, ["a b", "Grüße"], { env, program: "disk" });
  const known = Object.entries(deviations).find(([name]) => host.name === name)?.[1] ?? [];
  const lines = (text) => text.split("\n").filter((line) => !known.some((start) => line.startsWith(start)) && !line.includes("not implemented"));
  assert.deepEqual(lines(stdout), lines(await readFile(expected, "utf8")), output);
  assert.equal(code, 7, output);
  assert.deepEqual(await readdir(folder), []);
}

async function runScenario(host, folder, dist, scenario) {
  await refill(folder, files);
  const { args, stdin = "", stdout = "", stderr = "", code = 0, written = {}, isReadOnly } = scenario;
  const outcome = await host.run(dist, folder, args, { stdin, isReadOnly, program: "grep" });
  assert.equal(outcome.stdout, stdout, outcome.output);
  // What hosts know of the reasons differs where the operating system answers.
  if (scenario.anyReason) assert.match(outcome.stderr, new RegExp(`^grep: ${scenario.anyReason}: .+\n$`, "m"));
  else assert.equal(outcome.stderr.replaceAll(/^.*Warning.*\n/gm, ""), stderr);
  assert.equal(outcome.code, code, outcome.output);
  for (const [name, text] of Object.entries(written)) assert.equal(await readFile(join(folder, name), "utf8"), text);
}

/** Makes a folder hold these files and nothing else. */
async function refill(folder, members) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, member] of Object.entries(members)) {
    if (typeof member === "string") await writeFile(join(folder, name), member);
    else await refill(join(folder, name), member);
  }
}

/** An engine with its `node:wasi`. */
function ofEngine(context, engine) {
  return {
    name: engine.name,
    missing: engine.missing,
    hasDevices: engine.kind !== "deno",
    canBeReadOnly: false,
    run(dist, folder, args, { env = {}, stdin = "", program }) {
      // Deno may read what is below the folder in which it starts.
      const [place, flags] = engine.kind === "deno" ? ["/", ["--allow-write", "--allow-env"]] : [folder, []];
      const entry = pathToFileURL(join(dist, `${program}.node.js`)).href;
      const script = context.path("Tests", "Hosts", "program.mjs");
      return engine.script([...flags, script, entry, folder, JSON.stringify(env), ...args], { folder: place, scratch: context.scratch, stdin });
    },
  };
}

/** The interpreter that comes with Swift. */
async function wasmkit() {
  const tool = await inPath("wasmkit");
  return {
    name: "wasmkit",
    missing: tool === null ? "wasmkit, which comes with Swift, is not in PATH" : null,
    hasDevices: false,
    canBeReadOnly: false,
    run(dist, folder, args, { env = {}, stdin = "", program }) {
      const variables = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
      return run(tool, ["run", ...variables, "--dir", ".", join(dist, `${program}.wasm`), ...args], { cwd: folder, stdin });
    },
  };
}

/** The compiler of the Bytecode Alliance, through its Python package. */
async function wasmtime(context) {
  const python = await pythonWithWasmtime();
  return {
    name: "wasmtime",
    missing: python !== null ? null : "the Python package wasmtime is not installed",
    hasDevices: true,
    canBeReadOnly: true,
    run(dist, folder, args, { env = {}, stdin = "", isReadOnly = false, program }) {
      const script = context.path("Tests", "Hosts", "program.py");
      const all = [script, join(dist, `${program}.wasm`), folder, isReadOnly ? "ro" : "rw", JSON.stringify(env), ...args];
      return run(python, all, { stdin });
    },
  };
}
