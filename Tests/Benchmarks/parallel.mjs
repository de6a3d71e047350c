// Builds Parallel/ and measures it in Node and in browsers: for `threads.mjs` and `workers.mjs`.
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { findEngines } from "../Runner/Engines/engines.mjs";
import { serve } from "../Runner/Engines/static-server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const option = (name, usual) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1] ?? usual;

/**
 * What each engine measures. Options of the command: `--no-build`, `--samples=N`, `--engines=node24,chromium,firefox`.
 * @param {"threads" | "workers"} what
 */
export async function measureEverywhere(what) {
  if (!process.argv.includes("--no-build")) {
    const tool = process.env.BINDGEN_TEST_TOOL;
    const [command, ...words] = tool ? [tool] : ["swift", "run", "-q", "bindgen"];
    const args = ["build", "--package-path", here("Parallel"), "-c", "release", "--out", here("dist/parallel")];
    execFileSync(command, [...words, ...args], { cwd: here("../.."), stdio: ["ignore", 2, 2] });
  }
  const samples = Number(option("samples", "20"));
  const wanted = option("engines", "node24,chromium,firefox").split(",");
  const results = [];
  for (const engine of (await findEngines()).filter(({ name }) => wanted.includes(name))) {
    if (engine.missing !== null) console.error(engine.missing);
    else results.push(await (engine.kind === "browser" ? inPage(engine, what, samples) : inCommand(engine, what, samples)));
  }
  return results;
}

async function inCommand(engine, what, samples) {
  const { stdout, output } = await engine.script([here("Parallel/main.mjs"), what, `${samples}`], { folder: here("Parallel"), scratch: tmpdir() });
  const line = stdout.split("\n").find((text) => text.startsWith("@measured "));
  if (line === undefined) throw new Error(output);
  return JSON.parse(line.slice("@measured ".length));
}

async function inPage(engine, what, samples) {
  const server = await serve({ mounts: { "/": here(".") }, isolated: true });
  const page = await engine.open();
  try {
    await page.open(`${server.origin}/Parallel/page.html`);
    return await page.evaluate(`measure(${JSON.stringify(what)}, ${samples})`);
  } finally {
    await page.close();
    await server.close();
  }
}
