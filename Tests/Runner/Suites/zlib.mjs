/** A C library that nobody wrote for this: zlib, fetched from Debian, exported by IDL, and compared with what the machine's own compiler makes of it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";
import { exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { entryOf } from "../Families/npm-package.mjs";

/** @type {import("./suites.mjs").Suite} */
export const zlib = {
  name: "zlib",
  about: "zlib, fetched from Debian's source packages, exported by IDL and compared with the native one",
  run: (context) =>
    context.report.group("zlib", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const missing = (await context.swiftMissing()) ?? (await fetchMissing(await context.folder("zlib", "fetched")));
      if (missing !== null) return group.skip("", missing);
      const folder = await context.folder("zlib", "package");
      let Zlib;
      await group.attempt("zlib is built for wasm", async () => {
        Zlib = await build(context, tool.path, folder);
      });
      if (Zlib === undefined) return undefined;
      await group.attempt("what it makes is what it makes natively, byte for byte", () => compare(folder, Zlib));
      await group.attempt("what is broken is an error", () => broken(Zlib));
      return undefined;
    }),
};

/** Sources of the library; not its programs, nor what needs files. */
const sources = ["adler32", "crc32", "deflate", "inffast", "inflate", "inftrees", "trees", "zutil"];

/** Fetches and unpacks the source package by apt with lists and caches of the test's own. Returns why it cannot be had; null where it is there. */
async function fetchMissing(folder) {
  if (await exists(join(folder, "source", "zlib.h"))) return null;
  const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
  if ((await inPath("apt-get")) === null || !(await exists(keys))) return "apt-get and Debian's keys are not installed";
  for (const name of ["lists/partial", "cache/archives/partial"]) await mkdir(join(folder, name), { recursive: true });
  const [, codename] = /^VERSION_CODENAME=(\w+)$/m.exec(await readFile("/etc/os-release", "utf8")) ?? [];
  if (codename === undefined) return "/etc/os-release names no release of Debian";
  await writeFile(join(folder, "sources.list"), `deb-src [signed-by=${keys}] http://deb.debian.org/debian ${codename} main\n`);
  const settings = {
    "Dir::Etc::SourceList": "sources.list", "Dir::Etc::SourceParts": "/dev/null", "Dir::State::Lists": "lists", "Dir::Cache": "cache",
    "APT::Sandbox::User": "root", "Acquire::Retries": "1", "Acquire::http::Timeout": "20",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${name.startsWith("Dir") && !value.startsWith("/") ? join(folder, value) : value}`]);
  for (const args of [["update", "-o", "APT::Update::Error-Mode=any"], ["source", "--download-only", "zlib"]]) {
    const { code, output } = await run("apt-get", [...options, ...args], { cwd: folder, seconds: 300 });
    if (code !== 0) return `Debian's source package cannot be fetched: ${output.trim().split("\n").at(-1)}`;
  }
  const archive = (await readdir(folder)).find((name) => name.includes(".orig.tar."));
  if (archive === undefined) return "the source package of Debian has no archive of the original";
  await mkdir(join(folder, "source"), { recursive: true });
  const { code, output } = await run("tar", ["-xf", archive, "-C", "source", "--strip-components=1"], { cwd: folder });
  return code === 0 ? null : `the source package cannot be unpacked: ${output.trim().split("\n").at(-1)}`;
}

async function build(context, tool, folder) {
  await rm(join(folder, "Sources"), { recursive: true, force: true });
  await cp(context.path("Tests", "CLibrary"), folder, { recursive: true });
  const manifest = await readFile(join(folder, "Package.swift"), "utf8");
  await writeFile(join(folder, "Package.swift"), manifest.replace('path: "../.."', () => `path: ${JSON.stringify(context.root)}`));
  const from = join(await context.folder("zlib", "fetched"), "source");
  const target = join(folder, "Sources", "CZlib");
  for (const name of await readdir(from)) {
    if (sources.some((source) => name === `${source}.c`) || /^(?!gz).*\.h$/.test(name)) await cp(join(from, name), join(target, name));
  }
  for (const name of ["zlib.h", "zconf.h"]) await cp(join(from, name), join(target, "include", name));
  const { code, output } = await context.swift.run(folder, () => run(tool, ["build", "--package-path", folder]));
  assert.equal(code, 0, output);
  const dist = join(folder, "dist");
  const { init, Zlib } = await import(pathToFileURL(join(dist, await entryOf(dist, "node"))));
  await init();
  return Zlib;
}

async function compare(folder, Zlib) {
  const target = join(folder, "Sources", "CZlib");
  const program = join(folder, "native");
  const clang = await run("clang", ["-O1", "-DZ_SOLO", "-I", join(target, "include"), "-I", target, "-o", program, join(folder, "native.c"), join(target, "allocation.c"), ...sources.map((name) => join(target, `${name}.c`))]);
  assert.equal(clang.code, 0, clang.output);
  const texts = ["", "a", "Grüße 🎈 ".repeat(20_000), Buffer.from(Uint8Array.from({ length: 300_000 }, (_, index) => (index * index * 31) >> 7))];
  for (const data of texts.map((text) => Buffer.from(text))) {
    for (const level of [0, 1, 6, 9]) {
      const native = spawnSync(program, [`${level}`], { input: data, maxBuffer: 1 << 24 });
      const made = Buffer.from(Zlib.deflate(data, level));
      // How bytes are stored that are not compressed depends on the room that zlib is given.
      assert.ok(level === 0 || made.equals(native.stdout), `level ${level}, ${data.length} bytes`);
      assert.equal(`${Zlib.crc32(data)} ${Zlib.adler32(data)}`, native.stderr.toString());
      assert.ok(inflateSync(made).equals(data));
    }
    assert.ok(Buffer.from(Zlib.inflate(deflateSync(data))).equals(data));
  }
}

function broken(Zlib) {
  assert.match(Zlib.version, /^\d+\.\d+/);
  assert.throws(() => Zlib.inflate(new Uint8Array([1, 2, 3])), { name: "TypeError", message: "incorrect header check" });
  assert.throws(() => Zlib.inflate(Zlib.deflate(new Uint8Array(1000)).subarray(0, 8)), { name: "TypeError", message: "the data ends early" });
  assert.throws(() => Zlib.deflate(new Uint8Array(1), 10), { name: "RangeError" });
}
