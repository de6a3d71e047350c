/**
 * Wrong input and wrong command lines: what the tool says, word for word where words matter, and its exit code.
 *
 * @typedef {object} Case
 * @property {Record<string, string | Uint8Array>} [files] what lies in the folder in which the tool runs
 * @property {string[]} args
 * @property {number} code
 * @property {RegExp[]} says what must be in the output; the first line starts with the place where there is one
 */

const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** One file `api.idl` with this text, generated. */
const idl = (text, ...says) => ({ files: { "api.idl": text }, args: ["generate", "api.idl"], code: 1, says });

/** IDL of which JavaScript implements all, with members that cannot be bound. */
const foreign = `[Import] interface Node : Target {
  readonly attribute DOMString name;
  undefined later((DOMString or async_sequence<any>) values);
  attribute Handler handler;
  undefined meet(Nowhere nowhere);
  undefined configure(Options options);
  attribute long a-b;
  attribute long aB;
};
[Import] interface Target {};
callback Handler = async_sequence<any> (any event);
dictionary Options { Handler value; long count; };
dictionary Lost { required Handler value; };
[Import] namespace Ways { undefined go(Lost lost); long back(); };
`;

/** What is skipped of imported definitions, and what an export does not let be skipped. @type {Record<string, Case>} */
export const skipped = {
  "what cannot be bound of imported definitions is skipped": {
    files: { "api.idl": foreign },
    args: ["generate", "api.idl"],
    code: 0,
    says: [/^note: 8 members of imported definitions were skipped; --report-skipped tells which, and why$/m, /^api\.idl:5:18: warning: .*Nowhere/m, /^generated\/Api\.bindgen\.swift$/m],
  },
  "--report-skipped tells each with its reason": {
    files: { "api.idl": foreign },
    args: ["generate", "api.idl", "--report-skipped"],
    code: 0,
    says: [
      /^api\.idl:3:13: note: async_sequence in a callback or inside of another type is not supported yet/m,
      /^api\.idl:4:21: note: the callback Handler cannot be bound itself: async_sequence in a callback or inside of another type is not supported yet/m,
      /^api\.idl:5:13: note: .*Nowhere/m,
      /^api\.idl:8:18: note: 'aB' is the Swift name of Node\.a-b already/m,
      /^api\.idl:12:30: note: the callback Handler cannot be bound itself: async_sequence in a callback or inside of another type is not supported yet/m,
      /^api\.idl:14:37: note: the dictionary Lost cannot be bound itself: the callback Handler cannot be bound itself/m,
    ],
  },
  "check --imports counts": {
    files: { "api.idl": "interface A { long f(); undefined g((DOMString or async_sequence<any>) values); };\ndictionary D { long x; };\n" },
    args: ["check", "--imports", "api.idl"],
    code: 0,
    says: [/^members: 1 of 2 bound \(50\.0 %\)\ndictionary members: 1 of 1 bound \(100\.0 %\)\ncallbacks: 0 of 0 bound\nskipped, by reason:\n {2}1 {2}async_sequence in a callback or inside of another type$/m],
  },
  "check --imports counts what is made of a definition that cannot be read": {
    files: { "api.idl": "interface A { long f(); undefined g(Sort sort); };\nenum Sort { };\n" },
    args: ["check", "--imports", "--report-skipped", "api.idl"],
    code: 0,
    says: [/^members: 1 of 2 bound \(50\.0 %\)$/m, /^api\.idl:1:\d+: note: the type `Sort` could not be read \[unknown-name\]$/m],
  },
  "check --imports counts what cannot be read": {
    files: { "api.idl": "interface A { long f(); undefined g(record<long, long> x, 3); };\n" },
    args: ["check", "--imports", "--report-skipped", "api.idl"],
    code: 0,
    says: [/^members: 1 of 2 bound \(50\.0 %\)$/m, /^api\.idl:1:\d+: note: the key of a record is .* \[record-key\]$/m],
  },
  "an overload that Swift takes for another is skipped alone": {
    files: { "api.idl": "interface A { constructor(); undefined f(long x); undefined g(); };\npartial interface A { constructor(); undefined f(long x); };\n" },
    args: ["check", "--imports", "--report-skipped", "api.idl"],
    code: 0,
    says: [/^members: 3 of 5 bound \(60\.0 %\)$/m, /^api\.idl:2:\d+: note: Swift would see the same function as in another overload; .*\[swift-name-collision\]$/m],
  },
  "the forms that engines have of their own are told, and bound": {
    files: {
      "api.idl": "interface Surface;\n#ifdef X\ninterface A {\n  attribute UTF8String name;\n  undefined paint(Surface surface);\n  [CEReactions=Needed] attribute DOMString id;\n#endif\n};\n",
      "b.idl": "interface mixin Aria { attribute sequence<A>? controls; };\nA includes Aria;\ninterface B { undefined f([AllowShared] ArrayBuffer buffer); };\n",
    },
    args: ["check", "--imports", "api.idl", "b.idl"],
    code: 0,
    says: ["missing-body", "preprocessor-line", "vendor-type", "attribute-form", "attribute-type", "type-attribute-target"]
      .map((rule) => new RegExp(`: warning: .* \\[${rule}\\]$`, "m"))
      .concat(/^members: 5 of 5 bound \(100\.0 %\)$/m),
  },
  "a dictionary that an export takes has all of its members": {
    files: { "api.idl": "[Import] interface A { undefined f(D d); };\ndictionary D { F value; };\ncallback F = async_sequence<any> ();\n", "b.idl": "namespace B { undefined g(optional D d = {}); };\n" },
    args: ["generate", "api.idl", "b.idl"],
    code: 1,
    says: [/^api\.idl:2:18: error: the callback F cannot be bound itself: async_sequence in a callback or inside of another type is not supported yet/m],
  },
  "an export cannot take what was skipped": {
    files: { "api.idl": "[Import] interface A { undefined f(F f); };\ncallback F = async_sequence<any> ();\n", "b.idl": "namespace B { undefined g(F f); };\n" },
    args: ["generate", "api.idl", "b.idl"],
    code: 1,
    says: [/^b\.idl:1:\d+: error: the callback F cannot be bound itself: async_sequence in a callback or inside of another type is not supported yet/m],
  },
  "--report-skipped without --imports": { files: { "api.idl": "" }, args: ["check", "--report-skipped", "api.idl"], code: 2, says: [/needs `--imports`/] },
};

