/** Writes the matrix as a Swift package, and its refused cells as IDL files. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { membersOf, namesOf } from "./members.mjs";
import { inners } from "./Types/inners.mjs";
import { withAttributes } from "./Types/outers.mjs";
import { hasEmptyDefault, hasPosition, positions, refusalsOf } from "./Types/refusals.mjs";

const here = fileURLToPath(new URL("./Swift/", import.meta.url));

const block = (head, lines, tail) => [head, ...lines.map((line) => `  ${line}`), tail].join("\n");

/** @param {import("./Types/inners.mjs").Inner} inner */
const definitionsOf = ({ definitions }) => (definitions === undefined ? [] : [definitions]);

/** The IDL that refused cells name. @param {string[]} names of the inner types */
export async function baseDefinitions(names) {
  const own = inners.filter(({ name }) => names.includes(name)).flatMap(definitionsOf);
  return [await readFile(join(here, "base.idl"), "utf8"), ...own].join("\n");
}

/**
 * The IDL and the Swift of all types of one inner type.
 * @param {import("./Types/inners.mjs").Inner} inner
 * @param {import("./Types/outers.mjs").Type[]} types
 */
function textsOf(inner, types) {
  const { namespace, attributes } = namesOf(inner);
  const all = types.filter((type) => type.inner === inner).map(membersOf);
  const lines = (name) => all.flatMap((members) => members[name]);
  const idl = [
    ...definitionsOf(inner),
    ...new Set(lines("definitions")),
    block(`namespace ${namespace} {`, lines("operations"), "};"),
    block(`interface ${attributes} {`, ["constructor();", ...lines("attributes")], "};"),
  ];
  const indented = (texts) => texts.map((text) => `    ${text}`).join("\n");
  const swift = [
    "import BindgenRuntime",
    ...(inner.support === undefined ? [] : [inner.support]),
    ...lines("functions"),
    `enum ${namespace}: ${namespace}Exports {\n${indented(lines("bodies"))}\n}`,
    `final class ${attributes}: ${attributes}Exports {\n    init() {}\n${indented(lines("properties"))}\n}`,
  ];
  return { idl: idl.join("\n"), swift: swift.join("\n\n"), imports: lines("imports") };
}

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Matrix",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .executableTarget(
            name: "Matrix",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            exclude: ["imports.mjs"],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
`;

/**
 * Writes the package into a folder. Its build folder stays.
 * @param {string} folder
 * @param {string} root the repository
 * @param {import("./Types/outers.mjs").Type[]} types
 * @param {string[]} names of the inner types
 */
export async function writePackage(folder, root, types, names) {
  const sources = join(folder, "Sources", "Matrix");
  await rm(sources, { recursive: true, force: true });
  await mkdir(sources, { recursive: true });
  await writeFile(join(folder, "Package.swift"), manifest(root));
  for (const file of ["base.idl", "Support.swift", "imports.mjs"]) await cp(join(here, file), join(sources, file));
  const imports = [];
  for (const inner of inners.filter(({ name }) => names.includes(name))) {
    const texts = textsOf(inner, types);
    imports.push(...texts.imports);
    await writeFile(join(sources, `${inner.name}.idl`), `${texts.idl}\n`);
    await writeFile(join(sources, `${inner.name}.swift`), `${texts.swift}\n`);
  }
  await writeFile(join(sources, "host.idl"), `${block('[Import="./imports.mjs"]\nnamespace Host {', imports, "};")}\n`);
}

/** One line of IDL with a type in a position. @type {Record<string, (type: string, argument: string, id: string) => string>} */
const templates = {
  argument: (_type, argument, id) => `namespace N${id} { undefined f(${argument}); };`,
  result: (type, _argument, id) => `namespace N${id} { ${type} f(); };`,
  attribute: (type, _argument, id) => `interface N${id} { ${attribute(type)} p; };`,
  callbackArgument: (_type, argument, id) => `callback B${id} = undefined (${argument});`,
  callbackResult: (type, _argument, id) => `callback B${id} = ${type} ();`,
  importArgument: (_type, argument, id) => `[Import] namespace N${id} { undefined f(${argument}); };`,
  importResult: (type, _argument, id) => `[Import] namespace N${id} { ${type} f(); };`,
  bareArgument: (_type, argument, id) => `namespace N${id} { undefined f(${argument}); };`,
};

/** What the planner says of a callback, it says where Swift may call it. */
const use = (id) => ` namespace N${id} { undefined f(B${id} g); };`;

/** `[BigInt] long long` as the type of an attribute. */
const attribute = (type) => type.replace(/^(\[.*?\] )?/, "$1attribute ");

/**
 * The cells that are refused, one on each line of a file; those of the planner are a file of their own.
 * @param {import("./Types/outers.mjs").Type[]} types
 * @param {boolean} isPlanned
 */
export function refusedCells(types, isPlanned) {
  const cells = [];
  for (const type of types) {
    for (const position of positions) {
      // What is refused with its default value needs none.
      const isTried = hasPosition(type, position) && (position !== "bareArgument" || refusalsOf(type, "argument").length === 0);
      const met = isTried ? refusalsOf(type, position) : [];
      const asked = met.some((refusal) => !refusal.isPlanned) ? met.filter((refusal) => !refusal.isPlanned) : met;
      if (asked.length === 0 || (asked[0].isPlanned === true) !== isPlanned) continue;
      const id = `${type.id}_${cells.length}`;
      const isDefault = position !== "bareArgument" && hasEmptyDefault(type);
      const bare = withAttributes(type.attributes, `${type.isOptional || isDefault ? "optional " : ""}${type.idl} v`);
      const argument = isDefault && !position.startsWith("callback") ? `${bare} = {}` : bare;
      const own = templates[position](withAttributes(type.attributes, type.idl), argument, id) + (isPlanned && position.startsWith("callback") ? use(id) : "");
      // Dictionaries are defined once for each cell, so that what is wrong in them is told on the cell's line.
      const line = [...type.definitions, own].join(" ").replaceAll(/\bD\d+\b/g, (name) => `${name}_${cells.length}`);
      cells.push({ type, position, line, expected: asked.map(({ rule, message }) => ({ rule, message: message(type) })) });
    }
  }
  return cells;
}
