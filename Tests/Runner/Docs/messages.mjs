/** The messages that the page on troubleshooting explains: each is in the sources, or the compiler says it about the code below. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../Core/files.mjs";
import { run } from "../Core/processes.mjs";

/** Headings that quote nobody, or a program that is not ours. */
const notOurs = new Set([
  "… answered …",
  "A typed array is suddenly empty",
  "Refused to compile or instantiate WebAssembly module",
  "found 1 file(s) which are unhandled; explicitly declare them as resources or exclude from the target",
]);

/**
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("./pages.mjs").Page} page
 */
export async function checkMessages(context, group, page) {
  const entries = page.text.split(/^### /m).slice(1);
  const [ours, compilers] = [[], []];
  for (const entry of entries) {
    const heading = entry.slice(0, entry.indexOf("\n"));
    const [, code] = entry.match(/^```swift\n([^]*?)^```$/m) ?? [];
    if (code !== undefined) compilers.push({ heading, code });
    else if (!notOurs.has(heading)) ours.push(heading);
  }
  const sources = await sourceTexts(context);
  const gone = ours.filter((heading) => !sources.some((text) => says(text, heading)));
  if (gone.length === 0 && ours.length > 20) group.pass("quoted messages are in the sources");
  else group.fail("quoted messages are in the sources", `${ours.length} messages; not found:\n${gone.join("\n")}`);
  const unsaid = [];
  for (const { heading, code } of compilers) {
    const output = await compile(context, code);
    if (!output.includes(heading)) unsaid.push(`${heading}\n${output}`);
  }
  if (unsaid.length === 0 && compilers.length > 0) group.pass("the compiler says what is quoted of it");
  else group.fail("the compiler says what is quoted of it", unsaid.join("\n"));
}

/**
 * What Embedded Swift lacks: the compiler says of the code at the head of a section what is quoted below it, and the sections are those
 * that the tool's hints name.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("./pages.mjs").Page} page
 */
export async function checkGaps(context, group, page) {
  const refused = [...page.text.matchAll(/^### (.*)\n\n```swift\n([^]*?)^```\n\n> (.*)$/gm)];
  const unsaid = [];
  for (const [, section, code, message] of refused) {
    const output = await compile(context, code);
    if (!output.includes(message)) unsaid.push(`${section}: ${message}\n${output}`);
  }
  if (unsaid.length === 0 && refused.length > 12) group.pass(`${page.name}: the compiler says what is quoted of it`);
  else group.fail(`${page.name}: the compiler says what is quoted of it`, `${refused.length} sections\n${unsaid.join("\n")}`);
  const table = await readFile(context.path("Sources/BindgenDriver/Dev/EmbeddedGap.swift"), "utf8");
  const rows = [...table.matchAll(/\brow\(\s*"([^"]+)"/g)].map(([, section]) => section);
  const sections = refused.map(([, section]) => section);
  const apart = [...rows.filter((name) => !sections.includes(name)), ...sections.filter((name) => !rows.includes(name))];
  if (apart.length === 0) group.pass(`${page.name}: the sections that hints name`);
  else group.fail(`${page.name}: the sections that hints name`, apart.join("\n"));
}

/**
 * The Swift and the JavaScript of the product, with literals that are joined by `+` as one, and without the escapes of quotes; and
 * what the tool says about wrong IDL.
 */
async function sourceTexts(context) {
  const isSource = (path) => /\.(swift|js)$/.test(path) && !path.includes(".docc/");
  const folders = ["Sources", "js-runtime/src", "Plugins"];
  const files = (await Promise.all(folders.map((folder) => filesBelow(context.path(folder), isSource)))).flat();
  files.push(...(await filesBelow(context.path("Tests", "Diagnostics"), (path) => path.endsWith("expected.txt"))));
  const texts = await Promise.all(files.map((path) => readFile(path, "utf8")));
  return texts.map((text) => text.replaceAll(/"\s*\+\s*"/g, "").replaceAll('\\"', '"'));
}

/** Whether the parts of a message between its ellipses stand in a text one soon after the other. */
function says(text, message) {
  const parts = message.split("…").filter((part) => /\w/.test(part));
  const between = String.raw`[^]{0,120}?`;
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(between);
  return parts.length > 0 && new RegExp(pattern).test(text);
}

async function compile(context, code) {
  const folder = await context.folder("docs", "Messages");
  const file = join(folder, "snippet.swift");
  await writeFile(file, code);
  const target = ["-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded", "-wmo", "-swift-version", "6"];
  const { output } = await run("swiftc", ["-c", "-parse-as-library", "-module-name", "Snippet", ...target, file, "-o", "snippet.o"], { cwd: folder });
  return output.replaceAll(folder, "");
}
