/**
 * The cells of a type: what is done with it in each position, with each outcome.
 *
 * @typedef {object} Cell
 * @property {Type} type
 * @property {string} position
 * @property {"success" | "conversion" | "waiting" | "throws"} outcome
 * @property {string} member the letter of the member, see members.mjs
 * @property {(world: World) => void} run throws where something is not as it should be
 *
 * @typedef {import("../Types/outers.mjs").Type} Type
 * @typedef {import("./world.mjs").World} World
 */
import { show } from "../../Runner/Families/equality.mjs";
import { abilities, given, namesOf } from "../members.mjs";
import { calledCells } from "./called.mjs";
import { arrives, failsToConvert, list, raisesWhatSwiftThrew, raisesWhatWaited, showValue } from "./expectations.mjs";
import { isObserved } from "../Types/refusals.mjs";
import { Unmet } from "./world.mjs";

/** @param {Type} type @returns {Cell[]} */
export function cellsOf(type) {
  const can = abilities(type);
  const { namespace, attributes } = namesOf(type.inner);
  const scene = { type, can, attributes, namespace, api: ({ api }) => api[namespace], name: (letter) => `${letter}${type.id}` };
  return [
    ...(can.isArgument ? argumentCells(scene) : []),
    ...(can.isResult ? resultCells(scene) : []),
    ...(can.isAttribute ? attributeCells(scene) : []),
    ...(can.isCallback ? callbackCells(scene) : []),
    ...(can.isClosure ? closureCells(scene) : []),
    ...(can.isImportResult ? importCells(scene) : []),
  ].filter(({ outcome }) => type.canFail || outcome !== "conversion").map((each) => ({ type, ...each }));
}

const cell = (position, outcome, member, run) => ({ position, outcome, member, run });

function argumentCells({ type, api, name, namespace }) {
  const e = name("e");
  const call = (world, value) => api(world)[e](world.rest, given, ...list(value));
  const shown = (value) => `${namespace}.${e}(${["() => {}", given, ...list(value).map((one) => show(one))].join(", ")})`;
  return [
    cell("argument", "success", "e", (world) => {
      for (const { give, get } of type.samples(world)) {
        world.take(call(world, give));
        const [actual, expected] = [world.api.Lab.noted(), type.text(get)];
        if (actual !== expected) throw new Unmet(`of ${shown(give)} Swift got ${show(actual)}, expected ${show(expected)}`);
      }
    }),
    cell("argument", "conversion", "e", (world) => {
      for (const wrong of type.wrong(world)) failsToConvert(world, () => call(world, wrong), shown(wrong));
    }),
  ];
}

/** The calls of a member that gives the argument back or makes a value: the arguments after the first, the value that comes, the call. */
function callsOf(world, { type, can, namespace }, name, first) {
  const samples = can.isArgument ? type.samples(world) : [];
  const own = samples.map(({ give, get }) => ({ values: [given, ...list(give)], get }));
  // Where there is an argument, a value that Swift makes comes in its place.
  const beside = samples.length === 0 ? [] : list(samples[0].give);
  const made = type.made.map(({ get }, index) => ({ values: [index, ...beside], get }));
  return [...own, ...made].map((call) => ({
    ...call,
    text: `${namespace}.${name}(${[first, ...call.values.map((value) => show(value))].join(", ")})`,
  }));
}

function resultCells(scene) {
  const { type, api, name } = scene;
  const [e, x] = [name("e"), name("x")];
  const throwing = cell("result", "throws", "x", (world) => {
    for (const { values, text } of callsOf(world, scene, x, "true")) raisesWhatSwiftThrew(world, () => api(world)[x](true, ...values), text);
    for (const { values, get, text } of callsOf(world, scene, x, "false")) arrives(world, type, api(world)[x](false, ...values), get, text);
  });
  return [
    cell("result", "success", "e", (world) => {
      for (const { values, get, text } of callsOf(world, scene, e, "() => {}")) arrives(world, type, api(world)[e](world.rest, ...values), get, text);
    }),
    cell("result", "waiting", "e", (world) => {
      for (const { values, text } of callsOf(world, scene, e, "() => { throw … }")) {
        raisesWhatWaited(world, () => api(world)[e](world.throwing, ...values), text);
      }
    }),
    ...(type.hasThrows ? [throwing] : []),
  ];
}

/** Gives `body` a new object with the attributes. */
const holding = (attributes, body) => (world) => body(world, world.take(new world.api[attributes]()));

/** Reads what does some work first, or throws. */
function reading(world, work, fails, body) {
  world.api.Lab.before(work, fails);
  try {
    body();
  } finally {
    world.api.Lab.before(null, false);
  }
}

/** Web IDL 3.7.6: what is no value of an enumeration is not assigned, and nothing is thrown. @param {Type} type */
const ignoresWrongValues = (type) => type.outer === undefined && type.inner.family === "Enums";

/** What an attribute gives; the array that it observes is a copy, for reading it asks Swift. @param {Type} type */
const readBy = (type) => (isObserved(type) ? (object, member) => [...object[member]] : (object, member) => object[member]);

