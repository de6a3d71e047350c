/** Random values through a random module, in whatever engine loads this; `options.mjs` beside the module has its seed. */
import { isEqual, show } from "../Runner/Families/equality.mjs";
import { moduleOf } from "./module.mjs";
import { Random } from "./random.mjs";

/** @param {import("../Runner/Families/harness.mjs").Tests} t */
export default async function (t) {
  const { Host, Row } = await import(new URL("imports.mjs", t.base));
  const { default: options } = await import(new URL("options.mjs", t.base));
  const { Echo, Node } = t.module;
  const world = { nodes: Array.from({ length: 3 }, (_, id) => new Node(id)), rows: [new Row(), new Row()] };
  const { types } = moduleOf(options.seed, options.types);
  for (const [index, type] of types.entries()) {
    const random = new Random(options.seed + index);
    await t.test(`seed ${options.seed}: ${type.idl}`, () => {
      for (let count = 0; count < options.values; count += 1) {
        const [given, expected] = type.value(random, world);
        const [other, answer] = type.value(random, world);
        compare("echo", given, Echo[`echo${index}`](given), expected);
        let seen;
        const through = (value) => {
          seen = value;
          return other;
        };
        compare("callback result", other, Echo[`call${index}`](through, given), answer);
        compare("callback argument", given, seen, expected);
        Host[`give${index}`] = through;
        compare("import result", other, Echo[`host${index}`](given), answer);
        compare("import argument", given, seen, expected);
      }
    });
    const { wrong } = type;
    if (wrong !== null) {
      await t.test(`seed ${options.seed}: ${type.idl}, refused`, () => {
        for (let count = 0; count < options.values; count += 1) {
          const [given] = type.value(random, world);
          refused("echo", wrong(random, world), (value) => Echo[`echo${index}`](value));
          refused("callback result", wrong(random, world), (value) => Echo[`call${index}`](() => value, given));
          refused("import result", wrong(random, world), (value) => {
            Host[`give${index}`] = () => value;
            Echo[`host${index}`](given);
          });
        }
      });
    }
    await t.noLeaks(`seed ${options.seed}: ${type.idl}`, () => {
      const [given] = type.value(random, world);
      Host[`give${index}`] = () => given;
      Echo[`host${index}`](given);
      Echo[`call${index}`](() => given, given);
      if (wrong !== null) refused("echo", wrong(random, world), (value) => Echo[`echo${index}`](value));
    }, { times: options.values });
  }
}

function compare(what, given, actual, expected) {
  if (!isEqual(actual, expected)) throw new Failure(`${what} of ${show(given, 6)}: ${show(actual, 6)}, expected ${show(expected, 6)}`);
}

function refused(what, value, call) {
  let result;
  try {
    result = call(value);
  } catch (error) {
    if (error instanceof TypeError) return;
    throw new Failure(`${what} of ${show(value, 6)}: ${error}, expected a TypeError`);
  }
  throw new Failure(`${what} of ${show(value, 6)}: ${show(result, 6)}, expected a TypeError`);
}

/** A failure that says all there is to say, so that no frames are needed. */
class Failure extends Error {
  name = "Failure";
  stack = "";
}
