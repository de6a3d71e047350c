// The web platform from Swift in browsers: `node Tests/Benchmarks/webapi.mjs [--no-build] [--samples=N] [--engines=chromium,firefox]`, a Markdown table.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { findEngines } from "../Runner/Engines/engines.mjs";
import { serve } from "../Runner/Engines/static-server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const option = (name, usual) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1] ?? usual;

if (!process.argv.includes("--no-build")) {
  build(["floor"]);
  const tool = process.env.BINDGEN_TEST_TOOL;
  const [command, ...words] = tool ? [tool] : ["swift", "run", "-q", "bindgen"];
  const args = ["build", "--package-path", here("Page"), "-c", "release", "--out", here("dist/page")];
  execFileSync(command, [...words, ...args], { cwd: here("../.."), stdio: ["ignore", 2, 2] });
}
const samples = Number(option("samples", "15"));
const wanted = option("engines", "chromium,firefox").split(",");

async function inPage(engine) {
  const server = await serve({ mounts: { "/": here(".") }, isolated: true });
  const page = await engine.open();
  try {
    await page.open(`${server.origin}/Page/page.html`);
    return await page.evaluate(`measure(${samples}, 30)`);
  } finally {
    await page.close();
    await server.close();
  }
}

const lines = [];
for (const engine of (await findEngines()).filter(({ name, kind }) => kind === "browser" && wanted.includes(name))) {
  if (engine.missing !== null) {
    console.error(engine.missing);
    continue;
  }
  for (const { name, ours, hand, javaScript } of await inPage(engine)) {
    const isOver = ours > hand * 1.1 && ours - hand > 2;
    lines.push(`| ${engine.name} | ${name} | ${[ours, hand, javaScript].map((time) => time.toFixed(1)).join(" | ")} | ${(ours / hand).toFixed(2)}${isOver ? " over" : ""} |`);
  }
}
console.log(`| engine | what | Swift, ns | floor, ns | JavaScript, ns | ratio |\n|---|---|--:|--:|--:|--:|\n${lines.join("\n")}`);
process.exit(0);
