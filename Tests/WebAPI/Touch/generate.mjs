/**
 * A program in Swift that gets, sets and calls members of the libraries of WebAPI by number. It is made of the Swift that `bindgen` generates for
 * them, so that no member is forgotten.
 */
import { calls, unset } from "./lists.mjs";

/**
 * @typedef {object} Member
 * @property {string} interface the interface that declares it, as JavaScript calls it
 * @property {string} name the member in JavaScript
 * @property {"closure" | "value" | "opaque"} kind what Swift tells of it: whether there is one, the value, or nothing but that it can be read
 * @property {boolean} isStatic
 * @property {boolean} isSet whether it is also set to what was got
 * @property {boolean} isNullable
 * @property {string | null} call JavaScript that calls it on `o`
 */

/**
 * The members of one library's Swift: attributes, and the operations of the list.
 * @param {string} text
 */
export function readClasses(text) {
  const symbols = new Map([...text.matchAll(/name: "([^"]*)"\) @_extern\(c[^)]*\)\n\w+ func ([\w$]+)\(/g)].map(([, symbol, name]) => [name, symbol]));
  const enums = new Set([...text.matchAll(/^public enum (\w+): Int32, CaseIterable/gm)].map(([, name]) => name));
  const values = new Map([...enums].map((name) => [name, casesOf(text, name)]));
  // A library adds members to the classes of another in extensions.
  const classes = [...text.matchAll(/^(?:(?:open|public) class (\w+): |extension (\w+) \{$)[\s\S]*?^\}$/gm)].map(([body, name, added]) => ({ name: name ?? added, body }));
  return { classes: classes.map(({ name, body }) => ({ name, isClass: !body.startsWith("extension"), attributes: attributesOf(body, symbols), operations: body.startsWith("extension") ? [] : operationsOf(name, body) })), values };
}

function casesOf(text, name) {
  const body = text.slice(text.indexOf(`public enum ${name}: Int32`));
  return [...body.slice(0, body.indexOf("\n}\n")).matchAll(/\/\/\/ (".*") in JavaScript\./g)].map(([, value]) => JSON.parse(value));
}

function attributesOf(body, symbols) {
  const found = body.matchAll(/^ {4}(?:public|open)(?: override)?(?: final)?( static)? var (`?\w+`?): (.*) \{\n([\s\S]*?)^ {4}\}$/gm);
  return [...found].flatMap(([, isStatic, swift, type, text]) => {
    const symbol = symbols.get(/\b(bindgen_\w[\w$]*_get[\w$]*)\(/.exec(text)?.[1]);
    if (symbol === undefined || !symbol.endsWith(".get")) return [];
    const [owner, name] = symbol.split(".");
    return [{ owner, name, swift, type, isStatic: isStatic !== undefined, throws: /get throws/.test(text), isSettable: text.includes("set(value) {") }];
  });
}

function operationsOf(owner, body) {
  return Object.entries(calls[owner] ?? {}).map(([name, [swift, javaScript]]) => {
    const labels = labelsOf(swift);
    const heads = [...body.matchAll(/^ {4}(?:public|open)(?: override)?(?: final)?(?: static)? func (`?\w+`?)\((.*?)\)( throws\(\S+\))?(?: -> (.*))? \{\n([\s\S]*?)^ {4}\}$/gm)];
    const head = heads.find(([, swiftName, parameters]) => swiftName.replaceAll("`", "") === name && labels.every((label) => new RegExp(`(^|, )${label}: `).test(parameters)));
    if (head === undefined) throw new Error(`${owner}.${name} is in the list of calls and not in the Swift`);
    const [, swiftName, , throws, type] = head;
    return { owner, name, swift: `${swiftName}(${swift})`, type: type ?? "Void", throws: throws !== undefined, call: `o.${name}(${javaScript})` };
  });
}

const labelsOf = (swift) => [...swift.matchAll(/(?:^|, )(\w+): /g)].map(([, label]) => label);

const numbers = new Set(["Double", "Float", "Int32", "UInt32", "Int16", "UInt16", "Int8", "UInt8", "Int64", "UInt64"]);

/**
 * @param {Record<string, string>} libraries the Swift of each
 * @returns {{ swift: string, members: Member[] }}
 */
export function generate(libraries) {
  const read = Object.values(libraries).map(readClasses);
  const names = new Set(read.flatMap(({ classes }) => classes.filter(({ isClass }) => isClass).map(({ name }) => name)));
  const values = new Map(read.flatMap((library) => [...library.values]));
  const seen = (type) => {
    const inner = type.replace(/\?+$/, "").replace(/^\[(.*)\]$/, "$1");
    return numbers.has(inner) || ["String", "Bool", "BindgenRuntime.JSValue", "BindgenRuntime.JSObject"].includes(inner) || names.has(inner) || values.has(inner);
  };
  const members = [];
  const parts = [];
  for (const { name, attributes, operations } of read.flatMap(({ classes }) => classes)) {
    const cases = { get: [], set: [], call: [] };
    for (const each of attributes) {
      const place = each.isStatic ? name : "o";
      const isClosure = each.type.endsWith("NonNull?");
      const kind = isClosure ? "closure" : seen(each.type) ? "value" : "opaque";
      const value = `${each.throws ? "try " : ""}${place}.${each.swift}`;
      const expression = { closure: `.boolean(${value} != nil)`, value: `(${value}).seen`, opaque: `opaque(${value})` }[kind];
      const isSet = each.isSettable && !each.isStatic && !unset.has(`${each.owner}.${each.name}`);
      cases.get.push(`case ${members.length}: return ${expression}`);
      if (isSet) cases.set.push(`case ${members.length}: o.${each.swift} = o.${each.swift}`);
      members.push({ interface: each.owner, name: each.name, kind, isStatic: each.isStatic, isSet, isNullable: each.type.endsWith("?"), call: null });
    }
    for (const each of operations) {
      const value = `${each.throws ? "try " : ""}o.${each.swift}`;
      const kind = each.type !== "Void" && seen(each.type) ? "value" : "opaque";
      cases.call.push(`case ${members.length}: return ${kind === "value" ? `(${value}).seen` : `opaque(${value})`}`);
      members.push({ interface: each.owner, name: each.name, kind, isStatic: false, isSet: false, isNullable: each.type.endsWith("?"), call: each.call });
    }
    parts.push({ name, cases });
  }
  return { swift: swiftText(Object.keys(libraries), parts, values), members };
}

/** A class has a function for each of the three, and a table says which class a member is of. */
function swiftText(libraries, parts, values) {
  const lines = ["import BindgenRuntime", ...libraries.map((name) => `import ${name}`), ""];
  for (const [name, words] of values) {
    lines.push(`extension ${name}: Seen { var seen: JSValue { JSValue(([${words.map((word) => JSON.stringify(word)).join(", ")}] as [StaticString])[Int(rawValue)].description) } }`);
  }
  lines.push("", "enum Members {");
  const tables = { get: [], set: [], call: [] };
  for (const [number, { name, cases }] of parts.entries()) {
    for (const [verb, list] of Object.entries(cases)) {
      if (list.length === 0) continue;
      const numbers = list.map((line) => /\d+/.exec(line)[0]);
      tables[verb].push(`case ${numbers[0]}...${numbers.at(-1)}: return try ${verb}${name}${number}(${name}(unchecked: object), member)`);
      lines.push(`    static func ${verb}${name}${number}(_ o: ${name}, _ member: UInt32) throws(JSError) -> JSValue {`, "        switch member {");
      lines.push(...list.map((line) => `        ${line}`), "        default: break", "        }", "        return .undefined", "    }");
    }
  }
  for (const [verb, list] of Object.entries(tables)) {
    lines.push(`    static func ${verb}(_ object: JSObject, _ member: UInt32) throws(JSError) -> JSValue {`, "        switch member {");
    lines.push(...list.map((line) => `        ${line}`), "        default: return .undefined", "        }", "    }");
  }
  return [...lines, "}", ""].join("\n");
}
