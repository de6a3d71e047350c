/**
 * The members that try a type, in IDL and in Swift. Each is named by a letter and the type's number:
 *
 *     e  an argument comes back, or a value that Swift makes, after some work; Swift notes the argument's text
 *     x  [Throws]: the same, or Swift throws
 *     p  an attribute                         r  [Throws] readonly: after some work, or Swift throws
 *     c  a function is given a value, and its result comes back
 *     g  [Throws]: the same                   h  the same with an imported operation, i
 *     b  a closure that returns its argument, after some work
 *     d  [Throws]: a closure that returns its argument, or throws
 *
 * A type that says which of `e`, `p`, `c`, `b` and `h` it has has no others, see `listTypes`.
 */
import { withAttributes } from "./Types/outers.mjs";
import { hasEmptyDefault, isObserved, isPossible, mustThrow } from "./Types/refusals.mjs";

/**
 * @typedef {object} Members
 * @property {string[]} definitions dictionaries and callbacks
 * @property {string[]} operations of a namespace of Swift's
 * @property {string[]} attributes of a class of Swift's
 * @property {string[]} imports of the imported namespace
 * @property {string[]} functions Swift: what is beside the members
 * @property {string[]} bodies Swift: of the namespace
 * @property {string[]} properties Swift: of the class
 *
 * @typedef {import("./Types/outers.mjs").Type} Type
 */

/** The index that asks for the argument in place of a value that Swift makes. */
export const given = 255;

/** The names that an inner type's members stand in. @param {import("./Types/inners.mjs").Inner} inner */
export const namesOf = (inner) => {
  const name = inner.name[0].toUpperCase() + inner.name.slice(1);
  return { namespace: `In${name}`, attributes: `Of${name}` };
};

const made = (type) => `make${type.id}(i)`;

/** What can be done with a type. @param {Type} type */
export function abilities(type) {
  const returned = type.isOptional ? type.of : type;
  const isTried = (letter) => type.letters?.includes(letter) ?? true;
  const isArgument = isPossible(type, "argument");
  const isCallbackArgument = isPossible(type, "callbackArgument");
  const isAnswered = isPossible(returned, "callbackResult");
  const isResult = isPossible(returned, "result") && (!type.isOptional || isArgument || isCallbackArgument);
  return {
    isArgument: isArgument && isTried("e"),
    isResult: isResult && isTried("e"),
    isAttribute: isPossible(type, "attribute") && isTried("p"),
    isCallback: isCallbackArgument && isTried("c"),
    isClosure: isCallbackArgument && isTried("b"),
    isAnswered,
    isThrowing: isAnswered && type.hasThrows,
    isImport: isPossible(type, "importArgument") && isPossible(returned, "importResult") && isTried("h"),
    isImportResult: isPossible(returned, "importResult") && isTried("h"),
    needsThrows: mustThrow(type.isOptional ? { ...type.of, outer: "nullable", of: type.of } : type),
  };
}

/** Each part of a member's text in one place. @param {Type} type */
function spelling(type) {
  const attributes = [...type.argumentAttributes, ...type.attributes];
  const argument = hasEmptyDefault(type)
    ? `optional ${type.idl} v = {}`
    : withAttributes(attributes, `${type.isOptional ? "optional " : ""}${type.idl} v`);
  const callbackArgument = withAttributes(type.attributes, `${type.isOptional ? "optional " : ""}${type.idl} v`);
  const resultIDL = type.resultIDL ?? type.idl;
  const back = type.toResult ?? ((v) => v);
  return {
    argument,
    callbackArgument,
    result: (throws) => withAttributes([...(throws ? ["Throws"] : []), ...type.attributes], resultIDL),
    resultIDL,
    swiftResult: type.resultSwift ?? type.swift,
    back,
    /** Closures are given what callbacks are given. */
    closureArgument: type.argument.startsWith("@escaping") ? type.argument : type.swift,
  };
}

/** @param {Type} type @returns {Members} */
export function membersOf(type) {
  const members = { definitions: [], operations: [], attributes: [], imports: [], functions: [], bodies: [], properties: [] };
  const can = abilities(type);
  if (!(can.isArgument || can.isResult || can.isAttribute || can.isCallback || can.isClosure || can.isImportResult)) return members;
  members.definitions.push(...type.definitions);
  const cases = type.made.map(({ swift }, index) => `    ${index === type.made.length - 1 ? "default" : `case ${index}`}: return ${swift}`);
  members.functions.push(`func make${type.id}(_ i: UInt8) -> ${type.swift} {\n    switch i {\n${cases.join("\n")}\n    }\n}`);
  const parts = spelling(type);
  if (can.isArgument || can.isResult) addValue(members, type, parts, can);
  if (can.isAttribute) addAttribute(members, type);
  if (can.isCallback || can.isClosure) addFunctions(members, type, parts, can);
  if (can.isImport || can.isImportResult) addImport(members, type, parts, can);
  return members;
}

