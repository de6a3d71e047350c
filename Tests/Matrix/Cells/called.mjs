/** The cells of what Swift calls: a function, or an imported operation. */
import { show } from "../../Runner/Families/equality.mjs";
import { absent } from "../Types/outers.mjs";
import { arrives, failsToConvert, isGiven, raisesWhatWaited } from "./expectations.mjs";
import { Unmet } from "./world.mjs";

/**
 * @typedef {object} Road
 * @property {string} position
 * @property {string} member
 * @property {boolean} isGiven whether a value is given to the function
 * @property {boolean} isAnswered whether the function returns one
 * @property {(world: World, answer: Function, index: number) => unknown} call has Swift call `answer` with the value it makes at that index
 * @property {(answer: string, index: number) => string} shown
 */

/** @param {Type} type @param {Road} road */
export function calledCells(type, road) {
  return [...(road.isGiven ? [argument(type, road)] : []), ...(road.isAnswered ? results(type, road) : [])];
}

/** What the function returns is what it was given, so the same object has to come back. */
function argument(type, { position, member, isAnswered, call, shown }) {
  return {
    position: `${position} argument`,
    outcome: "success",
    member,
    run(world) {
      for (const [index, { get }] of type.made.entries()) {
        const text = shown("value => value", index);
        const problems = [];
        let received = null;
        const result = call(world, (...values) => {
          received = world.take(values);
          try {
            isGiven(world, type, values, get, text);
          } catch (error) {
            problems.push(error);
          }
          return values[0];
        }, index);
        if (problems.length > 0) throw problems[0];
        if (received === null) throw new Unmet(`${text}: the function was not called`);
        if (isAnswered) arrives(world, type, result, received[0], text);
      }
    },
  };
}

function results(type, { position, member, call, shown }) {
  const taking = (world, answer) => (...values) => (world.take(values), answer());
  const cell = (outcome, run) => ({ position: `${position} result`, outcome, member, run });
  return [
    cell("success", (world) => {
      for (const { give, get } of type.samples(world)) {
        if (give === absent) continue;
        arrives(world, type, call(world, taking(world, () => give), 0), get, shown(`() => ${show(give)}`, 0));
      }
    }),
    cell("conversion", (world) => {
      for (const wrong of type.wrong(world)) {
        // As a result, what is optional is nullable.
        if (type.isOptional && wrong === null) continue;
        failsToConvert(world, () => call(world, taking(world, () => wrong), 0), shown(`() => ${show(wrong)}`, 0));
      }
    }),
    cell("waiting", (world) => {
      for (const index of type.made.keys()) {
        raisesWhatWaited(world, () => call(world, taking(world, world.throwing), index), shown("() => { throw … }", index));
      }
    }),
  ];
}
