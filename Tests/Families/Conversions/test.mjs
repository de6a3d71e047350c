/**
 * The corpus of conversions (`BINDGEN_IDL_CORPUS`, or `../shared/idl-corpus` beside the repository): each line has a type, an input
 * as JavaScript source, and the result or the class of the error.
 */

/** Web IDL 2.5.2 has no argument that is `undefined`. */
const refused = "undefined";

async function readCorpus() {
  try {
    const { readFile } = await import("node:fs/promises");
    const folder = globalThis.process?.env.BINDGEN_IDL_CORPUS;
    const beside = new URL("../../../../shared/idl-corpus/conversions.jsonl", import.meta.url);
    return await readFile(folder === undefined ? beside : `${folder}/conversions.jsonl`, "utf8");
  } catch {
    return null;
  }
}

export default async function (t) {
  const { Conversions } = t.module;
  await t.test("conversions that need no corpus", () => {
    t.equal(Conversions.asByte(200), -56);
    t.equal(Conversions.asUSVString("\ud800"), "\ufffd");
  });
  const text = t.isBrowser ? null : await readCorpus();
  if (text === null) return t.skip("the corpus of conversions", t.isBrowser ? "a page cannot read it" : "conversions.jsonl is not there, or this engine may not read it");

  const groups = new Map();
  for (const line of text.split("\n").filter((line) => line !== "")) {
    const vector = JSON.parse(line);
    const name = [vector.type, ...vector.extAttrs].join(" ");
    groups.set(name, [...(groups.get(name) ?? []), vector]);
  }
  for (const [name, vectors] of groups) {
    const { type, extAttrs } = vectors[0];
    const call = Conversions[`as${[...type.split(" "), ...extAttrs].map((word) => word[0].toUpperCase() + word.slice(1)).join("")}`];
    if (type === refused) {
      t.skip(`${name}: ${vectors.length} vectors`, "no argument has the type");
      continue;
    }
    await t.test(`${name}: ${vectors.length} vectors agree`, () => {
      const wrong = vectors.map((vector) => disagreement(call, vector)).filter((text) => text !== null);
      if (wrong.length > 0) throw new Error(`${wrong.length} of ${vectors.length}:\n${wrong.join("\n")}`);
    });
  }
}

/** What is wrong with a vector's result, or null. */
function disagreement(call, { type, input, result, throws }) {
  // The inputs are source text by nature.
  // oxlint-disable-next-line no-new-func
  const value = new Function(`return (${input});`)();
  let actual;
  try {
    actual = spell(call(value));
  } catch (error) {
    actual = `throws ${error.name}`;
  }
  const expected = throws === undefined ? wanted(type, result) : `throws ${throws}`;
  return actual === expected ? null : `${input}: expected ${expected}, got ${actual}`;
}

/** A Swift String holds no lone surrogates; everything else is the standard's own result. */
function wanted(type, result) {
  const [, kind, text] = /^(\w+):(.*)$/s.exec(result);
  if (kind === "number") return spell(Number(text));
  if (kind === "bigint") return spell(BigInt(text));
  if (kind === "string") return spell(type === "DOMString" ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(JSON.parse(text))) : JSON.parse(text));
  return result;
}

const spell = (value) => `${typeof value}:${Object.is(value, -0) ? "-0" : typeof value === "string" ? JSON.stringify(value) : String(value)}`;
