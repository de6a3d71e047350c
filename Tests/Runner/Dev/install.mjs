/** The installation: where it goes, that packages compile nothing of the tool, and versions that do not fit. */
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";

/** @typedef {import("./work.mjs").Work} Work */

const failUnless = (condition, text) => {
  if (!condition) throw new Error(text);
};

/** Run first: all that follows is done with the installed tool. @type {Record<string, (work: Work) => Promise<void>>} */
export const installTests = {
  async "install puts the tool and the packages' part into the home, and says what PATH lacks"(work) {
    const first = await work.bindgen(["install"], { cwd: work.parent });
    const again = await work.bindgen(["install"], { cwd: work.parent });
    failUnless(first.stdout === again.stdout && first.stdout.includes(`export PATH="${work.home}/.local/bin:$PATH"`), first.stdout);
    const { stdout } = await run(join(work.home, ".local", "bin", "bindgen"), ["--version"]);
    work.version = stdout.trim().split(" ")[1];
    work.installed = join(work.home, ".swift-bindgen", work.version);
    failUnless(first.stdout.startsWith(`bindgen ${work.version} is in ${work.installed}, and ${work.home}/.local/bin/bindgen leads there\n`), first.stdout);
    const other = join(work.parent, "bin");
    await work.bindgen(["install", "--bin", other], { cwd: work.parent });
    const inPath = await work.bindgen(["install", "--bin", other], { cwd: work.parent, env: { PATH: `${other}:${process.env.PATH}` } });
    failUnless(!inPath.stdout.includes("note:"), inPath.stdout);
    await rm(join(other, "bindgen"));
    await writeFile(join(other, "bindgen"), "another program", { mode: 0o755 });
    const taken = await work.bindgen(["install", "--bin", other], { cwd: work.parent, code: 1 });
    failUnless(taken.stderr === `error: ${other}/bindgen is there already and not of swift-bindgen; choose another folder with --bin\n`, taken.stderr);
    const shadowed = await work.bindgen(["install"], { cwd: work.parent, env: { PATH: `${other}:${work.home}/.local/bin:${process.env.PATH}` } });
    failUnless(shadowed.stdout.includes(`note: \`bindgen\` in PATH is ${other}/bindgen, another program; put ${work.home}/.local/bin before it`), shadowed.stdout);
    await rm(other, { recursive: true });
    work.tool = join(work.home, ".local", "bin", "bindgen");
    const itself = await work.bindgen(["install"], { cwd: work.parent, code: 1 });
    failUnless(itself.stderr.includes(`this bindgen is installed, in ${work.installed}`), itself.stderr);
  },
};

/** Run when the package was built. @type {Record<string, (work: Work) => Promise<void>>} */
export const versionTests = {
  async "a package compiles no part of the tool"(work) {
    const isTool = (path) => /\/(?:Bindgen(?:IDL|Model|ABI|Emit|Diff|Driver|Serve|WIT|Wasm)|CarriedFiles|bindgen)(?:-tool)?\.(?:build|swiftmodule)|\/bindgen(?:-tool)?$/.test(path);
    const built = await filesBelow(join(work.folder, ".build"), () => true, new Set());
    failUnless(built.some((path) => path.includes("BindgenRuntime.build")), `nothing of the runtime in ${built.length} files`);
    const found = built.filter(isTool);
    failUnless(found.length === 0, found.join("\n"));
    // Nor does a plain build: SwiftPM describes what it would compile.
    const { stdout, output } = await work.run("swift", ["package", "describe", "--package-path", work.installed, "--type", "json"]);
    const targets = JSON.parse(stdout || "{}").targets?.filter(({ type }) => type !== "plugin").map(({ name, type }) => `${name}: ${type}`);
    failUnless(targets?.toSorted().join() === "BindgenRuntime: library,EmbeddedSupport: library,WASI: library,WASIPreview1: library,bindgen: binary", output);
  },

  async "a version that is not installed is told, and what to do"(work) {
    await work.edit("Package.swift", `.swift-bindgen/${work.version}`, ".swift-bindgen/9.8.7");
    const { stderr } = await work.bindgen(["build", "-c", "debug"], { code: 1 });
    failUnless(stderr === "error: MyWords depends on swift-bindgen 9.8.7, and this is bindgen " + work.version + ", which does not fit: `swift run bindgen install` "
      + `in a checkout of 9.8.7 puts it there, or name ~/.swift-bindgen/${work.version} in Package.swift\n`, stderr);
    await cp(work.installed, join(work.home, ".swift-bindgen", "9.8.7"), { recursive: true });
    const present = await work.bindgen(["build", "-c", "debug"], { code: 1 });
    failUnless(present.stderr.includes(`which does not fit: run ${work.home}/.swift-bindgen/9.8.7/bindgen.artifactbundle/bindgen, or name`), present.stderr);
    await rm(join(work.home, ".swift-bindgen", "9.8.7"), { recursive: true });
    await work.edit("Package.swift", ".swift-bindgen/9.8.7", `.swift-bindgen/${work.version}`);
  },

  async "a version of a checkout that does not fit is told by the plugin"(work) {
    const other = join(work.parent, "other");
    await cp(work.installed, other, { recursive: true });
    const version = join(other, "Plugins", "BindgenPlugin", "PackageVersion.swift");
    await writeFile(version, (await readFile(version, "utf8")).replace(`"${work.version}"`, '"9.8.7"'));
    const manifest = await work.read("Package.swift");
    await work.write("Package.swift", manifest.replace(`~/.swift-bindgen/${work.version}`, "../other"));
    const { stderr } = await work.bindgen(["build", "-c", "debug"], { code: 1 });
    await work.write("Package.swift", manifest);
    const [said] = /MyWords depends on swift-bindgen 9\.8\.7 .*/.exec(stderr) ?? [];
    failUnless(said?.includes(`and bindgen ${work.version} (${work.installed}/bindgen.artifactbundle/bindgen) does not fit: run the bindgen of 9.8.7, or let Package.swift`), stderr);
    await rm(other, { recursive: true });
  },
};