/** Changes in place, of the array of an attribute. */
const observedCell = ({ type, attributes, name }) =>
  cell("attribute", "success", "p", holding(attributes, (world, object) => {
    const p = name("p");
    for (const { give, get } of type.of.samples(world)) {
      object[p] = [];
      arrives(world, { ...type, same: Object.is }, object[p].push(give, give), 2, `.${p} = []; .${p}.push(${show(give)}, ${show(give)})`);
      arrives(world, type, [...object[p]], [get, get], `.${p} = []; .${p}.push(${show(give)}, ${show(give)}); .${p}`);
      object[p][1] = give;
      arrives(world, type.of, object[p].pop(), get, `.${p}[1] = ${show(give)}; .${p}.pop()`);
      arrives(world, type, [...object[p]], [get], `.${p}.pop(); .${p}`);
    }
    for (const wrong of type.of.wrong(world)) failsToConvert(world, () => object[p].push(wrong), `.${p}.push(${show(wrong)})`);
  }));

function attributeCells(scene) {
  const { type, attributes, name } = scene;
  const [p, r] = [name("p"), name("r")];
  const read = readBy(type);
  return [
    ...(isObserved(type) ? [observedCell(scene)] : []),
    cell("attribute", "success", "p", holding(attributes, (world, object) => {
      arrives(world, type, read(object, p), type.made[0].get, `new ${attributes}().${p}`);
      for (const { give, get } of type.samples(world)) {
        object[p] = give;
        for (const member of [p, p, r]) arrives(world, type, read(object, member), get, `.${p} = ${show(give)}; .${member}`);
      }
    })),
    cell("attribute", "conversion", "p", holding(attributes, (world, object) => {
      const { give, get } = type.samples(world).at(-1);
      object[p] = give;
      for (const wrong of type.wrong(world)) {
        if (ignoresWrongValues(type)) object[p] = wrong;
        else failsToConvert(world, () => (object[p] = wrong), `.${p} = ${show(wrong)}`);
        arrives(world, type, read(object, p), get, `.${p}, after .${p} = ${show(wrong)} failed,`);
      }
    })),
    cell("attribute", "waiting", "r", holding(attributes, (world, object) => {
      for (const { give } of type.samples(world)) {
        object[p] = give;
        reading(world, world.throwing, false, () => raisesWhatWaited(world, () => read(object, r), `.${p} = ${show(give)}; .${r}`));
      }
    })),
    cell("attribute", "throws", "r", holding(attributes, (world, object) => {
      object[p] = type.samples(world).at(-1).give;
      reading(world, null, true, () => raisesWhatSwiftThrew(world, () => read(object, r), `.${r}`));
    })),
  ];
}

function callbackCells({ type, can, api, name, namespace }) {
  const road = (position, letter) => ({
    position,
    member: letter,
    isGiven: true,
    isAnswered: can.isAnswered,
    call: (world, answer, index) => api(world)[name(letter)](answer, index),
    shown: (answer, index) => `${namespace}.${name(letter)}(${answer}, ${index})`,
  });
  const plain = calledCells(type, road("callback", "c"));
  if (!can.isThrowing) return plain;
  const throwing = calledCells(type, road("[Throws] callback", "g"));
  // What waits elsewhere is thrown by Swift.
  return [...plain, ...throwing.map((each) => (each.outcome === "waiting" ? { ...each, outcome: "throws" } : each))];
}

function closureCells({ type, can, api, name, namespace }) {
  const [b, d] = [name("b"), name("d")];
  const check = (world, closure, { give, get }, text) => {
    const result = closure(...list(give));
    if (can.isAnswered) arrives(world, type, result, get, `${text}(${showValue(give)})`);
  };
  const cells = [
    cell("closure", "success", "b", (world) => {
      const closure = world.take(api(world)[b](world.rest));
      for (const sample of type.samples(world)) check(world, closure, sample, `${namespace}.${b}(() => {})`);
    }),
    cell("closure", "conversion", "b", (world) => {
      const closure = world.take(api(world)[b](world.rest));
      for (const wrong of type.wrong(world)) failsToConvert(world, () => closure(wrong), `${namespace}.${b}(() => {})(${show(wrong)})`);
    }),
    cell("closure", "waiting", "b", (world) => {
      const closure = world.take(api(world)[b](world.throwing));
      for (const { give } of type.samples(world)) {
        raisesWhatWaited(world, () => closure(...list(give)), `${namespace}.${b}(() => { throw … })(${showValue(give)})`);
      }
    }),
  ];
  if (!can.isThrowing) return cells;
  const throwing = cell("closure", "throws", "d", (world) => {
    const [works, fails] = [world.take(api(world)[d](false)), world.take(api(world)[d](true))];
    for (const sample of type.samples(world)) {
      check(world, works, sample, `${namespace}.${d}(false)`);
      raisesWhatSwiftThrew(world, () => fails(...list(sample.give)), `${namespace}.${d}(true)(${showValue(sample.give)})`);
    }
  });
  return [...cells, throwing];
}

function importCells({ type, can, api, name, namespace }) {
  const [h, i] = [name("h"), name("i")];
  return calledCells(type, {
    position: "import",
    member: "h",
    isGiven: can.isImport,
    isAnswered: true,
    call(world, answer, index) {
      world.host.answers.call = (member, values) => {
        if (member !== i) throw new Unmet(`Host.${String(member)} was called, expected ${i}`);
        return answer(...values);
      };
      try {
        return api(world)[h](index);
      } finally {
        world.host.answers.call = null;
      }
    },
    shown: (answer, index) => `Host.${i} = ${answer}; ${namespace}.${h}(${index})`,
  });
}
