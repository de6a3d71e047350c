/** `bindgen wit`: the text, by a grammar of its own; what WIT cannot say; and the IDL of every family. */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forEach } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { findFamilies } from "../Families/families.mjs";
import { checkWIT } from "../WIT/grammar.mjs";

const isUpdating = (process.env.UPDATE_GOLDEN ?? "0") !== "0";

/** @type {import("./suites.mjs").Suite} */
export const wit = {
  name: "wit",
  about: "bindgen wit, check --wit and diff --for wit: what is printed, what is refused, and the families",
  run: (context) =>
    context.report.group("wit", async (group) => {
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const at = { tool: tool.path, folder: context.path("Tests", "WIT") };
      for (const [name, test] of Object.entries(tests)) await group.attempt(name, () => test(at));
      const families = await findFamilies(context);
      let printed = 0;
      await forEach(context.jobs, families, async ({ name, folder }) => {
        await group.attempt(`family ${name}`, async () => {
          if (await family(at.tool, join(folder, "api.idl"))) printed += 1;
        });
      });
      await group.attempt("some families are printed and some refused", async () => assert.ok(printed > 5 && printed < families.length, `${printed}`));
      return undefined;
    }),
};

/** @type {Record<string, (at: { tool: string, folder: string }) => Promise<void>>} */
const tests = {
  async "words.idl as WIT"({ tool, folder }) {
    const { code, stdout, output } = await run(tool, ["wit", "words.idl", "--package", "acme:words@1.0.0"], { cwd: folder });
    assert.equal(code, 0, output);
    checkWIT(stdout);
    await golden(join(folder, "words.wit"), stdout);
  },

  async "what WIT cannot say, at its place, all of it at once"({ tool, folder }) {
    const { code, stdout, output } = await run(tool, ["wit", "refused.idl"], { cwd: folder });
    assert.equal(code, 1, output);
    assert.equal(stdout, "");
    const errors = output.split("\n").filter((line) => line.includes(": error: "));
    await golden(join(folder, "refused.txt"), `${errors.join("\n")}\n`);
    const checked = await run(tool, ["check", "--wit", "refused.idl"], { cwd: folder });
    assert.equal(checked.code, 1, checked.output);
    assert.deepEqual(checked.output.split("\n").filter((line) => line.endsWith(" [wit]")), errors);
  },

  async "check --wit of what can be said, and without --wit"({ tool, folder }) {
    for (const args of [["--wit", "words.idl"], ["refused.idl"]]) {
      const { code, output } = await run(tool, ["check", ...args], { cwd: folder });
      assert.equal(code, 0, output);
    }
    const { code, output } = await run(tool, ["check", "--wit", "--standard", "words.idl"], { cwd: folder });
    assert.equal(code, 2, output);
  },

  async "diff --for wit: each change, and its level"({ tool, folder }) {
    const { code, stdout, output } = await run(tool, ["diff", "old.idl", "new.idl", "--for", "wit", "--fail-on", "major"], { cwd: folder });
    assert.equal(code, 5, output);
    await golden(join(folder, "diff.txt"), stdout);
    const same = await run(tool, ["diff", "old.idl", "old.idl", "--for", "wit"], { cwd: folder });
    assert.equal(same.stdout, "WIT: no change\n");
    const json = await run(tool, ["diff", "old.idl", "new.idl", "--for", "wit", "--json"], { cwd: folder });
    assert.equal(JSON.parse(json.stdout).wit, "major");
  },

  async "diff --for wit of what WIT cannot say"({ tool, folder }) {
    const { code, stdout, output } = await run(tool, ["diff", "old.idl", "refused.idl", "--for", "wit"], { cwd: folder });
    assert.equal(code, 1, output);
    assert.equal(stdout, "");
    assert.match(output, /^refused\.idl:.*WIT has no word for .* \[wit\]$/m);
  },

  async "names of packages"({ tool, folder }) {
    for (const name of ["words", "Acme:words", "acme:words@1", "a:b:c", "acme:wörter"]) {
      const { code, output } = await run(tool, ["wit", "words.idl", "--package", name], { cwd: folder });
      assert.equal(code, 2, `${name}: ${output}`);
      assert.match(output, /`--package`: /);
    }
  },

  async "the grammar sees faults"({ folder }) {
    const text = await readFile(join(folder, "words.wit"), "utf8");
    const faults = [
      [/ {2}use types\.\{.*\n/, ""],
      ["%string(", "string("],
      ["volume: option", "name: option"],
      [/-> counter;/, "-> Counter!;"],
      ["export types;", ""],
      ["  now: func", "  setNow: func"],
    ];
    for (const [from, to] of faults) {
      const changed = text.replace(from, to);
      assert.notEqual(changed, text);
      assert.throws(() => checkWIT(changed), `${from}`);
    }
  },
};

/** Whether WIT can say the IDL; every error is one of WIT's then, and what is printed follows the grammar. */
async function family(tool, path) {
  const { code, stdout, output } = await run(tool, ["wit", path]);
  if (code === 0) {
    checkWIT(stdout);
    return true;
  }
  const errors = output.split("\n").filter((line) => line.includes(": error: "));
  const others = errors.filter((line) => !line.endsWith(" [wit]"));
  if (code !== 1 || errors.length === 0 || others.length > 0) throw new Error(`exit code ${code}\n${output}`);
  return false;
}

async function golden(path, text) {
  if (isUpdating) await writeFile(path, text);
  assert.equal(text, await readFile(path, "utf8"));
}
