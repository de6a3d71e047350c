/** The types of the matrix: every inner type, each of them in every outer type, and pairs of outer types round some or all. */
import { inners } from "./inners.mjs";
import { outers, typeOf } from "./outers.mjs";

/**
 * @param {{ pairs: "some" | "all" }} options whether pairs of outer types are tried with the inner types that say so, or with all
 * @returns {import("./outers.mjs").Type[]}
 */
export function listTypes({ pairs }) {
  const types = [];
  const add = (make, of) => {
    const type = make(of, types.length);
    types.push(type);
    return type;
  };
  for (const inner of inners) {
    const plain = add((of, id) => typeOf(of, id), inner);
    const singles = new Map(Object.entries(outers).map(([name, make]) => [name, add(make, plain)]));
    if (pairs !== "all" && !inner.isPaired) continue;
    for (const [name, single] of singles) {
      // Only the outermost type can be optional, for it belongs to the argument; and a second number tells nothing new.
      if (name === "optional" || name === "beside") continue;
      for (const [outer, make] of Object.entries(outers)) {
        if (outer !== "beside") add(make, single);
      }
    }
  }
  return types;
}

/** The families of which no type is in the table. @param {string[]} families */
export const missingFamilies = (families) => families.filter((family) => !inners.some((inner) => inner.family === family));
