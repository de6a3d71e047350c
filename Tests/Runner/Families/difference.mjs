/** How two sets of files differ. */

/**
 * What is different, for people; null when nothing is.
 * @param {Map<string, Buffer>} expected
 * @param {Map<string, Buffer>} actual
 */
export function difference(expected, actual) {
  const told = [];
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const [before, after] = [expected.get(name), actual.get(name)];
    if (before === undefined) told.push(`${name} is new`);
    else if (after === undefined) told.push(`${name} is no longer there`);
    else if (!before.equals(after)) told.push(`${name}: ${firstDifference(before.toString(), after.toString())}`);
  }
  return told.length === 0 ? null : told.join("\n");
}

function firstDifference(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const index = old.findIndex((line, position) => line !== now[position]);
  const at = index === -1 ? old.length : index;
  const excerpt = (lines, mark) => lines.slice(at, at + 5).map((line) => `  ${mark} ${line}`);
  return [`line ${at + 1}`, ...excerpt(old, "-"), ...excerpt(now, "+")].join("\n");
}
