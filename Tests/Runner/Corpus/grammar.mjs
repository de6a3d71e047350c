/** Sentences of the standard's grammar (`spec/grammar.txt`): for each alternative of each production a short one that uses it. */

/** What stands for the terminals that have many spellings. */
const spellings = { identifier: "name", integer: "1", decimal: "1.5", string: '"text"', other: "@" };

/** @typedef {{ text: string } | { production: string }} Symbol */

/** The productions and their alternatives. @param {string} text @returns {Map<string, Symbol[][]>} */
export function productions(text) {
  const found = new Map();
  let alternatives = [];
  for (const line of text.split("\n")) {
    const head = /^(\w+) :$/.exec(line);
    if (head !== null) found.set(head[1], (alternatives = []));
    else if (/^ +\S/.test(line)) alternatives.push(line.trim().split(/ +/));
  }
  const symbol = (word) => (word in spellings ? { text: spellings[word] } : found.has(word) ? { production: word } : { text: JSON.parse(word) });
  for (const [name, words] of found) found.set(name, words.map((line) => line.filter((word) => word !== "ε").map(symbol)));
  return found;
}

/** The shortest tokens of every production. @param {Map<string, Symbol[][]>} grammar @returns {Map<string, string[]>} */
function shortestTokens(grammar) {
  const shortest = new Map();
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [name, alternatives] of grammar) {
      for (const alternative of alternatives) {
        if (alternative.some((symbol) => "production" in symbol && !shortest.has(symbol.production))) continue;
        const tokens = expand(alternative, shortest);
        if (tokens.length >= (shortest.get(name)?.length ?? Infinity)) continue;
        shortest.set(name, tokens);
        isChanged = true;
      }
    }
  }
  return shortest;
}

const expand = (symbols, shortest) => symbols.flatMap((symbol) => ("text" in symbol ? [symbol.text] : shortest.get(symbol.production)));

/**
 * What stands before and behind each production in a short text that holds it. The forms of extended attributes (2.14) follow from
 * no other production; they stand where an ExtendedAttribute does.
 */
function surroundings(grammar, shortest, start) {
  const around = new Map([[start, { before: [], after: [] }]]);
  const isUsed = (name) => [...grammar.values()].flat(2).some(({ production }) => production === name);
  for (const name of grammar.keys()) {
    if (name !== start && !isUsed(name)) around.set(name, { before: ["["], after: ["]", ...shortest.get("Definition")] });
  }
  // A map gives what is added while it is walked over, so the nearest come first.
  for (const [name, { before, after }] of around) {
    for (const alternative of grammar.get(name)) {
      for (const [index, symbol] of alternative.entries()) {
        if ("text" in symbol || around.has(symbol.production)) continue;
        around.set(symbol.production, {
          before: [...before, ...expand(alternative.slice(0, index), shortest)],
          after: [...expand(alternative.slice(index + 1), shortest), ...after],
        });
      }
    }
  }
  return around;
}

/** @param {string} text the file `grammar.txt` @returns {{ name: string, sentence: string }[]} */
export function sentences(text) {
  const grammar = productions(text);
  const shortest = shortestTokens(grammar);
  const around = surroundings(grammar, shortest, grammar.keys().next().value);
  const found = [];
  for (const [production, alternatives] of grammar) {
    const { before, after } = around.get(production);
    for (const [index, alternative] of alternatives.entries()) {
      found.push({ name: `${production} ${index + 1}`, sentence: [...before, ...expand(alternative, shortest), ...after].join(" ") });
    }
  }
  return found;
}
