import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Finder, init } from "./dist/finder.node.js";

before(() => init());

const find = (words, text) => {
  const finder = new Finder(words);
  const found = finder.find(text).map(({ word, start, end }) => [words[word], text.slice(start, end)]);
  finder.dispose();
  return found;
};

test("words within words, and in either case", () => {
  assert.deepEqual(find(["he", "she", "his", "hers"], "uSHErs"), [["she", "SHE"], ["he", "HE"], ["hers", "HErs"]]);
  assert.deepEqual(find(["a", "a", ""], "A"), [["a", "A"], ["a", "A"]]);
  assert.deepEqual(find([], "text"), []);
  assert.deepEqual(find(["x"], ""), []);
});

test("places are those of JavaScript's strings", () => {
  assert.deepEqual(find(["ß", "🌹", "é🌹"], "🌹 Straße, é🌹"), [["🌹", "🌹"], ["ß", "ß"], ["é🌹", "é🌹"], ["🌹", "🌹"]]);
});

test("what a search for each word finds", () => {
  let seed = 7;
  const random = (limit) => (seed = (seed * 48271) % 0x7fffffff) % limit;
  const text = (length) => Array.from({ length }, () => [..."ab ä🌹"][random(5)]).join("");
  for (let round = 0; round < 50; round++) {
    const words = Array.from({ length: 1 + random(6) }, () => text(1 + random(4)));
    const all = text(200);
    const wanted = words.flatMap((word, number) => {
      const places = [];
      for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) places.push(`${number}:${at}`);
      return places;
    });
    const finder = new Finder(words);
    assert.deepEqual(finder.find(all).map(({ word, start }) => `${word}:${start}`).toSorted(), wanted.toSorted());
    finder.dispose();
  }
});

test("the memory of a finder is free when it is disposed", () => {
  const others = Finder.allStates;
  const finder = new Finder(["a".repeat(100_000)]);
  assert.equal(finder.states, 100_001);
  assert.equal(Finder.allStates, others + 100_001);
  assert.equal(finder.find("a".repeat(100_001)).length, 2);
  finder.dispose();
  assert.equal(Finder.allStates, others);
});
