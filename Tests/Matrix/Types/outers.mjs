/**
 * The outer types of the matrix: functions that make a type of a type.
 *
 * @typedef {object} Type
 * @property {number} id
 * @property {string} name as a person would write it, such as `sequence<Thing?>`
 * @property {import("./inners.mjs").Inner} inner
 * @property {string} [outer] the outermost outer type's name
 * @property {Type} [of] the type inside it
 * @property {string} idl
 * @property {string} swift
 * @property {string[]} attributes
 * @property {string[]} argumentAttributes
 * @property {string} argument Swift's type as an argument
 * @property {boolean} isOptional an argument that may be left out; as a result it is nullable
 * @property {boolean} needsNoMember a dictionary without required members
 * @property {boolean} hasThrows whether members with [Throws] are tried too
 * @property {boolean} canFail whether there is a value whose conversion is a TypeError
 * @property {string[]} definitions dictionaries that it is made of, its own last
 * @property {(v: string) => string} fromArgument
 * @property {(v: string) => string} swiftText
 * @property {(world: World) => Sample[]} samples
 * @property {{ swift: string, get: unknown }[]} made
 * @property {(world: World) => unknown[]} wrong
 * @property {(value: any) => string} text
 * @property {(actual: any, expected: any, world: World) => boolean} same
 *
 * @typedef {{ give: unknown, get: unknown }} Sample a value of JavaScript, and what arrives
 * @typedef {import("../Cells/world.mjs").World} World
 */

/** An argument that is not there. */
export const absent = Symbol("absent");

/** @param {import("./inners.mjs").Inner} inner @param {number} id @returns {Type} */
export function typeOf(inner, id) {
  return {
    id,
    name: inner.attributes === undefined ? inner.idl : `[${inner.attributes.join()}] ${inner.idl}`,
    inner,
    idl: inner.idl,
    swift: inner.swift,
    attributes: inner.attributes ?? [],
    argumentAttributes: inner.argumentAttributes ?? [],
    argument: inner.argument ?? inner.swift,
    isOptional: false,
    needsNoMember: false,
    canFail: inner.canFail ?? true,
    definitions: [],
    fromArgument: inner.fromArgument ?? ((v) => v),
    swiftText: inner.swiftText ?? ((v) => `text(${v})`),
    samples: (world) => inner.given(world).map(([give, ...get]) => ({ give, get: get.length === 0 ? give : get[0] })),
    made: inner.made.map(([swift, get]) => ({ swift, get })),
    wrong: inner.wrong,
    text: inner.text,
    same: inner.same ?? Object.is,
  };
}

/** What a type and the outer type round it have in common. */
const wrap = (of, id, outer, changes) => ({
  ...of,
  id,
  outer,
  of,
  argumentAttributes: [],
  argument: changes.swift,
  fromArgument: (v) => v,
  isOptional: false,
  needsNoMember: false,
  canFail: true,
  ...changes,
});

const isMissing = (value) => value === null || value === undefined;

function nullable(of, id, outer = "nullable", changes = {}) {
  const isArray = of.of === undefined && of.inner.family === "Buffers";
  const textOf = (value) => (isMissing(value) ? "-" : `?${of.text(value)}`);
  const swift = `${of.swift}?`;
  return wrap(of, id, outer, {
    name: `${of.name}?`,
    idl: `${of.idl}?`,
    swift,
    argumentAttributes: isArray ? ["Copy"] : [],
    canFail: of.canFail,
    swiftText: (v) => `maybe(${v}) { ${of.swiftText("$0")} }`,
    samples: (world) => [
      { give: null, get: null },
      { give: undefined, get: null },
      ...of.samples(world).filter(({ give }) => !isMissing(give)),
    ],
    made: [{ swift: "nil", get: null }, ...of.made.map(({ swift: value, get }) => ({ swift: `Optional<${of.swift}>.some(${value})`, get }))],
    wrong: (world) => of.wrong(world).filter((value) => !isMissing(value)),
    text: textOf,
    same: (actual, expected, world) => (expected === null ? actual === null : actual !== null && of.same(actual, expected, world)),
    ...changes,
  });
}

