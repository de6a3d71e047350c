/**
 * Scripts that IDL imports: what is generated loads, or the tool says where and why not.
 *
 * @typedef {object} Case
 * @property {Record<string, string>} files
 * @property {string[]} idl the IDL files, all of one module
 * @property {Record<string, string>} [loads] scripts of the package, and the value of `value` that each exports
 * @property {RegExp[]} [says] the errors, where there are some; the exit code is then 1
 * @property {RegExp[]} [warns] the warnings of what is generated all the same
 */
const namespace = (name, from) => `[Import="${from}"] namespace ${name} { DOMString name(); };\n`;
const value = (text, more = "") => `${more}\nexport const value = ${JSON.stringify(text)};\n`;
const named = (name, more = "") => `${more}\nexport const ${name} = { name: () => "${name}" };\n`;
const one = (script, more = {}) => ({ idl: ["api.idl"], files: { "api.idl": namespace("util", "./util.mjs"), ...(script === null ? {} : { "util.mjs": script }), ...more } });

/** @type {Record<string, Case>} */
export const scripts = {
  "two scripts of one name": {
    idl: ["src/a/a.idl", "src/b/b.idl"],
    files: {
      "src/a/a.idl": namespace("utilA", "./util.mjs"),
      "src/b/b.idl": namespace("utilB", "./util.mjs"),
      "src/a/util.mjs": named("utilA", value("a")),
      "src/b/util.mjs": named("utilB", value("b")),
    },
    loads: { "a/util.mjs": "a", "b/util.mjs": "b" },
  },
  "one script for two files": {
    idl: ["src/a/a.idl", "src/b.idl"],
    files: { "src/a/a.idl": namespace("one", "../util.mjs"), "src/b.idl": namespace("two", "./a/../util.mjs"), "src/util.mjs": named("one", named("two", value("both"))) },
    loads: { "util.mjs": "both" },
  },
  "what a script imports": {
    ...one(
      named("util", `${value("all")}import "./deep/helper.mjs"; export * as other from './deep/other.mjs';\nimport data from "./data.json" with { type: "json" };\n(() => import(\`./deep/late.mjs\`))(); new URL("./deep/bytes.bin?x", import.meta.url); // import "./none.mjs"`),
      {
        "deep/helper.mjs": value("helper", 'import { value as v } from "../shared.mjs?version=1"; export { v };'),
        "deep/other.mjs": value("other", 'import "./helper.mjs"; import "./with%20space%23.mjs";'),
        "deep/with space#.mjs": value("spaces"),
        "deep/late.mjs": value("late", 'import "../util.mjs";'),
        "deep/bytes.bin": "x",
        "data.json": "{}",
        "shared.mjs": value("shared"),
      },
    ),
    loads: { "deep/helper.mjs": "helper", "deep/other.mjs": "other", "deep/with space#.mjs": "spaces", "shared.mjs": "shared", "deep/bytes.bin": undefined, "data.json": undefined },
  },
  "names that are no URLs": {
    idl: ["api.idl"],
    files: {
      "api.idl": namespace("a", "./a#?.mjs") + namespace("b", "./100% b.mjs") + namespace("c", "./[größe] {1}!.mjs"),
      "a#?.mjs": named("a", value("a")),
      "100% b.mjs": named("b", value("b")),
      "[größe] {1}!.mjs": named("c", value("c")),
    },
    loads: { "a#?.mjs": "a", "100% b.mjs": "b", "[größe] {1}!.mjs": "c" },
  },
  "a script of the package itself": one(named("util", 'import * as own from "./api.js"; export { own };')),
  "a missing script": { ...one(null), says: [/^api\.idl:1:9: error: `\.\/util\.mjs`: there is no util\.mjs; \[Import="\.\/file\.js"\] names a script beside the IDL \[imported-script\]$/m] },
  "a folder in place of a script": { ...one(null, { "util.mjs/x.mjs": "" }), says: [/^api\.idl:1:9: error: .*util\.mjs is a folder/m] },
  "a missing script of a script": { ...one(named("util", 'import "./deep/none.mjs";')), says: [/^util\.mjs:1:8: error: `\.\/deep\/none\.mjs`: there is no deep\/none\.mjs/m] },
  "a script outside": {
    idl: ["src/api.idl"],
    files: { "src/api.idl": namespace("up", "../up.mjs"), "up.mjs": named("up") },
    says: [/^src\/api\.idl:1:9: error: `\.\.\/up\.mjs` lies outside of src, from which scripts are copied into the package; move it there/m],
  },
  "a script that imports from outside": {
    idl: ["src/api.idl"],
    files: { "src/api.idl": namespace("util", "./util.mjs"), "src/util.mjs": named("util", '\nexport * from "../up.mjs";'), "up.mjs": "" },
    says: [/^src\/util\.mjs:2:15: error: `\.\.\/up\.mjs` lies outside of src/m],
  },
  "a script without the export": {
    ...one(named("utli")),
    says: [/^api\.idl:1:9: error: util\.mjs has no export `util`; did you mean `utli`\?/m],
  },
  "a class without an export": {
    ...one("export {};\n", { "api.idl": '[Import="./util.mjs"] interface Row { constructor(); };\nnamespace R { undefined take(Row r); };\n' }),
    says: [/^api\.idl:1:9: error: util\.mjs has no export `Row`; write `export const Row = …` there/m],
  },
  "a script with the name of a generated one": { ...one(null, { "api.idl": namespace("util", "./api.glue.js"), "api.glue.js": named("util") }), says: [/^api\.idl:1:9: error: bindgen writes a file with the name api\.glue\.js itself; rename the script \[imported-script\]$/m] },
  "a script named like a package": { ...one(named("util"), { "api.idl": namespace("util", "util.mjs") }), says: [/^api\.idl:1:9: error: `util\.mjs` is the name of a package; the script beside this file is `\.\/util\.mjs`/m] },
  "a specifier without text": { ...one(null, { "api.idl": namespace("util", "") }), says: [/^api\.idl:1:9: error: this names no module/m] },
  "a name that package.json would map": { ...one(named("util", 'import "#inner";')), says: [/^util\.mjs:1:8: error: `#inner` is looked up in a package\.json/m] },
  "a computed import": { ...one(named("util", 'export const load = (name) => import("./" + name);')), warns: [/^util\.mjs:1:31: warning: which file this imports is known only when it runs/m], loads: { "util.mjs": undefined } },
};
