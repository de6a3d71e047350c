// Builds Parallel/ and measures it in Node and in browsers: for `threads.mjs` and `workers.mjs`.
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { patience } from "../Runner/Core/patience.mjs";
import { within } from "../Runner/Engines/browser.mjs";
import { findEngines } from "../Runner/Engines/engines.mjs";
import { serve } from "../Runner/Engines/static-server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const option = (name, usual) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1] ?? usual;

/**
 * What each engine measures. Options of the command: `--no-build`, `--samples=N`, `--engines=node24,chromium,firefox`, and `--seconds=N`, for how
 * long an engine may go on before it is said to hang, and where.
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
  const seconds = Number(option("seconds", `${2 * patience}`));
  const wanted = option("engines", "node24,chromium,firefox").split(",");
  const results = [];
  for (const engine of (await findEngines()).filter(({ name }) => wanted.includes(name))) {
    if (engine.missing !== null) console.error(engine.missing);
    else results.push(await (engine.kind === "browser" ? inPage(engine, what, samples, seconds) : inCommand(engine, what, samples, seconds)));
  }
  return results;
}

const late = (engine, seconds, place) => `${engine.name} has measured nothing within ${seconds} s; it was at: ${place}`;

async function inCommand(engine, what, samples, seconds) {
  const script = [here("Parallel/main.mjs"), what, `${samples}`];
  const { code, stdout, output } = await engine.script(script, { folder: here("Parallel"), scratch: tmpdir(), seconds });
  const lines = stdout.split("\n");
  const line = lines.find((text) => text.startsWith("@measured "));
  const place = lines.findLast((text) => text.startsWith("@at "))?.slice("@at ".length) ?? "its start";
  if (line === undefined) throw new Error(code === -1 ? late(engine, seconds, place) : output);
  return JSON.parse(line.slice("@measured ".length));
}

async function inPage(engine, what, samples, seconds) {
  let place = "the start of the browser";
  const posted = (_path, body) => (place = body);
  const server = await serve({ mounts: { "/": here(".") }, isolated: true, posted });
  const page = await engine.open();
  try {
    const measured = async () => {
      place = "the loading of the page";
      await page.open(`${server.origin}/Parallel/page.html`);
      return page.evaluate(`measure(${JSON.stringify(what)}, ${samples})`);
    };
    return await within(measured(), seconds, () => [late(engine, seconds, place), ...page.errors.slice(0, 5)].join("\n"));
  } finally {
    await page.close();
    await server.close();
  }
}