/** An argument that may be left out; its result is nullable, for a result cannot be left out. */
function optional(of, id) {
  const isNullable = of.outer === "nullable" || of.inner.idl.endsWith("?") && of.of === undefined;
  const present = (world) => of.samples(world).filter(({ give }) => give !== undefined);
  const plain = nullable(of, id, "optional");
  return {
    ...plain,
    name: `optional ${of.name}`,
    idl: of.idl,
    isOptional: true,
    resultIDL: isNullable ? of.idl : `${of.idl}?`,
    resultSwift: isNullable ? of.swift : plain.swift,
    toResult: (v) => (isNullable ? `(${v} ?? nil)` : v),
    samples: (world) => [{ give: absent, get: undefined }, { give: undefined, get: undefined }, ...present(world)],
    made: plain.made.map(({ swift, get }) => (swift === "nil" ? { swift, get: undefined } : { swift, get })),
    wrong: (world) => of.wrong(world).filter((value) => value !== undefined),
    text: (value) => (value === undefined ? "-" : `?${of.text(value)}`),
    same: (actual, expected, world) => (expected === undefined ? isMissing(actual) : actual !== undefined && of.same(actual, expected, world)),
  };
}

const list = (outer, idl, isFrozen) => (of, id) =>
  wrap(of, id, outer, {
    name: `${idl}<${of.name}>`,
    idl: `${idl}<${withAttributes(of.attributes, of.idl)}>`,
    attributes: [],
    swift: `[${of.swift}]`,
    swiftText: (v) => `list(${v}) { ${of.swiftText("$0")} }`,
    samples(world) {
      const samples = of.samples(world);
      const gives = samples.map(({ give }) => give);
      return [{ give: [], get: [] }, { give: [...gives, ...gives], get: [...samples, ...samples].map(({ get }) => get) }];
    },
    made: [
      { swift: "[]", get: [] },
      { swift: `[${of.made.map(({ swift }) => swift).join(", ")}]`, get: of.made.map(({ get }) => get) },
    ],
    wrong: (world) => [1, ...of.wrong(world).map((wrong) => [...of.samples(world).map(({ give }) => give), wrong])],
    text: (values) => `[${values.map(of.text).join()}]`,
    same: (actual, expected, world) =>
      Array.isArray(actual) &&
      actual.length === expected.length &&
      Object.isFrozen(actual) === isFrozen &&
      expected.every((value, index) => of.same(actual[index], value, world)),
  });

/** A dictionary with the type as its member `m`; its other members, `n`, are numbers. */
const dictionary = (outer, { isRequired, isBeside = false }) => (of, id) => {
  const [name, mark] = [`D${id}`, isRequired ? "required " : ""];
  const member = withAttributes(of.attributes, of.idl);
  const beside = isBeside ? " required double n;" : "";
  const isThere = ({ give }) => give !== undefined;
  // Swift's Optional is one for a member that may be left out and may be null: nil leaves it out.
  const isLeftOut = (value) => !isRequired && value === null;
  const withN = (value, n = 4) => (isBeside ? { ...value, n } : value);
  const memberText = (value) => (isRequired ? of.text(value) : value === undefined ? "-" : `?${of.text(value)}`);
  const swiftMember = (v) => (isRequired ? of.swiftText(`${v}.m`) : `maybe(${v}.m) { ${of.swiftText("$0")} }`);
  const wrongN = (world) => (isBeside ? of.samples(world).filter(isThere).slice(-1).map(({ give }) => withN({ m: give }, NaN)) : []);
  return wrap(of, id, outer, {
    name: isRequired ? (isBeside ? `{${of.name}, double}` : `{${of.name}}`) : `{optional ${of.name}}`,
    idl: name,
    attributes: [],
    swift: name,
    needsNoMember: !isRequired,
    definitions: [...of.definitions, `dictionary ${name} { ${mark}${member} m;${beside} };`],
    swiftText: (v) => (isBeside ? `"{" + ${swiftMember(v)} + ",4}"` : `"{" + ${swiftMember(v)} + "}"`),
    samples: (world) => [
      ...(isRequired ? [] : [{ give: {}, get: {} }, { give: { m: undefined }, get: {} }]),
      ...of.samples(world).filter(isThere).map(({ give, get }) => ({ give: withN({ m: give }), get: isLeftOut(get) ? {} : withN({ m: get }) })),
    ],
    made: [
      ...(isRequired ? [] : [{ swift: `${name}(m: nil)`, get: {} }]),
      ...of.made.map(({ swift, get }) => ({
        swift: `${name}(m: ${swift}${isBeside ? ", n: 4" : ""})`,
        get: isLeftOut(get) ? {} : withN({ m: get }),
      })),
    ],
    wrong: (world) => [
      1,
      ...(isRequired ? [{}] : []),
      ...of.wrong(world).filter((value) => value !== undefined).map((m) => withN({ m })),
      ...wrongN(world),
    ],
    text: (value) => (isBeside ? `{${memberText(value.m)},4}` : `{${memberText(value.m)}}`),
    same: (actual, expected, world) =>
      typeof actual === "object" &&
      actual !== null &&
      Object.keys(actual).toSorted().join() === Object.keys(expected).toSorted().join() &&
      (!("m" in expected) || of.same(actual.m, expected.m, world)) &&
      actual.n === expected.n,
  });
};

