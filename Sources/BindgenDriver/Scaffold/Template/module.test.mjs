// `bindgen test` runs this in Node and in a browser.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Greeter, init, Life } from "../dist/my-module.node.js";

before(() => init());

test("greets by name", () => {
  assert.equal(Greeter.greet("Ada"), "Hello, Ada!");
  assert.throws(() => Greeter.greet(Symbol("Ada")), TypeError);
});

test("a blinker blinks", () => {
  const life = new Life(5, 5);
  life.cells.set([1, 1, 1], 11);
  life.step();
  assert.deepEqual(alive(life), [7, 12, 17]);
  life.step();
  assert.deepEqual(alive(life), [11, 12, 13]);
  life.dispose();
});

test("the same seed gives the same world", () => {
  const worlds = ["Ada", "Ada", "Grace"].map((seed) => {
    const life = new Life(16, 16);
    life.sow(seed);
    return alive(life).join();
  });
  assert.equal(worlds[0], worlds[1]);
  assert.notEqual(worlds[0], worlds[2]);
});

test("a world needs room", () => {
  assert.throws(() => new Life(2, 9), { name: "RangeError", message: /at least 3 cells/ });
});

/** The places of the living cells. */
function alive({ cells }) {
  return [...cells.keys()].filter((index) => cells[index] > 0);
}