/** @type {Record<string, Case>} */
export const wrongInput = {
  "a missing file": { args: ["generate", "none.idl"], code: 1, says: [/^none\.idl: error: .*no such file/m] },
  "a folder in place of a file": { files: { "folder/a.idl": "" }, args: ["generate", "folder"], code: 1, says: [/^folder: error: .*folder/m] },
  "an empty file": idl("", /^api\.idl:1:1: error: .*empty/m),
  "a file of white space": idl(" \n\t\r\n", /^api\.idl:1:1: error: .*empty/m),
  "a wasm module": idl(bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), /^api\.idl:1:1: error: .*wasm/m),
  "a picture": idl(bytes([0x89], "PNG\r\n", [0x1a, 10, 0, 0]), /^api\.idl:\d+:\d+: error: /m),
  "UTF-16": idl(bytes([0xff, 0xfe], Buffer.from("namespace A {};", "utf16le")), /^api\.idl:1:\d+: error: .*(UTF-8|UTF-16)/m),
  "invalid UTF-8": idl(bytes("namespace A {\n  // ", [0xc3, 0x28], "\n};"), /^api\.idl:2:6: error: .*UTF-8/m),
  "a JSON file": idl('{ "a": 1 }', /^api\.idl:1:1: error: /m),
  "a definition that does not end": idl("namespace A {\n  long f();\n", /^api\.idl:\d+:\d+: error: /m),
  "an unknown type": idl("namespace A {\n  undefined f(Nmae a);\n};\n", /^api\.idl:2:15: error: .*Nmae/m, /^ +\S*\^+/m),
  "an unknown type with a near name": idl("dictionary Name {};\nnamespace A {\n  undefined f(Nmae a);\n};\n", /Nmae/, /Name\b/),
  "two definitions of one name": idl("namespace A {};\nenum A { \"a\" };\n", /^api\.idl:2:6: error: .*A/m, /api\.idl:1:11/),
  "two members of one name": idl(
    "interface A {\n  attribute long a;\n  attribute long a;\n};\n",
    /^api\.idl:3:\d+: error: .*\ba\b/m,
  ),
  "all errors of a file at once": idl("namespace A {\n  One f();\n  long g();\n  Two h();\n};\n", /^api\.idl:2:.*One/m, /^api\.idl:4:.*Two/m),
  "a construct that is not supported yet": idl("interface A {\n  undefined f((DOMString or async_sequence<long>) all);\n};\n", /^api\.idl:2:\d+: error: async_sequence .* is not supported yet/m),
  "an object that a callback without [Throws] must give": idl(
    "interface A {};\ncallback F = A ();\nnamespace B {\n  undefined f(F f);\n};\n",
    /^api\.idl:2:\d+: error: where JavaScript throws there is no A to go on with; add \[Throws\], or make it `A\?` \[object-without-throws\]/m,
  ),
  "an object that an import without [Throws] must give": idl(
    "interface A {};\n[Import]\nnamespace B {\n  A f();\n};\n",
    /^api\.idl:4:\d+: error: .*\[object-without-throws\]/m,
  ),
  "the message of an error that is no text": idl(
    "dictionary E {\n  required long message;\n};\nnamespace B {\n  [Throws=E] undefined f();\n};\n",
    /^api\.idl:2:\d+: error: `message` of an error is a text; make it a DOMString, or give it another name \[error-member\]/m,
  ),
  "a definition with the runtime's name": idl("namespace bindgen {\n  long region();\n};\n", /^api\.idl:1:11: error: .*'bindgen'/m),
  "definitions with the names of a module's own exports": idl(
    'interface init {\n  constructor();\n};\nnamespace A {\n  Instance f();\n};\nenum Instance { "a" };\n[JSName="instantiate"]\nnamespace B {};\n',
    /^api\.idl:1:11: error: every module exports 'init' of its own; rename the definition, or give it a \[JSName\] \[reserved-name\]/m,
    /^api\.idl:7:6: error: every module exports 'Instance' of its own; rename the definition \[reserved-name\]/m,
    /^api\.idl:9:11: error: every module exports 'instantiate' of its own; /m,
  ),
  "two definitions of one JavaScript name": idl(
    'enum B { "a" };\nnamespace A {\n  B f();\n};\n[JSName="A"]\nnamespace C {};\n[JSName="B"]\ninterface D {};\n',
    /^api\.idl:6:11: error: 'A' is the JavaScript name of A already; give this one another \[JSName\] \[js-name-collision\]/m,
    /^api\.idl:8:11: error: 'B' is the JavaScript name of B already; /m,
  ),
  "two members of one JavaScript name": idl(
    'interface A {\n  constructor();\n  undefined f();\n  [JSName="f"] readonly attribute long g;\n  [JSName="f"] static undefined h();\n};\nnamespace N {\n  const long f = 1;\n  [JSName="f"] undefined g();\n};\n',
    /^api\.idl:4:\d+: error: 'f' is the JavaScript name of A\.f already; give this one another \[JSName\] \[js-name-collision\]/m,
    /^api\.idl:9:\d+: error: 'f' is the JavaScript name of N\.f already; /m,
  ),
  "two members of one Swift name": idl(
    'namespace X {\n  [SwiftName="g"] long a();\n  [SwiftName="g"] long b();\n  [SwiftName="g"] long c(long v);\n};\n',
    /^api\.idl:3:\d+: error: 'g\(\)' is the Swift name of X\.a already; give this one another \[SwiftName\] \[swift-name-collision\]/m,
  ),
  "a definition beside the protocol of another one": idl(
    "namespace Page {\n  long a();\n};\nnamespace PageExports {\n  long b();\n};\n",
    /^api\.idl:4:11: error: 'PageExports' is a Swift type of Page already; .* \[swift-name-collision\]/m,
  ),
  "two definitions of one Swift name": idl(
    '[SwiftName="B"] interface A {};\ninterface B {};\n',
    /^api\.idl:2:11: error: 'B' is a Swift type of A already; .* \[swift-name-collision\]/m,
  ),
  "interfaces that inherit from the other side": idl(
    "[Import] interface A {};\ninterface B : A {};\n[Import] interface C : B {};\ninterface D : DOMException {};\n",
    /^api\.idl:2:15: error: B is implemented by Swift and A by JavaScript; mark it \[Import\] too, or give it a readonly attribute of the type A \[foreign-parent\]/m,
    /^api\.idl:3:24: error: C is implemented by JavaScript and B by Swift; leave \[Import\] out, or .* \[foreign-parent\]/m,
    /^api\.idl:4:15: error: D is implemented by Swift and DOMException by JavaScript; /m,
  ),
  "members that cannot stand in the place of inherited ones": idl(
    'interface A {\n  attribute long x;\n  long f(long a);\n  [SwiftName="g"] long h();\n};\ninterface B : A {};\ninterface C : B {\n  attribute double x;\n  long f(DOMString a);\n  long g();\n};\n',
    /^api\.idl:8:20: error: 'x' is another member of A, and every C is one; declare it as A\.x is declared, or give it a \[JSName\] and a \[SwiftName\] \[redeclared-member\]/m,
    /^api\.idl:2:18: note: inherited from here/m,
    /^api\.idl:9:8: error: 'f' is another member of A, .* \[redeclared-member\]/m,
    /^api\.idl:10:8: error: 'g\(\)' is the Swift name of A\.h, which C inherits; give this one another \[SwiftName\] \[swift-name-collision\]/m,
  ),
  "members with the names of what every class has": idl(
    'interface A {\n  constructor();\n  undefined dispose();\n  [JSName="constructor"] undefined f();\n  [JSName="prototype"] static undefined g();\n};\n',
    /^api\.idl:3:\d+: error: every class has 'dispose' of its own; rename the member, or give it a \[JSName\] \[reserved-name\]/m,
    /^api\.idl:4:\d+: error: every class has 'constructor' of its own; /m,
    /^api\.idl:5:\d+: error: every class has 'prototype' of its own; /m,
  ),
  "a definition with a hyphen": idl("namespace a-b {\n  long f();\n};\n", /^api\.idl:1:11: error: .*hyphen/m),
  "dictionaries that hold themselves": idl("dictionary A { required B b; };\ndictionary B { required A a; };\n", /^api\.idl:\d+:\d+: error: /m),
  "deep nesting": idl(`typedef ${"sequence<".repeat(20_000)}long${">".repeat(20_000)} A;\n`, /^api\.idl:1:\d+: error: .*nest/m),
  "two files that define one name": {
    files: { "a.idl": "enum A { \"a\" };\n", "b.idl": "\nenum A { \"b\" };\n" },
    args: ["generate", "a.idl", "b.idl"],
    code: 1,
    says: [/^b\.idl:2:6: error: .*A/m, /a\.idl:1:6/],
  },
  "an output folder with files of somebody else": {
    files: { "api.idl": "namespace A { long f(); };\n", "out/README.md": "mine", "out/package.json": "{}" },
    args: ["generate", "api.idl", "--out", "out"],
    code: 1,
    says: [/out has README\.md, package\.json, which bindgen did not write, and nothing is overwritten; choose another folder with --out, or move them$/m],
  },
  "a plugin for Vite in the place of somebody else's": {
    files: { "vite-plugin-bindgen.js": "mine" },
    args: ["vite"],
    code: 1,
    says: [/^error: \.\/vite-plugin-bindgen\.js was not written by `bindgen vite`; move it, or choose another folder with --out$/m],
  },
  "an output folder that is a file": {
    files: { "api.idl": "namespace A { long f(); };\n", out: "a file" },
    args: ["generate", "api.idl", "--out", "out"],
    code: 1,
    says: [/\bout\b/],
  },
  "a package that is not there": { args: ["build", "--package-path", "none"], code: 1, says: [/none/] },
  "a package at a path that SwiftPM cannot build in": {
    files: { 'a "b"/Package.swift': "// swift-tools-version: 6.2\n" },
    args: ["build", "--package-path", 'a "b"'],
    code: 1,
    says: [/a "b": SwiftPM cannot build a package whose path has `"`; move it$/m],
  },
  "a package without an IDL file": {
    files: {
      "Package.swift": '// swift-tools-version: 6.2\nimport PackageDescription\nlet package = Package(name: "A", targets: [.executableTarget(name: "A")])\n',
      "Sources/A/main.swift": "print(1)\n",
    },
    args: ["build"],
    code: 1,
    says: [/\.idl/],
  },
};

