/** What `bindgen diff` says, and its exit codes. */

const before = "namespace A {\n  long f();\n};\n";

/** `bindgen diff` of two files. @param {string} after @param {string[]} options */
const diff = (after, options, code, ...says) => ({
  files: { "old.idl": before, "new.idl": after },
  args: ["diff", "old.idl", "new.idl", ...options],
  code,
  says,
});

/** @type {Record<string, import("./wrong-input.mjs").Case>} */
export const levels = {
  "diff of what is the same": diff(before, ["--fail-on", "patch"], 0, /^TypeScript: no change\nSwift: no change$/m),
  "diff without --fail-on": diff("namespace A {\n};\n", [], 0, /^major for TypeScript: A\.f: is gone \[member-removed\]\n {2}- old\.idl:2:8: long f\(\);\n {2}\+ new\.idl:1:11: /m),
  "diff --fail-on major": diff("namespace A {\n};\n", ["--fail-on", "major"], 5, /^TypeScript: major \(1 major\)$/m),
  "diff --for swift": diff("namespace A {\n};\n", ["--fail-on", "major", "--for", "swift"], 0, /^minor for Swift: A\.f/m),
  "diff --fail-on minor": diff("namespace A {\n  long f();\n  long g();\n};\n", ["--fail-on", "minor", "--for=typescript"], 4, /A\.g: is new/),
  "diff --fail-on minor, and less changed": diff(`/// Says.\n${before}`, ["--fail-on", "minor"], 0, /patch for Swift/),
  "diff --fail-on patch": diff(`/// Says.\n${before}`, ["--fail-on", "patch"], 3, /\[documentation\]/),
  "diff --json": diff("namespace A {\n};\n", ["--json", "--for", "typescript"], 0, /"level": "major",\n {2}"typescript": "major",\n {2}"changes": \[/, /"old": \{\n +"file": "old\.idl",\n +"line": 2,\n +"column": 8\n/),
  "diff of a wrong file": diff("namespace A { lnog f(); };\n", ["--fail-on", "major"], 1, /^new\.idl:1:15: error: /m),
  "diff of a missing file": { files: { "old.idl": before }, args: ["diff", "old.idl", "none.idl"], code: 1, says: [/^none\.idl: error: .*no such file/m] },
};
