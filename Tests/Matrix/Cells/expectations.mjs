/** What cells require of calls. A `call` is the call as a person would write it. */
import { show } from "../../Runner/Families/equality.mjs";
import { absent } from "../Types/outers.mjs";
import { Unmet } from "./world.mjs";

/** The arguments of a call with a value, which may be left out. */
export const list = (value) => (value === absent ? [] : [value]);
export const showValue = (value) => (value === absent ? "" : show(value));

/** Requires a value of a type. @param {World} world @param {Type} type */
export function arrives(world, type, actual, expected, call) {
  world.take(actual);
  if (!type.same(actual, expected, world)) throw new Unmet(`${call} gave ${show(actual)}, expected ${show(expected)}`);
}

/** Requires that `body` throws, and gives what it threw. @param {World} world */
function thrownBy(world, body, call) {
  let value;
  try {
    value = body();
  } catch (error) {
    return error;
  }
  world.take(value);
  throw new Unmet(`${call} threw nothing and gave ${show(value)}`);
}

/** Requires the TypeError of a conversion. */
export function failsToConvert(world, body, call) {
  const error = thrownBy(world, body, call);
  if (!(error instanceof TypeError)) throw new Unmet(`${call} threw ${show(error)}, expected a TypeError`);
}

/** Requires the error of JavaScript's that waited. */
export function raisesWhatWaited(world, body, call) {
  const error = thrownBy(world, body, call);
  if (error !== world.error) throw new Unmet(`${call} threw ${show(error)}, expected the error that waited`);
}

/** Requires the error that Swift throws. */
export function raisesWhatSwiftThrew(world, body, call) {
  const error = thrownBy(world, body, call);
  const isAsAsked = error instanceof RangeError && error.message === "as asked";
  if (!isAsAsked) throw new Unmet(`${call} threw ${show(error)}, expected what Swift threw`);
}

/** Requires what a JavaScript function is given: nothing where Swift leaves an optional argument out. */
export function isGiven(world, type, values, expected, call) {
  const wanted = type.isOptional && expected === undefined ? 0 : 1;
  if (values.length !== wanted) throw new Unmet(`${call}: the function was given ${values.length} arguments, expected ${wanted}`);
  if (!type.same(values[0], expected, world)) throw new Unmet(`${call}: the function was given ${show(values[0])}, expected ${show(expected)}`);
}
