/** Every member of the Swift that is generated for the libraries of WebAPI says what it is, or where its standard does. */
import { generatedSwift } from "./recipes-members.mjs";

/** A link to a section, with what else is said of a member: `[DOM Standard](https://…). Throws. Exposed to Window, Worker.` */
const section = /^ {4}\/\/\/ \[[^\]]+\]\(https:\/\/[^)\s]+\)\.( Throws\.)?( In secure contexts\.)?( Exposed (everywhere|to \w+(, \w+)*)\.)?$/;

/** What is made of the documented members of a dictionary, or for generated code. */
const made = /^ {4}public init\(|^ {4}public convenience init\(unchecked /;

/** @param {string} text the Swift of a library */
export function undocumented(text) {
  const lines = text.split("\n");
  const found = { members: 0, sections: 0, missing: [], silent: [] };
  let owner = "";
  for (const [number, line] of lines.entries()) {
    owner = /^(?:(?:open|public) )?(?:final )?(?:class|enum|struct|protocol|extension) (\w+)/.exec(line)?.[1] ?? owner;
    if (!/^ {4}(?:nonisolated\(nonsending\) )?(?:public|open) /.test(line) || made.test(line)) continue;
    found.members += 1;
    let above = number - 1;
    while (/^ {4}@/.test(lines[above])) above -= 1;
    const place = `${owner}: ${line.trim()}`;
    if (!lines[above].startsWith("    /// ")) found.missing.push(place);
    if (!section.test(lines[above])) continue;
    found.sections += 1;
    const throws = /\) throws\(/.test(line) || (/ var .*\{$/.test(line) && /^ {8}get throws\(/.test(lines[number + 1]));
    if (throws !== lines[above].includes(" Throws.")) found.silent.push(place);
  }
  return found;
}

/** @param {any} group @param {string} folder the package in which the libraries are compiled @param {string[]} libraries */
export async function documentationOf(group, folder, libraries) {
  for (const library of libraries) {
    await group.attempt(`${library}: every member says what it is and whether it throws`, async () => {
      const { members, sections, missing, silent } = undocumented(await generatedSwift(folder, library));
      if (members === 0 || sections === 0) throw new Error(`${sections} sections of ${members} members`);
      if (missing.length > 0) throw new Error(`without documentation:\n${missing.join("\n")}`);
      if (silent.length > 0) throw new Error(`whether it throws is said wrongly:\n${silent.join("\n")}`);
    });
  }
}
