/**
 * The catalogue as GitHub can show it: DocC's links are dead there, and its tutorials are no pages. `Sources/Documentation` holds each page with links
 * that work, and `UPDATE_GOLDEN=1 Tests/run golden` writes it.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path";
import { contentsOf, exists, filesBelow } from "../Core/files.mjs";
import { difference } from "../Families/difference.mjs";
import { catalogue, readPages } from "./pages.mjs";

const folder = "Sources/Documentation";
const fence = /^```[^]*?^```$/gm;

/** @param {import("../Core/context.mjs").Context} context @param {import("../Core/report.mjs").Group} group */
export async function checkDocumentation(context, group) {
  const made = await render(context);
  if (context.updatesGolden) {
    await rm(context.path(folder), { recursive: true, force: true });
    await mkdir(context.path(folder), { recursive: true });
    for (const [path, text] of made) await writeFile(context.path(folder, path), text);
  }
  const change = difference(await contentsOf(context.path(folder)), made);
  if (change === null && made.size > 25) group.pass(`${folder} is what the catalogue says`);
  else group.fail(`${folder} is what the catalogue says`, `${change}\nUPDATE_GOLDEN=1 Tests/run golden rewrites it`);
  const dead = await deadLinks(context);
  if (dead.length === 0) group.pass("no link is dead on GitHub");
  else group.fail("no link is dead on GitHub", dead.join("\n"));
}

/** The pages by their names in the folder. @returns {Promise<Map<string, Buffer>>} */
async function render(context) {
  const pages = (await readPages(context)).filter(({ name }) => name !== "Tutorials/Tutorials.tutorial");
  const titles = new Map(pages.map(({ name, text }) => [stem(name), title(text)]));
  const made = new Map();
  for (const { name, text } of pages) {
    const body = name.endsWith(".tutorial") ? await tutorial(context, text) : text;
    const head = `<!-- Made of ${catalogue}/${name} by UPDATE_GOLDEN=1 Tests/run golden: change it there. -->\n\n`;
    made.set(fileOf(stem(name)), Buffer.from(head + outsideOfCode(body, (part) => prose(part, titles))));
  }
  return made;
}

const stem = (name) => basename(name).replace(/\.\w+$/, "");
/** The catalogue's own page is what GitHub shows of the folder. */
const fileOf = (name) => (name === "BindgenRuntime" ? "README.md" : name === "Tutorials" ? "From-Zero-to-npm.md" : `${name}.md`);

function title(text) {
  const [, tutorial] = /@Intro\(title: "(.*)"\)/.exec(text) ?? [];
  return tutorial ?? /^# (.*)$/m.exec(text)[1].replace("``BindgenRuntime``", "swift-bindgen");
}

/** Changes what stands between blocks of code. */
function outsideOfCode(text, change) {
  const blocks = text.match(/^ *```[^]*?^ *```$/gm) ?? [];
  return text.split(/^ *```[^]*?^ *```$/m).map((part, index) => change(part) + (blocks[index] ?? "")).join("");
}

/** DocC's directives, links and asides as GitHub has them. */
function prose(text, titles) {
  return text
    .replace(/^@Metadata \{\n[^]*?^\}\n\n/m, "")
    .replace("# ``BindgenRuntime``", "# swift-bindgen")
    .replaceAll(/<doc:([\w-]+)>/g, (_link, name) => `[${titles.get(name) ?? titles.get("From-Zero-to-npm")}](${fileOf(name)})`)
    .replaceAll(/``([\w/]+)``/g, (_link, symbol) => `\`${symbol.replaceAll("/", ".")}\``)
    .replaceAll(/^> (Important|Note|Tip|Warning): /gm, (_aside, kind) => `> [!${kind.toUpperCase()}]\n> `);
}

/** A tutorial as a page: its sections with numbered steps, each with the file that it writes. */
async function tutorial(context, text) {
  const lines = [];
  let step = 0;
  for (const line of text.split("\n").map((each) => each.trim())) {
    const [, name, heading] = /^@(Intro|Section)\(title: "(.*)"\)/.exec(line) ?? [];
    const [, caption, file] = /^@Code\(name: "([^"]+)", file: "([^"]+)"/.exec(line) ?? [];
    const [, source, alt] = /^@Image\(source: "([^"]+)", alt: "([^"]+)"/.exec(line) ?? [];
    if (name !== undefined) {
      lines.push(`${name === "Intro" ? "#" : "##"} ${heading}`, "");
      step = 0;
    } else if (line.startsWith("@Step ")) {
      step += 1;
      lines.push(`**Step ${step}.** @`);
    } else if (caption !== undefined) {
      lines.push(...(await code(context, caption, file)));
    } else if (source !== undefined) {
      lines.push(`![${alt}](../${catalogue.replace("Sources/", "")}/Tutorials/${source})`, "");
    } else if (line !== "}" && !line.startsWith("@")) {
      lines.push(line);
    }
  }
  return `${lines.join("\n").replaceAll(" @\n", " ").replaceAll(/\n{3,}/g, "\n\n").trim()}\n`;
}

const languages = { swift: "swift", idl: "webidl", mjs: "js", html: "html", json: "json", txt: "console" };

async function code(context, caption, file) {
  const text = await readFile(context.path(catalogue, "Tutorials", "Finder", file), "utf8");
  const block = ["```" + languages[file.split(".").at(-1)], text.trimEnd(), "```", ""];
  return caption === "Terminal" ? ["", ...block] : ["", `**\`${caption}\`**`, "", ...block];
}

/** Relative links of all pages that lead nowhere, to a file or to a heading in it; and links that only DocC knows. */
async function deadLinks(context) {
  const isPage = (path) => path.endsWith(".md") && !/\.docc\/|\/(?:expected|node_modules|\.build)\//.test(path);
  const places = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map((name) => context.path(name));
  for (const name of [folder, "Examples"]) places.push(...(await filesBelow(context.path(name), isPage, new Set([".build", "dist", "node_modules"]))));
  places.push(context.path("Tests/Families/README.md"), context.path("Tests/Benchmarks/README.md"));
  const dead = [];
  for (const place of places) {
    const text = (await readFile(place, "utf8")).replaceAll(fence, "");
    for (const [link] of text.matchAll(/<doc:[^>]*>|\]\(doc:[^)]*\)/g)) dead.push(`${place}: ${link}`);
    for (const [, target] of text.replaceAll(/`[^`\n]*`/g, "").matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path, anchor] = target.split("#");
      const file = path === "" ? place : normalize(join(dirname(place), decodeURIComponent(path)));
      if (!(await exists(file))) dead.push(`${place}: ${target}`);
      else if (anchor !== undefined && !headings(await readFile(file, "utf8")).has(anchor)) dead.push(`${place}: ${target}`);
    }
  }
  return dead.map((line) => line.replace(context.root, ""));
}

/** The anchors that GitHub gives to headings. */
const headings = (text) =>
  new Set([...text.replaceAll(fence, "").matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-")));
