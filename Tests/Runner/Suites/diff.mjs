/**
 * `bindgen diff` against reality. A folder `Tests/Diff/<rule>` has users of its `old.idl`: TypeScript and Swift files whose names
 * begin with the level that the change is said to have for them, or with `none` where it is none to them. All compile against what is generated from `old.idl`; with
 * `new.idl` those that are called `major` must not, and the others must.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { entriesOf, filesBelow } from "../Core/files.mjs";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** @type {import("./suites.mjs").Suite} */
export const diff = {
  name: "diff",
  about: "what bindgen diff calls major, minor or patch, tried with tsc and swiftc",
  async run(context) {
    const built = await context.bindgen();
    const users = "failure" in built ? [] : await generateAll(context, built.path);
    const checkers = { ".ts": checkTypeScript, ".swift": checkSwift };
    for (const [extension, check] of Object.entries(checkers)) {
      await context.report.group(`diff/${extension.slice(1)}`, async (group) => {
        if ("failure" in built) return group.fail("bindgen builds", built.failure);
        return check(context, group, users.filter(({ file }) => extname(file) === extension));
      });
    }
  },
};

/**
 * @typedef {object} User
 * @property {string} name rule and file
 * @property {string} level what the change is said to be for it
 * @property {string} file
 * @property {{ old: string, new: string }} copies the file beside what is generated from each state
 */

/** Generates both states of every rule and puts the users beside them. @returns {Promise<User[]>} */
async function generateAll(context, tool) {
  const folder = await context.folder("diff");
  await rm(folder, { recursive: true, force: true });
  const users = [];
  const rules = (await entriesOf(context.path("Tests", "Diff"))).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  await forEach(context.jobs, rules, async (rule) => {
    const source = context.path("Tests", "Diff", rule);
    const files = await filesBelow(source, (path) => [".ts", ".swift"].includes(extname(path)));
    for (const state of ["old", "new"]) {
      const out = join(folder, rule, state);
      await mkdir(out, { recursive: true });
      const { code, output } = await run(tool, ["generate", join(source, `${state}.idl`), "--out", out, "--module", "Module"]);
      if (code !== 0) throw new Error(`${rule}/${state}.idl: ${output}`);
      for (const file of files) await copyFile(file, join(out, basename(file)));
    }
    for (const file of files) {
      const name = basename(file);
      const copies = { old: join(folder, rule, "old", name), new: join(folder, rule, "new", name) };
      users.push({ name: `${rule}/${name}`, level: /^[a-z]+/.exec(name)[0], file, copies });
    }
  });
  return users.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Tells whether a user fares as its name says. @param {string | null} oldError @param {string | null} newError */
async function judge(group, { name, level, file }, oldError, newError) {
  const side = extname(file) === ".ts" ? "TypeScript" : "Swift";
  const said = await readFile(join(dirname(file), "expected.txt"), "utf8");
  if (level !== "none" && !said.includes(`${level} for ${side}: `)) group.fail(name, `no change is ${level} for ${side}:\n${said}`);
  else if (oldError !== null) group.fail(name, `it does not compile with old.idl:\n${oldError}`);
  else if (level === "major" && newError === null) group.fail(name, "it still compiles with new.idl");
  else if (level !== "major" && newError !== null) group.fail(name, `it no longer compiles with new.idl:\n${newError}`);
  else group.pass(name);
}

/** All files of a state at once: every error names its file. */
async function checkTypeScript(context, group, users) {
  const tsc = await inPath("tsc");
  if (tsc === null) return group.skip("", "TypeScript (node-typescript) is not installed");
  const strict = ["--noEmit", "--strict", "--noImplicitReturns", "--target", "es2022", "--lib", "es2022,dom", "--module", "es2022"];
  const errors = {};
  const folder = await context.folder("diff");
  for (const state of ["old", "new"]) {
    const files = users.map(({ copies }) => copies[state]);
    const { output } = await run(tsc, [...strict, "--moduleResolution", "node", "--pretty", "false", ...files], { cwd: folder });
    errors[state] = output.split(/\n(?=\S)/);
  }
  for (const user of users) {
    const errorIn = (state) => errors[state].find((text) => join(folder, text.split("(")[0]) === user.copies[state]) ?? null;
    await judge(group, user, errorIn("old"), errorIn("new"));
  }
  return undefined;
}

/** One by one, against the runtime's module for the host. */
async function checkSwift(context, group, users) {
  const missing = await context.swiftMissing();
  if (missing !== null) return group.skip("", missing);
  const modules = await context.folder("diff", "modules");
  // SwiftPM leaves out the .docc catalogue, whose tutorial has Swift files of its own.
  const runtime = await filesBelow(context.path("Sources", "BindgenRuntime"), (path) => path.endsWith(".swift") && !path.includes(".docc/"));
  const headers = context.path("Sources", "EmbeddedSupport", "include");
  await writeFile(join(modules, "module.modulemap"), `module EmbeddedSupport { umbrella ${JSON.stringify(headers)} export * }\n`);
  const include = ["-I", modules, "-enable-experimental-feature", "Lifetimes"];
  const target = ["-module-name", "BindgenRuntime", "-package-name", "swift_bindgen", "-parse-as-library"];
  const emitted = await run("swiftc", ["-emit-module", ...target, ...include, "-o", join(modules, "BindgenRuntime.swiftmodule"), ...runtime]);
  if (emitted.code !== 0) return group.fail("BindgenRuntime compiles", emitted.output);
  const options = ["-typecheck", "-parse-as-library", "-enable-experimental-feature", "Extern", ...include];
  const errorIn = async (copy) => {
    const files = [copy, join(dirname(copy), "Module.bindgen.swift")];
    const { code, output } = await run("swiftc", [...options, "-module-name", "Module", ...files]);
    return code === 0 ? null : output;
  };
  return forEach(context.jobs, users, async (user) => judge(group, user, await errorIn(user.copies.old), await errorIn(user.copies.new)));
}
