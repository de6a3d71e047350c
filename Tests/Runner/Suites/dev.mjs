/** The dev loop, in one package that `bindgen new` wrote. */
import { rename } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { contentsOf } from "../Core/files.mjs";
import { installTests, versionTests } from "../Dev/install.mjs";
import { testLoop } from "../Dev/loop.mjs";
import { serverTests } from "../Dev/server.mjs";
import { testVerbTests } from "../Dev/tests.mjs";
import { Work } from "../Dev/work.mjs";

/** @type {import("./suites.mjs").Suite} */
export const dev = {
  name: "dev",
  about: "bindgen new, dev and test: a new package, its page in the browsers as files change, the server, its tests",
  run: (context) =>
    context.report.group("dev", async (group) => {
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      const test = async (name, body) => {
        try {
          await body();
          group.pass(name);
        } catch (error) {
          group.fail(name, error.message);
        }
      };
      // The compiler is used all along, and the time from a change to the page is told.
      return context.swift.run("dev", () => runAll(context, group, tool.path, test));
    }),
};

async function runAll(context, group, tool, test) {
  const work = await Work.make(context, tool);
  for (const [name, body] of Object.entries(packageTests)) await test(name, () => body(work));
  const browsers = (await context.engines()).filter(({ kind }) => kind === "browser");
  for (const { name, missing } of browsers) if (missing !== null) group.skip(`dev in ${name}`, missing);
  const present = browsers.filter(({ missing }) => missing === null);
  await test("dev takes the next free port", async () => {
    const taken = createServer();
    await new Promise((resolve, reject) => taken.once("error", reject).listen(0, "127.0.0.1", resolve));
    const { port } = taken.address();
    const server = await work.serve(["--port", String(port), "--isolated", "--compress"]);
    taken.close();
    try {
      if (!server.output.includes(`port ${port} is taken; this is the next one that is free\n`) || server.port <= port) throw new Error(server.output);
      await testLoop(work, server, present, test);
      for (const [name, body] of Object.entries(serverTests)) await test(`server: ${name}`, () => body(server, work));
    } finally {
      await server.stop();
    }
  });
  for (const [name, body] of Object.entries(testVerbTests)) await test(`test: ${name}`, () => body(work, present.map(({ name }) => name)));
}

/** @type {Record<string, (work: Work) => Promise<void>>} */
const packageTests = {
  ...installTests,

  async "new writes a package that runs as it is, and names no absolute path"(work) {
    const { stdout } = await work.bindgen(["new", "MyWords"], { cwd: work.parent });
    if (!stdout.includes(`MyWords is in ${work.folder}\n`) || !stdout.endsWith("  cd MyWords\n  bindgen dev\n")) throw new Error(stdout);
    for (const [path, text] of await contentsOf(work.folder)) if (/["'` ]\/(?!\/)[\w.]+\/\w/.test(text)) throw new Error(`${path}\n${text}`);
    const again = await work.bindgen(["new", "MyWords"], { cwd: work.parent, code: 1 });
    if (!/has Package\.swift, .* and \d+ more already, and nothing is overwritten/.test(again.stderr)) throw new Error(again.stderr);
    // Two browsers that draw without a graphics card would be what is measured.
    await work.edit("page.mjs", 'matchMedia("(prefers-reduced-motion: reduce)").matches', "true");
    const ran = await work.bindgen(["run", "-c", "debug", "--", "Ada"]);
    if (!ran.stdout.startsWith("Hello, Ada!\n") || !ran.stdout.includes("●") || ran.stderr !== "") throw new Error(ran.output);
  },

  ...versionTests,

  async "a package that was moved together with its build folder is compiled anew"(work) {
    const elsewhere = join(work.parent, "Elsewhere");
    await rename(work.folder, elsewhere);
    const { stderr } = await work.bindgen(["build", "-c", "debug"], { cwd: elsewhere });
    if (!stderr.includes(`note: the package was moved here from ${work.folder}, so everything was compiled anew`)) throw new Error(stderr);
    const again = await work.bindgen(["build", "-c", "debug"], { cwd: elsewhere });
    if (again.stderr.includes("note: the package was moved")) throw new Error(again.stderr);
    await rename(elsewhere, work.folder);
  },
};
