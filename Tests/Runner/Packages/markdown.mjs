/** The README of a package, read by the renderer whose rules GitHub and npm follow: text of the user's stays within its place. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";

/** What CommonMark and HTML make something of, alone or together. */
const tokens = [
  "`", "``", "```", "````js", "~~~", "<script>alert(1)</script>", "<b>", "<!--", "-->", "</details>", "<http://example.com>", "# ", "#", "> ", "- ", "* ",
  "+ ", "1. ", "12) ", "---", "===", "-", "=", "***", "_ _ _", "|", "| a | b |", "|---|---|", "![x](http://example.com/x.png)", "[a]: http://example.com",
  "[^1]: note", "[a][a]", "](", "[x", "\\", "\\\\", "&lt;", "&#60;", "*", "_", "**", "    ", "  ", "word", "Ein Satz.", "$", "\u00a0", "日本",
];
const texts = 400;

/** A generator of numbers from a seed (Park and Miller): a failure comes again. */
function* numbers(seed) {
  for (let state = seed; ; yield state) state = (state * 48_271) % 2_147_483_647;
}

/** An interface whose comments are made of tokens, three to a line, up to six lines. */
function hostileIDL() {
  const random = numbers(20_250_101);
  const below = (limit) => random.next().value % limit;
  const line = () => Array.from({ length: 1 + below(3) }, () => tokens[below(tokens.length)]).join(below(2) === 0 ? "" : " ");
  const members = Array.from({ length: texts }, (_, index) => {
    const lines = Array.from({ length: 1 + below(6) }, () => (below(6) === 0 ? "///" : `/// ${line()}`));
    return `${lines.map((text) => `  ${text}`).join("\n")}\n  undefined m${index}();`;
  });
  return `/// ${tokens.join(" ")}\nnamespace First {\n${members.join("\n")}\n};\n/// \`\`\`\n/// <b>\nnamespace Last { [Deprecated="<i> \`"] undefined m(optional DOMString text = "\`<b>"); };\n`;
}

/** @param {import("../Core/context.mjs").Context} context @param {import("../Core/report.mjs").Group} group */
export async function testMarkdown(context, group, bindgen) {
  const cmark = await inPath("cmark-gfm");
  if (cmark === null) return group.skip("", "cmark-gfm is not installed");
  const folder = await context.folder("package", "hostile");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "api.idl"), hostileIDL());
  const generated = await run(bindgen, ["generate", "api.idl", "--module", "Hostile", "--out", "generated"], { cwd: folder });
  if (generated.code !== 0) return group.fail("generates", generated.output);
  const readme = await readFile(join(folder, "generated", "README.md"), "utf8");
  const { code, stdout, output } = await run(cmark, ["--unsafe", "--to", "xml", "--extension", "table", join(folder, "generated", "README.md")]);
  if (code !== 0) return group.fail("cmark-gfm reads it", output);
  for (const [name, fault] of Object.entries(judge(stdout, readme))) {
    if (fault === null) group.pass(name);
    else group.fail(name, fault);
  }
  return undefined;
}

/** What the tree of the document has to be, whatever the comments say; null where it is. */
function judge(xml, readme) {
  const headings = [...xml.matchAll(/<heading level="\d"[^>]*>\s*((?:<text[^>]*>[^<]*<\/text>\s*)*)/g)].map(([, inner]) => inner.replace(/<[^>]*>|\s/g, ""));
  const signatures = [...xml.matchAll(/<code[^>]*>First\.m(\d+)\(\): void<\/code>/g)].map(([, index]) => Number(index));
  const equal = (actual, wanted) => (actual === wanted ? null : `${actual} instead of ${wanted}`);
  const none = (kind) => equal([...xml.matchAll(new RegExp(`<${kind}\\b`, "g"))].length, 0);
  return {
    "headings are the generated ones": equal(headings.join(), "hostile,API,First,Last,Whereitruns"),
    "every signature is a signature, in its order": equal(signatures.join(), Array.from({ length: texts }, (_, index) => index).join()),
    "the only HTML is the first line": none("html_inline") ?? equal([...xml.matchAll(/<html_block/g)].length, 1),
    "there are no images": none("image"),
    "there are no quotes and no rules": none("block_quote") ?? none("thematic_break"),
    "there are no reference definitions and no links in angle brackets": equal([...xml.matchAll(/<link destination="http:\/\/example\.com"/g)].length, 0),
    "plain words come through": readme.includes("Ein Satz.") && readme.includes("日本") ? null : "they do not",
  };
}