const lines = (texts) => texts.map((text) => `\n        ${text}`).join("");

function addValue(members, type, { argument, result, swiftResult, back }, { isArgument, isResult }) {
  const { id } = type;
  const value = type.fromArgument("v");
  const [idl, swift] = isArgument ? [[argument], [`v: ${type.argument}`]] : [[], []];
  const note = isArgument ? [`Lab.note = ${type.swiftText(value)}`] : [];
  const answer = [...(isArgument ? [`guard i != ${given} else { return ${back(value)} }`] : []), `return ${back(made(type))}`];
  const add = (mark, head, heads, throws, work) => {
    members.operations.push(`${isResult ? result(mark === "x") : "undefined"} ${mark}${id}(${[head, "octet i", ...idl].join(", ")});`);
    const parameters = [heads, "i: UInt8", ...swift].join(", ");
    const body = lines([...note, work, ...(isResult ? answer : [])]);
    members.bodies.push(`static func ${mark}${id}(${parameters})${throws} -> ${isResult ? swiftResult : "Void"} {${body}\n    }`);
  };
  add("e", "Work w", "w: @escaping Work", "", "w()");
  if (type.hasThrows && isResult) add("x", "boolean fails", "fails: Bool", " throws(JSError)", "try Lab.check(fails)");
}

function addAttribute(members, type) {
  const { id } = type;
  members.attributes.push(`${withAttributes(type.attributes, "attribute")} ${type.idl} p${id};`);
  members.attributes.push(`${withAttributes(["Throws", ...type.attributes], "readonly attribute")} ${type.idl} r${id};`);
  members.properties.push(`var p${id}: ${type.swift} = make${id}(0)`);
  members.properties.push(
    `var r${id}: ${type.swift} {\n        get throws(JSError) {\n            try Lab.run()\n            return p${id}\n        }\n    }`,
  );
  // What a list holds can be changed, whoever may set it.
  if (isObserved(type)) members.properties.push(`func setR${id}(value: ${type.swift}) throws(JSError) { p${id} = value }`);
}

function addFunctions(members, type, { callbackArgument, resultIDL, swiftResult, back, closureArgument }, can) {
  const { id } = type;
  const [idl, swift] = can.isAnswered ? [resultIDL, swiftResult] : ["undefined", "Void"];
  const answer = can.isAnswered ? [`return ${back("v")}`] : [];
  const add = (definition, isThrowing, call, closure, work, workIDL, workSwift) => {
    const name = `${definition}${id}`;
    const [mark, throws, attempt] = isThrowing ? ["[Throws] ", " throws(JSError)", "try "] : ["", "", ""];
    members.definitions.push(`${mark}callback ${name} = ${idl} (${callbackArgument});`);
    if (can.isCallback) {
      members.operations.push(`${mark}${idl} ${call}${id}(${name} f, octet i);`);
      members.bodies.push(`static func ${call}${id}(f: @escaping ${name}, i: UInt8)${throws} -> ${swift} { ${attempt}f(${made(type)}) }`);
    }
    if (!can.isClosure) return;
    const body = [work, ...answer].map((line) => `\n            ${line}`).join("");
    const head = `static func ${closure}${id}(${workSwift}) -> ${name}`;
    members.operations.push(`${name} ${closure}${id}(${workIDL});`);
    members.bodies.push(`${head} {\n        { (v: ${closureArgument})${throws} -> ${swift} in${body}\n        }\n    }`);
  };
  add("C", can.needsThrows && can.isAnswered, "c", "b", "w()", "Work w", "w: @escaping Work");
  if (can.isThrowing) add("G", true, "g", "d", "try Lab.check(fails)", "boolean fails", "fails: Bool");
}

function addImport(members, type, { argument, result, swiftResult }, can) {
  const { id } = type;
  const [throws, attempt] = can.needsThrows ? [" throws(JSError)", "try "] : ["", ""];
  const [taken, passed] = can.isImport ? [importArgument(type, argument), `v: ${made(type)}`] : ["octet i", "i: i"];
  members.imports.push(`${result(can.needsThrows)} i${id}(${taken});`);
  members.operations.push(`${result(can.needsThrows)} h${id}(octet i);`);
  members.bodies.push(`static func h${id}(i: UInt8)${throws} -> ${swiftResult} { ${attempt}Host.i${id}(${passed}) }`);
}

/** [Copy] is for what Swift is given. @param {Type} type @param {string} argument */
const importArgument = (type, argument) => argument.replace(/^\[Copy\] /, "");
