/** Where else the values of a type are tried: in promises, iterators at once and one by one, lists, maps, sets and observable arrays. */
import { compare, refused, rejected } from "./expectations.mjs";

/**
 * @typedef {object} Scene
 * @property {any} module
 * @property {any} host what the module imports
 * @property {import("./leaves.mjs").World} world
 * @property {import("./leaves.mjs").Type} type
 * @property {number} index
 * @property {import("./random.mjs").Random} random
 *
 * @typedef {object} Place
 * @property {(scene: Scene) => void | Promise<void>} compare tries values
 * @property {(scene: Scene) => void | Promise<void>} refuse tries a value that is refused
 */

/** Some values, and what comes back of them. @param {Scene} scene @param {number} count */
function several({ type, random, world }, count) {
  const pairs = Array.from({ length: count }, () => type.value(random, world));
  return { given: pairs.map(([value]) => value), expected: pairs.map(([, value]) => value) };
}

const wrongValue = ({ type, random, world }) => type.wrong(random, world);

/** @type {Place} */
const promise = {
  async compare(scene) {
    const { module, host, index } = scene;
    const { given, expected } = several(scene, 2);
    compare("promise", given[0], await module.Echo[`wait${index}`](given[0]), expected[0]);
    let seen;
    host[`later${index}`] = async (value) => {
      seen = value;
      return given[1];
    };
    compare("promise of an import", given[1], await module.Echo[`relay${index}`](given[0]), expected[1]);
    compare("argument of such an import", given[0], seen, expected[0]);
  },
  async refuse(scene) {
    const { module, host, index } = scene;
    const [wrong, { given }] = [wrongValue(scene), several(scene, 1)];
    await rejected("promise", wrong, module.Echo[`wait${index}`](wrong));
    host[`later${index}`] = async () => wrong;
    await rejected("promise of an import", wrong, module.Echo[`relay${index}`](given[0]));
  },
};

/** @type {Place} */
const pairs = {
  compare(scene) {
    const { module, index, random } = scene;
    const { given, expected } = several(scene, random.below(4));
    const list = new module[`Pairs${index}`](given);
    const entries = expected.map((value, place) => [`key ${place}`, value]);
    compare("entries", given, [...list], entries);
    compare("values", given, [...list.values()], expected);
    const seen = [];
    list.forEach((value, key) => seen.push([key, value]));
    compare("forEach", given, seen, entries);
    list.dispose();
  },
  refuse(scene) {
    const { given } = several(scene, 1);
    refused("constructor", [...given, wrongValue(scene)], (values) => new scene.module[`Pairs${scene.index}`](values));
  },
};

/** @type {Place} */
const map = {
  compare(scene) {
    const { module, index } = scene;
    const { given, expected } = several(scene, 3);
    const own = new module[`Map${index}`]();
    for (const [place, value] of given.entries()) own.set(`key ${place % 2}`, value);
    compare("get", given, [own.get("key 0"), own.get("key 1"), own.get("none")], [expected[2], expected[1], undefined]);
    compare("entries", given, [...own], [["key 0", expected[2]], ["key 1", expected[1]]]);
    own.delete("key 0");
    compare("values", given, [...own.values()], [expected[1]]);
    own.dispose();
  },
  refuse(scene) {
    const own = new scene.module[`Map${scene.index}`]();
    refused("set", wrongValue(scene), (value) => own.set("key", value));
    compare("size", "none", own.size, 0);
    own.dispose();
  },
};

/** @type {Place} */
const box = {
  compare(scene) {
    const { module, index } = scene;
    const { given, expected } = several(scene, 4);
    const own = new module[`Box${index}`]();
    own.items = given.slice(0, 2);
    own.items.push(given[2]);
    compare("items", given, [...own.items], expected.slice(0, 3));
    own.items[0] = given[3];
    compare("items[0]", given, own.items[0], expected[3]);
    own.items.reverse();
    compare("reversed", given, [...own.items], [expected[2], expected[1], expected[3]]);
    own.items.length = 1;
    compare("length", given, [...own.items], [expected[2]]);
    own.dispose();
  },
  refuse(scene) {
    const own = new scene.module[`Box${scene.index}`]();
    const { given, expected } = several(scene, 1);
    own.items = given;
    const wrong = wrongValue(scene);
    refused("push", wrong, (value) => own.items.push(value));
    refused("items", [...given, wrong], (values) => (own.items = values));
    compare("items", given, [...own.items], expected);
    own.dispose();
  },
};

/** @type {Place} */
const list = {
  compare(scene) {
    const { module, index, random } = scene;
    const { given, expected } = several(scene, random.below(4));
    const own = new module[`List${index}`](given);
    compare("values", given, [...own], expected);
    compare("entries", given, [...own.entries()], [...expected.entries()]);
    compare("by index", given, expected.map((_, place) => own[place]), expected);
    const seen = [];
    own.forEach((value) => seen.push(value));
    compare("forEach", given, seen, expected);
    own.dispose();
  },
  refuse(scene) {
    const { given } = several(scene, 1);
    refused("constructor", [...given, wrongValue(scene)], (values) => new scene.module[`List${scene.index}`](values));
  },
};

/** @type {Place} */
const set = {
  compare(scene) {
    const { module, index } = scene;
    const { given, expected } = several(scene, 4);
    const [own, model] = [new module[`Set${index}`](), new Set()];
    for (const [place, value] of given.entries()) {
      own.add(value);
      model.add(expected[place]);
      compare("has", value, own.has(value), true);
    }
    compare("values", given, [...own], [...model]);
    compare("delete", given[1], [own.delete(given[1]), own.delete(given[1])], [model.delete(expected[1]), false]);
    compare("values", given, [...own.values()], [...model]);
    own.dispose();
  },
  refuse(scene) {
    const own = new scene.module[`Set${scene.index}`]();
    refused("add", wrongValue(scene), (value) => own.add(value));
    refused("has", wrongValue(scene), (value) => own.has(value));
    compare("size", "none", own.size, 0);
    own.dispose();
  },
};

/** Values that come one by one. */
async function* later(values) {
  yield* values;
}

/** @type {Place} */
const flow = {
  async compare(scene) {
    const { module, index, random } = scene;
    const { given, expected } = several(scene, random.below(4));
    const own = new module[`Flow${index}`](given);
    const seen = [];
    for await (const value of own) seen.push(value);
    compare("values", given, seen, expected);
    own.dispose();
    // A promise among the values is awaited by whoever gives them.
    compare("async sequence", given, await module.Echo[`gather${index}`](random.one([later(given), given])), expected);
  },
  async refuse(scene) {
    const { given } = several(scene, 1);
    const wrong = wrongValue(scene);
    await rejected("async sequence", wrong, scene.module.Echo[`gather${scene.index}`](later([...given, wrong])));
  },
};

/** @type {Record<string, Place>} */
export const places = { promise, pairs, map, box, list, set, flow };
