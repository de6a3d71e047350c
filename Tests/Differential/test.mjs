/** Random values through a random module, in whatever engine loads this; `options.mjs` beside the module has its seed. */
import { compare, refused } from "./expectations.mjs";
import { moduleOf, placeOf } from "./module.mjs";
import { places } from "./places.mjs";
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
    const place = places[placeOf(type, index)];
    const scene = { module: t.module, host: Host, world, type, index, random };
    await t.test(`seed ${options.seed}: ${type.idl}, ${placeOf(type, index)}`, async () => {
      for (let count = 0; count < options.values; count += 1) await place.compare(scene);
    });
    if (wrong !== null) {
      await t.test(`seed ${options.seed}: ${type.idl}, ${placeOf(type, index)}, refused`, async () => {
        for (let count = 0; count < options.values; count += 1) await place.refuse(scene);
      });
    }
    await t.noLeaks(`seed ${options.seed}: ${type.idl}, ${placeOf(type, index)}`, () => place.compare(scene), { times: options.values });
    await t.noLeaks(`seed ${options.seed}: ${type.idl}`, () => {
      const [given] = type.value(random, world);
      Host[`give${index}`] = () => given;
      Echo[`host${index}`](given);
      Echo[`call${index}`](() => given, given);
      if (wrong !== null) refused("echo", wrong(random, world), (value) => Echo[`echo${index}`](value));
    }, { times: options.values });
  }
}
