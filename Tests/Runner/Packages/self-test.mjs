/** Each rule is seen failing: a good package is broken in the ways that the rule names, and the rule has to say so. */
import { rules } from "./rules.mjs";

/** @param {import("../Core/report.mjs").Group} group @param {import("./rules.mjs").Package} good */
export function testRules(group, good) {
  for (const { name, faults, broken } of rules) {
    const silent = broken.filter((breaks) => {
      const given = copy(good);
      breaks(given);
      return faults(given).length === 0;
    });
    if (faults(copy(good)).length > 0) group.fail(name, `it finds fault with a good package\n${faults(good).join("\n")}`);
    else if (silent.length > 0) group.fail(name, `it does not see\n${silent.join("\n")}`);
    else group.pass(name);
  }
}

/** A package of its own, so that breaking it leaves the good one as it is. */
const copy = ({ manifest, files }) => ({
  manifest: structuredClone(manifest),
  files: new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)])),
});
