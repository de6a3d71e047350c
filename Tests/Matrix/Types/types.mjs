/** The types of the matrix: every inner type, each of them in every outer type, and pairs of outer types round some or all. */
import { inners } from "./inners.mjs";
import { outers, typeOf } from "./outers.mjs";
import { isObserved } from "./refusals.mjs";

/**
 * Each has the same number whichever inner types are asked for.
 *
 * @param {object} shape
 * @param {"few" | "some" | "all"} shape.extent all: pairs of outer types are tried with all inner types, and every type in every position;
 *   some: as few that each inner type meets each outer one, and each of them meets every position; few: a third of those, such that each
 *   inner type, each outer type and each pair of outer types is there
 * @param {string[]} shape.inners the names of the inner types
 * @returns {import("./outers.mjs").Type[]}
 */
export function listTypes({ extent, inners: names }) {
  const types = [];
  const add = (make, of, changes) => {
    const type = { ...make(of, types.length), ...changes };
    if (isObserved(type)) type.letters = ["p"];
    types.push(type);
    return type;
  };
  const isAll = extent === "all";
  const paired = inners.filter(({ isPaired }) => isPaired);
  const changes = (place) => ({ hasThrows: isAll, letters: isAll ? undefined : dealtLetters(place) });
  for (const [row, inner] of inners.entries()) {
    const plain = add((of, id) => typeOf(of, id), inner, { hasThrows: true });
    const singles = Object.entries(outers).map(([name, make], column) => [name, add(make, plain, { ...changes(row + column), isDealt: (row + column) % 3 === 0 })]);
    if (!isAll && !inner.isPaired) continue;
    for (const [index, [single, make]] of pairsOf(singles).entries()) {
      const dealt = isAll ? 0 : dealtPlace(index, paired.indexOf(inner), paired.length);
      if (dealt >= 0) add(make, single, { ...changes(index + dealt), isDealt: dealt === 0 });
    }
  }
  return types.filter(({ inner, isDealt = true }) => names.includes(inner.name) && (extent !== "few" || isDealt));
}

const dealtPositions = [["p", "h"], ["c"], ["b"]];

/** A value goes both ways, as an argument and a result; of the other positions, each type has the next one. */
const dealtLetters = (place) => ["e", ...dealtPositions[place % dealtPositions.length]];

/**
 * Only the outermost type can be optional, for it belongs to the argument, or an observable array, which belongs to the attribute; and a second
 * number tells nothing new.
 */
function pairsOf(singles) {
  const inside = singles.filter(([name]) => !["optional", "beside", "ObservableArray"].includes(name));
  const around = Object.entries(outers).filter(([name]) => name !== "beside");
  return inside.flatMap(([, single]) => around.map(([, make]) => [single, make]));
}

/**
 * The place of an inner type among those that a pair is tried with, or -1: pairs are dealt out so that each has three inner types, which
 * stand apart in the table and so are of different kinds.
 */
function dealtPlace(pair, inner, count) {
  // Once all inner types have had their turn they move on by one, so that none meets the same outer types all along.
  const first = pair + Math.floor(pair / count);
  return [0, 2, 5].indexOf((((inner - first) % count) + count) % count);
}

// What a promise is fulfilled with comes after the call: Tests/Families/Promises has each type there.
const triedElsewhere = new Set(["Promises", "AsyncSequences"]);
/** The families of which no type is in the table. @param {string[]} families */
export const missingFamilies = (families) =>
  families.filter((family) => !triedElsewhere.has(family) && !inners.some((inner) => inner.family === family));