/** One file `a.wasm` with this content, inspected. */
const wasm = (content, ...says) => ({ files: { "a.wasm": content }, args: ["inspect", "a.wasm"], code: 1, says });

/** @type {Record<string, Case>} */
export const wrongModules = {
  "inspect: a missing file": { args: ["inspect", "none.wasm"], code: 1, says: [/^error: none\.wasm: there is no such file$/m] },
  "inspect: a folder": { files: { "folder/a.wasm": "" }, args: ["inspect", "folder"], code: 1, says: [/^error: folder: this is a folder; name a \.wasm file$/m] },
  "inspect: an empty file": wasm("", /^error: a\.wasm: at byte 0x0: the file is empty$/m),
  "inspect: a page of a server": wasm("<!DOCTYPE html>\n<h1>Not found</h1>", /^error: a\.wasm: at byte 0x0: this is HTML or XML \(an error page of a server\?\)/m),
  "inspect: text": wasm("Not found\n", /this is text, not a WebAssembly module/),
  "inspect: the text format": wasm("(module)", /this is WebAssembly's text format, .*wat2wasm/),
  "inspect: a picture": wasm(bytes([0x89], "PNG\r\n", [0x1a, 10, 0, 0]), /at byte 0x0: this is not a WebAssembly module/),
  "inspect: a compressed module": wasm(bytes([0x1f, 0x8b, 8, 0]), /this is compressed by gzip/),
  "inspect: a component": wasm(bytes([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]), /at byte 0x4: this is a WebAssembly component, not a core module/),
  "inspect: a module that ends too soon": wasm(bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 9, 0]), /at byte 0xa: the type section is said to have 9 bytes, but 1 are left/),
  "inspect: the smallest module": { files: { "a.wasm": bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) }, args: ["inspect", "a.wasm"], code: 0, says: [/^a\.wasm: WebAssembly module, 8 B/, /not made by bindgen/, /^Exports: none$/m] },
  "inspect: names that would command a terminal": {
    files: { "a.wasm": bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 7, 7, 1, 3, 0x1b, 0x5b, 0x4a, 0, 0]) },
    args: ["inspect", "a.wasm"],
    code: 0,
    says: [/^ {2}\\u\{1b\}\[J {2}func {2}unknown function 0$/m],
  },
};

