/** A random module: its IDL, the Swift that echoes, and its members with their types. */
import { Grammar } from "./grammar.mjs";
import { Random } from "./random.mjs";

/** @param {number} seed @param {number} count of types */
export function moduleOf(seed, count) {
  const grammar = new Grammar(new Random(seed));
  const types = Array.from({ length: count }, () => {
    let type = grammar.type(3);
    while (type.isLent) type = grammar.type(3);
    return type;
  });
  const members = types.flatMap((type, index) => [
    `${type.idl} echo${index}(${type.idl} value);`,
    `[Throws] ${type.idl} call${index}(Through${index} f, ${type.idl} value);`,
    `[Throws] ${type.idl} host${index}(${type.idl} value);`,
    ...(placeOf(type, index) === "flow" ? [`Promise<sequence<${type.idl}>> gather${index}(async_sequence<${type.idl}> values);`] : []),
    ...(placeOf(type, index) === "promise" ? [`Promise<${type.idl}> wait${index}(${type.idl} value);`, `Promise<${type.idl}> relay${index}(${type.idl} value);`] : []),
  ]);
  const places = types.map((type, index) => ({ type, index, place: placeOf(type, index) }));
  const later = places.filter(({ place }) => place === "promise");
  const idl = [
    ...grammar.definitions,
    ...types.map((type, index) => `[Throws] callback Through${index} = ${type.idl} (${type.idl} value);`),
    `[Import="./imports.mjs"] namespace Host {`,
    ...types.map((type, index) => `  [Throws] ${type.idl} give${index}(${type.idl} value);`),
    ...later.map(({ type, index }) => `  Promise<${type.idl}> later${index}(${type.idl} value);`),
    "};",
    ...places.flatMap(({ type: { idl }, index, place }) => holders[place]?.(idl, index) ?? []),
    `namespace Echo {\n${members.map((line) => `  ${line}`).join("\n")}\n};`,
  ];
  return { types, idl: `${idl.join("\n")}\n` };
}

/** What holds values of a type, and gives them one by one. @type {Record<string, (idl: string, index: number) => string>} */
const holders = {
  pairs: (idl, index) => `interface Pairs${index} { constructor(sequence<${idl}> values); iterable<DOMString, ${idl}>; };`,
  map: (idl, index) => `interface Map${index} { constructor(); maplike<DOMString, ${idl}>; };`,
  list: (idl, index) =>
    `interface List${index} { constructor(sequence<${idl}> values); readonly attribute unsigned long length; getter ${idl} (unsigned long index); iterable<${idl}>; };`,
  set: (idl, index) => `interface Set${index} { constructor(); setlike<${idl}>; };`,
  flow: (idl, index) => `interface Flow${index} { constructor(sequence<${idl}> values); async_iterable<${idl}>; };`,
  box: (idl, index) => `interface Box${index} { constructor(); attribute ObservableArray<${idl}> items; };`,
};

/** Where else a type is tried than as an argument and a result. @param {import("./leaves.mjs").Type} type @param {number} index */
export function placeOf(type, index) {
  const place = ["promise", "pairs", "box", "map", "list", "set", "flow"][index % 7];
  // A set of Swift's has strings and numbers.
  if (place === "set" && (type.isNullable || type.idl === "Level" || !["string", "number"].includes(type.kind))) return "list";
  // Web IDL 2.13.36
  return place === "box" && ["dictionary", "record", "sequence"].includes(type.kind) ? "pairs" : place;
}

/** How a class gives the values that it was made of. @type {Record<string, (element: string) => string[]>} */
const readers = {
  Pairs: (element) => ["var pairCount: Int { all.count }", `func pair(at index: Int) -> (key: String, value: ${element}) { ("key \\(index)", all[index]) }`],
  List: (element) => ["var length: UInt32 { UInt32(all.count) }", `subscript(index: UInt32) -> ${element} { all[Int(index)] }`],
  Flow: (element) => [
    `func values() -> JSAsyncSequence<${element}> {
        var index = 0
        return JSAsyncSequence { [all] () async throws(JSError) -> Optional<${element}> in
            if index == all.count { return nil }
            index += 1
            return .some(all[index - 1])
        }
    }`,
  ],
};

/** The classes behind the holders, whose types the protocols have. @param {string} generated */
function classesOf(generated) {
  const classes = [];
  for (const [, name, body] of generated.matchAll(/protocol ((?:Pairs|Map|Box|List|Set|Flow)\d+)Exports: AnyObject \{\n([^]*?)\n\}/g)) {
    const [, element] = /init\(values: \[(.*)\]\)/.exec(body) ?? [];
    const [, property, type] = /var (map|set|items): (.*) \{ get set \}/.exec(body) ?? [];
    const members =
      element === undefined
        ? [`var ${property}: ${type} = ${property === "items" ? "[]" : `${type}()`}`, "init() {}"]
        : [`let all: [${element}]`, `init(values: [${element}]) { all = values }`, ...readers[name.replace(/\d+/, "")](element)];
    classes.push(`final class ${name}: ${name}Exports {\n${members.map((member) => `    ${member}`).join("\n")}\n}\n`);
  }
  return classes.join("\n");
}

/** The Swift behind it, by the protocol that the tool has generated. @param {string} generated */
export function implementationOf(generated) {
  const found = /protocol EchoExports \{\n([^]*?)\n\}/.exec(generated);
  if (found === null) throw new Error("the generated Swift has no protocol EchoExports");
  const functions = found[1].split("\n").filter((line) => line.includes("static func")).map((line) => {
    const [, kind, index] = /func (echo|call|host|wait|relay|gather)(\d+)/.exec(line);
    const body = {
      echo: "value",
      call: "try f(value)",
      host: `try Host.give${index}(value: value)`,
      gather: `var all: ${line.slice(line.lastIndexOf("-> ") + 3)} = []; for try await value in values { all.append(value) }; return all`,
      wait: "value",
      relay: `try await Host.later${index}(value: value)`,
    }[kind];
    return `${line} { ${body} }`;
  });
  return `import BindgenRuntime

final class Node: NodeExports {
    let id: Int32
    init(id: Int32) { self.id = id }
}

${classesOf(generated)}
enum Echo: EchoExports {
${functions.join("\n")}
}
`;
}

/** What Swift calls. */
export const imports = `export class Row {}
export const Host = {};
`;
