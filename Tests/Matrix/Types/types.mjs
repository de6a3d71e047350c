/** The types of the matrix: every inner type, each of them in every outer type, and pairs of outer types round some or all. */
import { inners } from "./inners.mjs";
import { outers, typeOf } from "./outers.mjs";

/**
 * Each has the same number whichever inner types are asked for.
 *
 * @param {object} shape
 * @param {"some" | "all"} shape.pairs whether pairs of outer types are tried with the inner types that say so, or with all
 * @param {string[]} shape.inners the names of the inner types
 * @returns {import("./outers.mjs").Type[]}
 */
export function listTypes({ pairs, inners: names }) {
  const types = [];
  const add = (make, of, changes = {}) => {
    const type = { ...make(of, types.length), ...changes };
    types.push(type);
    return type;
  };
  const paired = inners.filter(({ isPaired }) => isPaired);
  for (const inner of inners) {
    const plain = add((of, id) => typeOf(of, id), inner, { hasThrows: true });
    const singles = Object.entries(outers).map(([name, make]) => [name, add(make, plain)]);
    if (pairs !== "all" && !inner.isPaired) continue;
    const isTaken = (index) => pairs === "all" || isDealt(index, paired.indexOf(inner), paired.length);
    for (const [index, [single, make]] of pairsOf(singles).entries()) {
      if (isTaken(index)) add(make, single, { hasThrows: pairs === "all" });
    }
  }
  return types.filter(({ inner }) => names.includes(inner.name));
}

/** Only the outermost type can be optional, for it belongs to the argument; and a second number tells nothing new. */
function pairsOf(singles) {
  const inside = singles.filter(([name]) => name !== "optional" && name !== "beside");
  const around = Object.entries(outers).filter(([name]) => name !== "beside");
  return inside.flatMap(([, single]) => around.map(([, make]) => [single, make]));
}

/**
 * Whether a pair is tried with an inner type: pairs are dealt out so that each has three inner types, which stand apart in the table and so
 * are of different kinds, and neighbouring pairs have others.
 */
const isDealt = (pair, inner, count) => [0, 2, 5].includes((inner + count * 4 - (pair * 3) % count) % count);

/** The families of which no type is in the table. @param {string[]} families */
export const missingFamilies = (families) => families.filter((family) => !inners.some((inner) => inner.family === family));
