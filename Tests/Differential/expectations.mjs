/** What has to come back, and what has to be refused. */
import { isEqual, show } from "../Runner/Families/equality.mjs";

export function compare(what, given, actual, expected) {
  if (!isEqual(actual, expected)) throw new Failure(`${what} of ${show(given, 6)}: ${show(actual, 6)}, expected ${show(expected, 6)}`);
}

export function refused(what, value, call) {
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

/** The same of a promise. */
export async function rejected(what, value, promise) {
  const result = await promise.then(
    (answer) => ({ answer }),
    (error) => ({ error }),
  );
  if (!(result.error instanceof TypeError)) throw new Failure(`${what} of ${show(value, 6)}: ${show(result, 6)}, expected a TypeError`);
}
