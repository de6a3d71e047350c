/**
 * The members that try a type, in IDL and in Swift. Each is named by a letter and the type's number:
 *
 *     t  the text of an argument              e  an argument comes back, after some work
 *     m  a value that Swift makes             x  [Throws]: comes back, or Swift throws
 *     p  an attribute                         r  [Throws] readonly: after some work, or Swift throws
 *     c  a function is given a value, and what it returns comes back
 *     g  [Throws]: the same                   h  the same with an imported operation, i
 *     b  a closure that returns its argument, after some work
 *     d  [Throws]: a closure that returns its argument, or throws
 */
import { isBroken } from "./Types/broken.mjs";
import { withAttributes } from "./Types/outers.mjs";
import { hasEmptyDefault, isPossible, mustThrow } from "./Types/refusals.mjs";

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

/** The names that an inner type's members stand in. @param {import("./Types/inners.mjs").Inner} inner */
export const namesOf = (inner) => {
  const name = inner.name[0].toUpperCase() + inner.name.slice(1);
  return { namespace: `In${name}`, attributes: `Of${name}` };
};

const made = (type) => `make${type.id}(i)`;

/** What can be done with a type. @param {Type} type */
export function abilities(type) {
  const returned = type.isOptional ? type.of : type;
  const needsThrows = mustThrow(type.isOptional ? { ...type.of, outer: "nullable", of: type.of } : type);
  const isArgument = isPossible(type, "argument");
  return {
    isArgument,
    isResult: isPossible(returned, "result") && (!type.isOptional || isArgument || isPossible(type, "callbackArgument")),
    isAttribute: isPossible(type, "attribute"),
    isCallbackArgument: isPossible(type, "callbackArgument"),
    isCallbackResult: isPossible(returned, "callbackResult") && type.attributes.length === 0,
    isThrowingCallback: isPossible(returned, "callbackResult") && type.attributes.length === 0 && type.hasThrows && !isBroken(type, "g"),
    isImport: isPossible(type, "importArgument") && isPossible(returned, "importResult"),
    isImportResult: isPossible(returned, "importResult"),
    needsThrows,
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
  if (Object.entries(can).every(([name, is]) => name === "needsThrows" || !is)) return members;
  members.definitions.push(...type.definitions);
  const cases = type.made.map(({ swift }, index) => `    ${index === type.made.length - 1 ? "default" : `case ${index}`}: return ${swift}`);
  members.functions.push(`func make${type.id}(_ i: UInt8) -> ${type.swift} {\n    switch i {\n${cases.join("\n")}\n    }\n}`);
  const parts = spelling(type);
  if (can.isArgument) addArgument(members, type, parts);
  if (can.isResult) addResult(members, type, parts, can);
  if (can.isAttribute) addAttribute(members, type);
  if (can.isCallbackArgument) addCallback(members, type, parts, can);
  if (can.isImport || can.isImportResult) addImport(members, type, parts, can);
  return members;
}

function addArgument(members, type, { argument }) {
  const { id } = type;
  members.operations.push(`DOMString t${id}(${argument});`);
  members.bodies.push(`static func t${id}(v: ${type.argument}) -> String { ${type.swiftText(type.fromArgument("v"))} }`);
}

function addResult(members, type, { argument, result, swiftResult, back }, { isArgument }) {
  const { id } = type;
  const value = back(type.fromArgument("v"));
  if (isArgument) {
    members.operations.push(`${result(false)} e${id}(Work w, ${argument});`);
    members.bodies.push(`static func e${id}(w: @escaping Work, v: ${type.argument}) -> ${swiftResult} {\n        w()\n        return ${value}\n    }`);
  }
  members.operations.push(`${result(false)} m${id}(Work w, octet i);`);
  members.bodies.push(`static func m${id}(w: @escaping Work, i: UInt8) -> ${swiftResult} {\n        w()\n        return ${back(made(type))}\n    }`);
  if (!type.hasThrows) return;
  const [taken, given, thrown] = isArgument ? [argument, `v: ${type.argument}`, value] : ["octet i", "i: UInt8", back(made(type))];
  members.operations.push(`${result(true)} x${id}(boolean fails, ${taken});`);
  members.bodies.push(
    `static func x${id}(fails: Bool, ${given}) throws(JSError) -> ${swiftResult} {\n        try Lab.check(fails)\n        return ${thrown}\n    }`,
  );
}

function addAttribute(members, type) {
  const { id } = type;
  members.attributes.push(`${withAttributes(type.attributes, "attribute")} ${type.idl} p${id};`);
  members.attributes.push(`${withAttributes(["Throws", ...type.attributes], "readonly attribute")} ${type.idl} r${id};`);
  members.properties.push(`var p${id}: ${type.swift} = make${id}(0)`);
  members.properties.push(
    `var r${id}: ${type.swift} {\n        get throws(JSError) {\n            try Lab.run()\n            return p${id}\n        }\n    }`,
  );
}

function addCallback(members, type, { callbackArgument, resultIDL, swiftResult, back, closureArgument }, can) {
  const { id } = type;
  const [throws, attempt] = can.needsThrows && can.isCallbackResult ? [" throws(JSError)", "try "] : ["", ""];
  const mark = throws === "" ? "" : "[Throws] ";
  const [idl, swift] = can.isCallbackResult ? [resultIDL, swiftResult] : ["undefined", "Void"];
  const answer = can.isCallbackResult ? `return ${back("v")}` : "";
  members.definitions.push(`${mark}callback C${id} = ${idl} (${callbackArgument});`);
  members.operations.push(`${withAttributes(throws === "" ? [] : ["Throws"], idl)} c${id}(C${id} f, octet i);`);
  members.bodies.push(`static func c${id}(f: @escaping C${id}, i: UInt8)${throws} -> ${swift} { ${attempt}f(${made(type)}) }`);
  members.operations.push(`C${id} b${id}(Work w);`);
  members.bodies.push(
    `static func b${id}(w: @escaping Work) -> C${id} {\n        { (v: ${closureArgument})${throws} -> ${swift} in\n            w()\n            ${answer}\n        }\n    }`,
  );
  if (!can.isThrowingCallback) return;
  members.definitions.push(`[Throws] callback G${id} = ${idl} (${callbackArgument});`);
  members.operations.push(`[Throws] ${idl} g${id}(G${id} f, octet i);`);
  members.bodies.push(`static func g${id}(f: @escaping G${id}, i: UInt8) throws(JSError) -> ${swift} { try f(${made(type)}) }`);
  members.operations.push(`G${id} d${id}(boolean fails);`);
  members.bodies.push(
    `static func d${id}(fails: Bool) -> G${id} {\n        { (v: ${closureArgument}) throws(JSError) -> ${swift} in\n            try Lab.check(fails)\n            ${answer}\n        }\n    }`,
  );
}

function addImport(members, type, { argument, result, swiftResult }, can) {
  const { id } = type;
  const [throws, attempt] = can.needsThrows ? [" throws(JSError)", "try "] : ["", ""];
  const [taken, given] = can.isImport ? [importArgument(type, argument), `v: ${made(type)}`] : ["octet i", "i: i"];
  members.imports.push(`${result(can.needsThrows)} i${id}(${taken});`);
  members.operations.push(`${result(can.needsThrows)} h${id}(octet i);`);
  members.bodies.push(`static func h${id}(i: UInt8)${throws} -> ${swiftResult} { ${attempt}Host.i${id}(${given}) }`);
}

/** [Copy] is for what Swift is given. @param {Type} type @param {string} argument */
const importArgument = (type, argument) => argument.replace(/^\[Copy\] /, "");