/** A record whose keys say the places of its values, of which the longest leaves the texts that Swift keeps in place. */
const keys = ["a", "é", "a key of more than fifteen bytes"];
const keyed = (values) => Object.fromEntries(values.map((value, index) => [`${keys[index % keys.length]}${index}`, value]));

function record(of, id) {
  const pairs = of.made.map(({ swift }, index) => `(key: "${keys[index % keys.length]}${index}", value: ${swift})`);
  const pairText = (value) => Object.entries(value).map(([key, item]) => `${key}:${of.text(item)}`);
  return wrap(of, id, "record", {
    name: `record<DOMString, ${of.name}>`,
    idl: `record<DOMString, ${withAttributes(of.attributes, of.idl)}>`,
    attributes: [],
    swift: `JSRecord<String, ${of.swift}>`,
    swiftText: (v) => `pairs(${v}) { ${of.swiftText("$0")} }`,
    samples(world) {
      const samples = of.samples(world);
      return [{ give: {}, get: {} }, { give: keyed(samples.map(({ give }) => give)), get: keyed(samples.map(({ get }) => get)) }];
    },
    made: [
      { swift: `JSRecord<String, ${of.swift}>()`, get: {} },
      { swift: `JSRecord<String, ${of.swift}>(pairs: [${pairs.join(", ")}])`, get: keyed(of.made.map(({ get }) => get)) },
    ],
    wrong: (world) => [1, ...of.wrong(world).map((wrong) => keyed([...of.samples(world).map(({ give }) => give), wrong]))],
    text: (value) => `<${pairText(value).join()}>`,
    same: (actual, expected, world) =>
      typeof actual === "object" &&
      actual !== null &&
      Object.keys(actual).join() === Object.keys(expected).join() &&
      Object.keys(expected).every((key) => of.same(actual[key], expected[key], world)),
  });
}

/** Each outer type, by its name. @type {Record<string, (of: Type, id: number) => Type>} */
export const outers = {
  nullable,
  optional,
  member: dictionary("member", { isRequired: true }),
  beside: dictionary("beside", { isRequired: true, isBeside: true }),
  optionalMember: dictionary("optionalMember", { isRequired: false }),
  sequence: list("sequence", "sequence", false),
  FrozenArray: list("FrozenArray", "FrozenArray", true),
  record,
  ObservableArray: list("ObservableArray", "ObservableArray", false),
};

/** A type, or what a member returns, with its extended attributes. @param {string[]} attributes @param {string} rest */
export const withAttributes = (attributes, rest) => (attributes.length === 0 ? rest : `[${attributes.join(", ")}] ${rest}`);
