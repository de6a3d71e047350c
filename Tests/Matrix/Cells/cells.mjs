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
import { abilities, namesOf } from "../members.mjs";
import { calledCells } from "./called.mjs";
import { arrives, failsToConvert, list, raisesWhatSwiftThrew, raisesWhatWaited, showValue } from "./expectations.mjs";
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
    ...(can.isCallbackArgument ? [...callbackCells(scene), ...closureCells(scene)] : []),
    ...(can.isImport || can.isImportResult ? importCells(scene) : []),
  ].filter(({ outcome }) => type.canFail || outcome !== "conversion").map((each) => ({ type, ...each }));
}

const cell = (position, outcome, member, run) => ({ position, outcome, member, run });

function argumentCells({ type, api, name, namespace }) {
  const t = name("t");
  return [
    cell("argument", "success", "t", (world) => {
      for (const { give, get } of type.samples(world)) {
        const [actual, expected] = [api(world)[t](...list(give)), type.text(get)];
        if (actual !== expected) throw new Unmet(`of ${namespace}.${t}(${showValue(give)}) Swift got ${show(actual)}, expected ${show(expected)}`);
      }
    }),
    cell("argument", "conversion", "t", (world) => {
      for (const wrong of type.wrong(world)) failsToConvert(world, () => api(world)[t](wrong), `${namespace}.${t}(${show(wrong)})`);
    }),
  ];
}

function resultCells({ type, can, api, name, namespace }) {
  const [e, m, x] = [name("e"), name("m"), name("x")];
  const member = can.isArgument ? "e" : "m";
  const given = (world) => (can.isArgument ? type.samples(world) : []);
  const made = type.made.map(({ get }, index) => ({ get, index }));
  const throwing = cell("result", "throws", "x", (world) => {
    const samples = can.isArgument ? type.samples(world).map(({ give, get }) => [list(give), get]) : made.map(({ get, index }) => [[index], get]);
    for (const [values, get] of samples) {
      const shown = values.map((value) => show(value)).join();
      raisesWhatSwiftThrew(world, () => api(world)[x](true, ...values), `${namespace}.${x}(true, ${shown})`);
      arrives(world, type, api(world)[x](false, ...values), get, `${namespace}.${x}(false, ${shown})`);
    }
  });
  return [
    cell("result", "success", member, (world) => {
      for (const { give, get } of given(world)) {
        arrives(world, type, api(world)[e](world.rest, ...list(give)), get, `${namespace}.${e}(() => {}, ${showValue(give)})`);
      }
      for (const { get, index } of made) arrives(world, type, api(world)[m](world.rest, index), get, `${namespace}.${m}(() => {}, ${index})`);
    }),
    cell("result", "waiting", member, (world) => {
      for (const { give } of given(world)) {
        raisesWhatWaited(world, () => api(world)[e](world.throwing, ...list(give)), `${namespace}.${e}(() => { throw … }, ${showValue(give)})`);
      }
      for (const { index } of made) {
        raisesWhatWaited(world, () => api(world)[m](world.throwing, index), `${namespace}.${m}(() => { throw … }, ${index})`);
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

function attributeCells({ type, attributes, name }) {
  const [p, r] = [name("p"), name("r")];
  return [
    cell("attribute", "success", "p", holding(attributes, (world, object) => {
      arrives(world, type, object[p], type.made[0].get, `new ${attributes}().${p}`);
      for (const { give, get } of type.samples(world)) {
        object[p] = give;
        for (const member of [p, p, r]) arrives(world, type, object[member], get, `.${p} = ${show(give)}; .${member}`);
      }
    })),
    cell("attribute", "conversion", "p", holding(attributes, (world, object) => {
      const { give, get } = type.samples(world).at(-1);
      object[p] = give;
      for (const wrong of type.wrong(world)) {
        failsToConvert(world, () => (object[p] = wrong), `.${p} = ${show(wrong)}`);
        arrives(world, type, object[p], get, `.${p}, after .${p} = ${show(wrong)} failed,`);
      }
    })),
    cell("attribute", "waiting", "r", holding(attributes, (world, object) => {
      for (const { give } of type.samples(world)) {
        object[p] = give;
        reading(world, world.throwing, false, () => raisesWhatWaited(world, () => object[r], `.${p} = ${show(give)}; .${r}`));
      }
    })),
    cell("attribute", "throws", "r", holding(attributes, (world, object) => {
      object[p] = type.samples(world).at(-1).give;
      reading(world, null, true, () => raisesWhatSwiftThrew(world, () => object[r], `.${r}`));
    })),
  ];
}

function callbackCells({ type, can, api, name, namespace }) {
  const road = (position, letter) => ({
    position,
    member: letter,
    isGiven: true,
    isAnswered: can.isCallbackResult,
    call: (world, answer, index) => api(world)[name(letter)](answer, index),
    shown: (answer, index) => `${namespace}.${name(letter)}(${answer}, ${index})`,
  });
  const plain = calledCells(type, road("callback", "c"));
  if (!can.isThrowingCallback) return plain;
  const throwing = calledCells(type, road("[Throws] callback", "g"));
  // What waits elsewhere is thrown by Swift.
  return [...plain, ...throwing.map((each) => (each.outcome === "waiting" ? { ...each, outcome: "throws" } : each))];
}

function closureCells({ type, can, api, name, namespace }) {
  const [b, d] = [name("b"), name("d")];
  const check = (world, closure, { give, get }, text) => {
    const result = closure(...list(give));
    if (can.isCallbackResult) arrives(world, type, result, get, `${text}(${showValue(give)})`);
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
  if (!can.isThrowingCallback) return cells;
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
