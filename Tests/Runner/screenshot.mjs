/**
 * For people: `node Tests/Runner/screenshot.mjs FOLDER OUT.png [chromium|firefox] [PATH]` serves a folder, opens its page and keeps
 * a picture of it. On Node 20 with `--experimental-websocket`.
 */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { findEngines } from "./Engines/engines.mjs";
import { openExample } from "./Engines/example-page.mjs";

const [folder, out, name = "chromium", path = "index.html"] = process.argv.slice(2);
if (out === undefined) {
  console.error("usage: node Tests/Runner/screenshot.mjs FOLDER OUT.png [chromium|firefox] [PATH]");
  process.exit(2);
}
const browser = (await findEngines()).find((engine) => engine.name === name);
if (browser?.open === undefined) {
  console.error(browser?.missing ?? `${name} is not a browser`);
  process.exit(1);
}
const { png, errors, state } = await openExample(() => browser.open(), resolve(folder), { path });
await writeFile(out, png);
console.log(`${out}: the page says ${state ?? "nothing"}`);
for (const error of errors) console.log(`error: ${error}`);
process.exit(errors.length === 0 ? 0 : 1);
