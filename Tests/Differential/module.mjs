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
  ]);
  const idl = [
    ...grammar.definitions,
    ...types.map((type, index) => `[Throws] callback Through${index} = ${type.idl} (${type.idl} value);`),
    `[Import="./imports.mjs"] namespace Host {\n${types.map((type, index) => `  [Throws] ${type.idl} give${index}(${type.idl} value);`).join("\n")}\n};`,
    `namespace Echo {\n${members.map((line) => `  ${line}`).join("\n")}\n};`,
  ];
  return { types, idl: `${idl.join("\n")}\n` };
}

/** The Swift behind it, by the protocol that the tool has generated. @param {string} generated */
export function implementationOf(generated) {
  const found = /protocol EchoExports \{\n([^]*?)\n\}/.exec(generated);
  if (found === null) throw new Error("the generated Swift has no protocol EchoExports");
  const functions = found[1].split("\n").filter((line) => line.includes("static func")).map((line) => {
    const [, kind, index] = /func (echo|call|host)(\d+)/.exec(line);
    const body = { echo: "value", call: "try f(value)", host: `try Host.give${index}(value: value)` }[kind];
    return `${line} { ${body} }`;
  });
  return `import BindgenRuntime

final class Node: NodeExports {
    let id: Int32
    init(id: Int32) { self.id = id }
}

enum Echo: EchoExports {
${functions.join("\n")}
}
`;
}

/** What Swift calls. */
export const imports = `export class Row {}
export const Host = {};
`;
