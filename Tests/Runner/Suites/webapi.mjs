/** `bindgen webapi`: parts of a small set of IDL, word for word; and parts of the web platform's, which are closed and have no fault of ours. */
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";
import { corpusFolder } from "../Corpus/place.mjs";

const isUpdating = (process.env.UPDATE_GOLDEN ?? "0") !== "0";

/** @type {import("./suites.mjs").Suite} */
export const webapi = {
  name: "webapi",
  about: "bindgen webapi: parts of a set of IDL, and of the web platform (the IDL corpus)",
  run: (context) =>
    context.report.group("webapi", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const at = { tool: tool.path, folder: context.path("Tests", "WebAPI"), scratch: await context.folder("webapi") };
      for (const [name, test] of Object.entries(tests)) await group.attempt(name, () => test(at));
      const corpus = join(corpusFolder(context), "wpt", "idl");
      if (!(await exists(corpus))) return group.skip("the web platform", "there is no IDL corpus; BINDGEN_IDL_CORPUS can name its folder");
      for (const [name, test] of Object.entries(platformTests)) await group.attempt(name, () => test({ ...at, corpus }));
      return undefined;
    }),
};

/** @param {{ tool: string, folder: string }} at @param {number} code @param {string[]} args */
async function bindgen({ tool, folder }, code, ...args) {
  const outcome = await run(tool, args, { cwd: folder });
  assert.equal(outcome.code, code, outcome.output);
  return outcome;
}

/** @type {Record<string, (at: { tool: string, folder: string, scratch: string }) => Promise<void>>} */
const tests = {
  /** The whole of Stage, its mixin and ancestors; of Lamp one member and one of its ancestor; Curtain as a name. */
  async "interfaces, members, and what they are made of"(at) {
    const file = join(at.scratch, "stage.idl");
    const { output } = await bindgen(at, 0, "webapi", "--idl", "set", "--only", "Stage,Lamp.color,Lamp.label", "--only", "tools.bang", "--report-skipped", "--output", file);
    await golden(join(at.folder, "stage.idl"), await readFile(file, "utf8"));
    await golden(join(at.folder, "stage.txt"), output.replaceAll(file, "stage.idl"));
    const checked = await bindgen(at, 0, "check", file);
    assert.doesNotMatch(checked.output, /warning/);
  },

  async "everything but"(at) {
    const { stdout } = await bindgen(at, 0, "webapi", "--idl", "set", "--without", "Stage.find,Curtain,Lamp.beam");
    await golden(join(at.folder, "everything.idl"), stdout);
  },

  async "the members of some standards alone"(at) {
    const { stdout } = await bindgen(at, 0, "webapi", "--idl", "set", "--standards", "events");
    await golden(join(at.folder, "events.idl"), stdout);
  },

  async "a file for each standard, with members that throw, and closures of events that return nothing"(at) {
    const folder = join(at.scratch, "files");
    await bindgen(at, 0, "webapi", "--idl", "set", "--only", "Stage", "--throws", "Stage.find,Named.hidden", "--output", `${folder}/`);
    assert.deepEqual((await readdir(folder)).toSorted(), ["events.idl", "stage-2.tentative.idl", "stage.idl"]);
    const stage = await readFile(join(folder, "stage.idl"), "utf8");
    for (const line of ["  [Throws] Prop? find(DOMString name);", "  [Throws] Curtain? hidden();", "  undefined later(Done done);"]) assert.ok(stage.split("\n").includes(line), stage);
    assert.match(await readFile(join(folder, "events.idl"), "utf8"), /^callback HandlerNonNull = undefined \(Occurrence event\);$/m);
    const { output } = await bindgen(at, 1, "webapi", "--idl", "set", "--throws", "Stage.hidden,Stage.fynd");
    assert.match(output, /`Stage\.hidden` is no member that could throw; its mixin has it: write `Named\.hidden`/);
    assert.match(output, /`Stage\.fynd` is no member that could throw/);
  },

  async "what is asked for and not there, all of it at once"(at) {
    const { stdout, output } = await bindgen(at, 1, "webapi", "--idl", "set", "--standards", "stge,stage", "--only", "Stagge,Named,Stage.fynd,BaseOptions.curtain,Lamp.move");
    assert.equal(stdout, "");
    await golden(join(at.folder, "refused.txt"), output);
  },

  async "command lines that make no sense"(at) {
    for (const args of [[], ["--only", "Stage"], ["--idl", "set", "--only", "Stage.a.b"], ["--idl", "set", "--without", "a b&"], ["--idl", "set", "set"]]) {
      const { output } = await bindgen(at, 2, "webapi", ...args);
      assert.match(output, /^bindgen webapi: /);
    }
    const { output } = await bindgen(at, 1, "webapi", "--idl", "nowhere");
    assert.match(output, /nowhere: error: there is no such file/);
  },
};

/** @type {Record<string, (at: { tool: string, folder: string, scratch: string, corpus: string }) => Promise<void>>} */
const platformTests = {
  async "a page's part of the web platform is closed, small, and without a fault"(at) {
    const file = join(at.scratch, "page.idl");
    const only = "Document,HTMLCanvasElement.getContext,CanvasRenderingContext2D.fillRect,Window.document,Window.localStorage,Storage,console.log";
    await bindgen(at, 0, "webapi", "--idl", at.corpus, "--only", only, "--output", file);
    const text = await readFile(file, "utf8");
    assert.match(text, /^\/\/ DOM Standard, https:\/\/dom\.spec\.whatwg\.org\/$/m);
    assert.match(text, /^interface HTMLScriptElement : HTMLElement \{\};$/m);
    assert.doesNotMatch(text, /tBodies|CEReactions/);
    assert.ok(text.length < 60_000, `${text.length} bytes`);
    const checked = await bindgen(at, 0, "check", file);
    assert.doesNotMatch(checked.output, /warning/);
    const { output } = await bindgen(at, 0, "check", "--imports", file);
    assert.match(output, /^members: (\d+) of \1 bound/m);
  },
};

/** @param {string} path @param {string} text */
async function golden(path, text) {
  if (isUpdating) return writeFile(path, text);
  assert.equal(text, await readFile(path, "utf8").catch(() => ""));
  return undefined;
}