/** @type {Record<string, Case>} */
export const wrongUsage = {
  "diff of one file": { args: ["diff", "a.idl"], code: 2, says: [/two files or folders/] },
  "diff of standard input twice": { args: ["diff", "-", "-"], code: 2, says: [/only one/] },
  "diff with an unknown level": { args: ["diff", "a.idl", "b.idl", "--fail-on", "big"], code: 2, says: [/`major`, `minor`, `patch`/] },
  "no verb": { args: [], code: 2, says: [/Verbs:/] },
  "a verb that does not exist": { args: ["genrate"], code: 2, says: [/genrate.*did you mean `generate`/] },
  "an option that does not exist": { args: ["generate", "--ouy", "x", "a.idl"], code: 2, says: [/--ouy/, /generate --help/] },
  "an option without its value": { args: ["generate", "a.idl", "--out"], code: 2, says: [/--out/] },
  "an empty value": { files: { "a.idl": "namespace A { long f(); };\n", "README.md": "mine" }, args: ["generate", "a.idl", "--out", ""], code: 2, says: [/^bindgen generate: `--out` needs a value, and this one is empty; is a variable of the shell not set\?$/m] },
  "an empty value behind an equals sign": { args: ["build", "--package-path="], code: 2, says: [/`--package-path` needs a value, and this one is empty/] },
  "an empty choice": { args: ["build", "-c", ""], code: 2, says: [/`-c` needs a value/] },
  "an empty word": { args: ["check", ""], code: 2, says: [/^bindgen check: one of the words is empty; is a variable of the shell not set\?$/m] },
  "an empty package": { args: ["test", ""], code: 2, says: [/one of the words is empty/] },
  "an empty name": { args: ["new", ""], code: 2, says: [/one of the words is empty/] },
  "no file": { args: ["generate"], code: 2, says: [/\.idl/] },
  "a configuration that does not exist": { args: ["build", "-c", "fast"], code: 2, says: [/fast.*|debug/, /release/] },
};

/** @type {Record<string, Case>} */
export const help = {
  "--help names the verbs": { args: ["--help"], code: 0, says: [/\bbuild\b/, /\bgenerate\b/, /\brun\b/, /Exit codes/] },
  "build --help": { args: ["build", "--help"], code: 0, says: [/--package-path/, /--product/, /--swift-sdk/] },
  "generate --help": { args: ["generate", "--help"], code: 0, says: [/--out/, /--dump-plan/] },
  "inspect --help": { args: ["inspect", "--help"], code: 0, says: [/--json/] },
  "--version": { args: ["--version"], code: 0, says: [/\d+\.\d+\.\d+/] },
};
