/**
 * Which types are refused where, by which rule, with which words. What is refused is not compiled; that it is refused is a test.
 *
 * @typedef {"argument" | "result" | "attribute" | "callbackArgument" | "callbackResult" | "importArgument" | "importResult" | "bareArgument"} Position
 * A bare argument is one without the default value that it should have.
 *
 * @typedef {object} Refusal
 * @property {string} rule
 * @property {Position[]} positions
 * @property {boolean} [isPlanned] found by the planner, which sees only what is right by all other rules
 * @property {(type: Type) => boolean} when
 * @property {(type: Type) => string} message how the message begins
 *
 * @typedef {import("./outers.mjs").Type} Type
 */

/** @type {Position[]} */
const everywhere = ["argument", "result", "attribute", "callbackArgument", "callbackResult", "importArgument", "importResult"];
/** @type {Position[]} */
export const positions = [...everywhere, "bareArgument"];
/** @type {Position[]} */
const results = ["result", "attribute", "callbackResult", "importResult"];

/** The type and all types inside it, the outermost first. @param {Type} type @returns {Type[]} */
const layers = (type) => (type.of === undefined ? [type] : [type, ...layers(type.of)]);
const isNullable = (type) => type.outer === "nullable" || (type.of === undefined && type.idl.endsWith("?"));
/** The type under its `?` and `optional`. */
const underNull = (type) => (type.outer === "nullable" || type.outer === "optional" ? underNull(type.of) : type);
const isDictionary = (type) =>
  ["member", "beside", "optionalMember"].includes(type.outer) || (type.of === undefined && type.inner.family === "Dictionaries");
const isSequence = (type) => type.outer === "sequence" || (type.of === undefined && type.idl.startsWith("sequence<"));
const isRecord = (type) => type.outer === "record" || (type.of === undefined && type.inner.family === "Records");

/** An ObservableArray, which is a type of attributes alone. @param {Type} type */
export const isObserved = (type) => type.outer === "ObservableArray";

/** The interface of Swift's that a value cannot be without. */
function objectIn(type) {
  if (type.of !== undefined) return type.outer === "member" || type.outer === "beside" ? objectIn(type.of) : null;
  return type.idl === "Thing" || type.idl === "Holder" ? "Thing" : null;
}

/** Whether the argument of an operation has to have the default value `{}`. @param {Type} type */
export function hasEmptyDefault(type) {
  return !type.isOptional && type.needsNoMember;
}

/** @type {Refusal[]} */
export const refusals = [
  {
    rule: "nullable-twice",
    positions: everywhere,
    when: (type) => layers(type).some((layer) => layer.outer === "nullable" && isNullable(layer.of)),
    message: () => "the type is nullable already",
  },
  {
    rule: "big-int-position",
    positions: everywhere,
    when: (type) => layers(type).some(({ outer, of }) => ["sequence", "FrozenArray", "record", "ObservableArray"].includes(outer) && of.attributes.length > 0),
    message: () => "[BigInt] does not reach inside `",
  },
  {
    rule: "argument-type",
    positions: ["argument", "importArgument"],
    when: (type) => underNull(type).outer === "FrozenArray",
    message: () => "an argument cannot be a FrozenArray; write `sequence`",
  },
  {
    rule: "dictionary-argument-nullable",
    positions: ["argument", "importArgument"],
    when: (type) => type.outer !== undefined && isDictionary(underNull(type)) && layers(type).some((layer) => layer.outer === "nullable" && layer.of === underNull(type)),
    message: () => "a dictionary argument cannot be nullable: null is read as a dictionary without members; remove the `?`",
  },
  {
    // Beside the rule above: it has to be optional as well.
    rule: "dictionary-argument-optional",
    positions: ["argument", "importArgument"],
    when: (type) => type.outer === "nullable" && underNull(type).needsNoMember,
    message: () => "a dictionary without required members is optional here; write `optional ",
  },
  {
    rule: "dictionary-argument-default",
    positions: ["argument", "importArgument"],
    when: (type) => type.outer === "optional" && underNull(type).needsNoMember,
    message: () => "an optional dictionary argument has a default value; write `",
  },
  {
    rule: "dictionary-argument-optional",
    positions: ["bareArgument"],
    when: hasEmptyDefault,
    message: () => "a dictionary without required members is optional here; write `optional ",
  },
  {
    rule: "inner-type",
    positions: ["attribute"],
    when: (type) => isObserved(type) && [isSequence, isRecord, isDictionary].some((holds) => holds(underNull(type.of))),
    message: () => "an ObservableArray cannot hold `",
  },
  {
    rule: "attribute-type",
    positions: ["attribute"],
    when: (type) => isSequence(underNull(type)) || isRecord(underNull(type)) || isDictionary(underNull(type)),
    message: () => "an attribute cannot be `",
  },
  {
    rule: "object-without-throws",
    isPlanned: true,
    positions: ["callbackResult", "importResult"],
    when: (type) => objectIn(type) !== null,
    message: (type) => `where JavaScript throws there is no ${objectIn(type)} to go on with; add [Throws], or make it \`${objectIn(type)}?\``,
  },
];

/** The refusals that a type meets in a position. @param {Type} type @param {Position} position */
export const refusalsOf = (type, position) => refusals.filter((refusal) => refusal.positions.includes(position) && refusal.when(type));

/**
 * Whether a position is one that the type has at all: what is optional is an argument, an observable array an attribute, and the result of a
 * callback has no extended attributes.
 * @param {Type} type
 * @param {Position} position
 */
export const hasPosition = (type, position) =>
  (!isObserved(type) || position === "attribute") && (!type.isOptional || !results.includes(position)) && (position !== "callbackResult" || type.attributes.length === 0);

/** Whether a member of a type can stand in a position. @param {Type} type @param {Position} position */
export function isPossible(type, position) {
  const met = refusalsOf(type, position).filter(({ rule }) => rule !== "object-without-throws");
  return hasPosition(type, position) && met.length === 0;
}

/** Whether JavaScript may return the type only where it may throw. @param {Type} type */
export const mustThrow = (type) => objectIn(type) !== null;
