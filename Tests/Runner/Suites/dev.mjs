/** The dev loop, in one package that `bindgen new` wrote. */
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";

/** @type {import("./suites.mjs").Suite} */
export const dev = {
  name: "dev",
  about: "bindgen new, and working on the package that it wrote",
  run: (context) =>
    context.report.group("dev", async (group) => {
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const folder = await context.folder("dev");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      const work = new Work(context, tool.path, await context.folder("dev", "Größe 1"));
      for (const [name, test] of Object.entries(tests)) {
        try {
          await test(work, group);
          group.pass(name);
        } catch (error) {
          group.fail(name, error.message);
        }
      }
      return undefined;
    }),
};

/** The package that the tests share, and how they run the tool. */
class Work {
  constructor(context, tool, folder) {
    this.context = context;
    this.tool = tool;
    this.parent = folder;
  }

  get folder() {
    return join(this.parent, "MyWords");
  }

  /** Runs the tool to its end. @param {string[]} args @param {number} code the exit code that is expected */
  async bindgen(args, { code = 0, cwd = this.folder } = {}) {
    const outcome = await this.context.swift.run(() => run(this.tool, args, { cwd, seconds: 900 }));
    if (outcome.code !== code) throw new Error(`exit code ${outcome.code} instead of ${code}\n${outcome.output}`);
    return outcome;
  }
}

/** @type {Record<string, (work: Work, group: import("../Core/report.mjs").Group) => Promise<void>>} */
const tests = {
  async "new writes a package that runs as it is"(work) {
    const checkout = ["--bindgen-path", work.context.root];
    const { stdout } = await work.bindgen(["new", "MyWords", ...checkout], { cwd: work.parent });
    if (!stdout.includes(`MyWords is in ${work.folder}\n`) || !stdout.includes("  cd MyWords\n")) throw new Error(stdout);
    const again = await work.bindgen(["new", "MyWords", ...checkout], { cwd: work.parent, code: 1 });
    if (!/has Package\.swift, .* and \d+ more already, and nothing is overwritten/.test(again.stderr)) throw new Error(again.stderr);
    const ran = await work.bindgen(["run", "-c", "debug", "--", "Ada"]);
    if (!ran.stdout.includes("\nHello, Ada!\n") || !ran.stdout.includes("●")) throw new Error(ran.stdout);
  },

  async "a package that was moved together with its build folder is compiled anew"(work) {
    const elsewhere = join(work.parent, "Elsewhere");
    await rename(work.folder, elsewhere);
    const { stdout } = await work.bindgen(["build", "-c", "debug"], { cwd: elsewhere });
    if (!stdout.includes(`note: the package was moved here from ${work.folder}, so everything was compiled anew`)) throw new Error(stdout);
    const again = await work.bindgen(["build", "-c", "debug"], { cwd: elsewhere });
    if (again.stdout.includes("note: the package was moved")) throw new Error(again.stdout);
    await rename(elsewhere, work.folder);
  },
};
