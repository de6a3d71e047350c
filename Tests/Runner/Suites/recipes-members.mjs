/** Every member of the libraries of WebAPI that a page can reach, seen from Swift and from JavaScript (`Tests/WebAPI/Touch`). */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "../../WebAPI/Touch/generate.mjs";
import { different, outOfReach } from "../../WebAPI/Touch/lists.mjs";
import { openExample } from "../Engines/example-page.mjs";

const libraries = ["WebDOM", "IndexedDB", "SVG", "WebAnimations", "WebAudio", "WebCrypto", "WebGL", "WebGPU", "WebRTC"];

/** The Swift that was generated for a library. @param {string} folder the package in which it is compiled @param {string} library */
export const generatedSwift = (folder, library) =>
  readFile(join(folder, ".build/bindgen/plugins/outputs/webapi", library, "destination/BindgenPlugin", `${library}.bindgen.swift`), "utf8");

/** Writes the program that has all members, and its page, for a package in which the libraries are compiled already. */
export async function writeMembers(context, folder) {
  const { swift, members } = generate(Object.fromEntries(await Promise.all(libraries.map(async (library) => [library, await generatedSwift(folder, library)]))));
  const from = context.path("Tests", "WebAPI", "Touch");
  const [sources, page] = [join(folder, "Sources/Touch"), join(folder, "members")];
  await mkdir(page, { recursive: true });
  await writeFile(join(sources, "Members.swift"), swift);
  for (const name of ["index.html", "page.mjs", "objects.mjs"]) await cp(join(from, name), join(page, name));
  await writeFile(join(page, "members.mjs"), `export const members = [\n${members.map(line).join("\n")}\n];\n`);
  return members;
}

const line = ({ call, ...member }) => `  { ...${JSON.stringify(member)}, call: ${call === null ? "null" : `(o) => ${call}`} },`;

/** What the page found in a browser: no difference but those of the list, and objects of all interfaces but those of the list. */
export async function membersIn(group, browser, folder, members) {
  if (browser.missing !== null) return group.skip(`${browser.name}: every member`, browser.missing);
  let report;
  await group.attempt(`${browser.name}: a page touches every member`, async () => {
    const drive = async (page) => (report = await page.evaluate("JSON.stringify(report)").then(JSON.parse));
    const { state, errors } = await openExample(() => browser.open(), folder, { drive });
    if (report === undefined) throw new Error(`the page says ${JSON.stringify(state)}\n${errors.join("\n")}`);
  });
  if (report === undefined) return undefined;

  const known = Object.values(different).flat();
  const reachable = (name) => !report.absent.includes(name) && !Object.values(outOfReach).flat().includes(name);
  await group.attempt(`${browser.name}: Swift sees what JavaScript does`, () => expectNone(report.deviations.filter((each) => !known.some((start) => each.startsWith(`${start} `)))));
  await group.attempt(`${browser.name}: there is an object of each interface`, () => expectNone(report.unreachable.filter(reachable)));
  return group.attempt(`${browser.name}: most members are there`, () => {
    if (report.touched - report.missing.length < members.length * 0.7) throw new Error(`${report.touched} of ${members.length}, ${report.missing.length} are not there`);
  });
}

function expectNone(found) {
  if (found.length > 0) throw new Error(found.join("\n"));
}
