// What needs no page, in Node: events of Node's own EventTarget, and JavaScript's built-ins.
import assert from "node:assert/strict";
import { before, test } from "node:test";

const { init, Checks, Recipes, inspect, assertNoLeaks } = await import("./dist/recipes.node.js");
before(() => init());

test("listeners live as long as their values, whoever lets them go and when", () => {
  assert.deepEqual(Checks.events(), [
    "held change", "own", "first", "once", "depth 3", "depth 3", "depth 3", "saved well", "handler abort", "capturing",
  ]);
});

test("listeners leave nothing behind, and what is kept goes when it is released", async () => {
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      globalThis.gc();
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    return inspect();
  };
  Checks.listen(10);
  const start = await settled();
  Checks.listen(50);
  Checks.events();
  await settled();
  assertNoLeaks(start);
  Checks.keep();
  assert.throws(() => assertNoLeaks(start));
  Checks.release();
  await settled();
  assertNoLeaks(start);
});

test("the next event is waited for", async () => {
  const target = new EventTarget();
  const next = Checks.next(target);
  target.dispatchEvent(new Event("change"));
  assert.equal(await next, "change");
});

test("built-ins of JavaScript", () => {
  assert.deepEqual(Checks.builtins(), [
    "object", "true 1 1", "2026 10", "2026-11-30T12:00:00.000Z", "3 home", '{"a":[1,2]}', "SyntaxError", "SyntaxError", "a", "a, b, and c", "two",
    "30 Nov 2026", "true", "in 3 days", "true", "true",
  ]);
  assert.deepEqual(Recipes.words(), ["€9.50", "101", "1970-01-01T00:00:00.000Z"]);
});

test("what an engine lacks is an error that names it", () => {
  const without = (owner, name, call) => {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    delete owner[name];
    try { return call(); } finally { Object.defineProperty(owner, name, property); }
  };
  const fails = (owner, name, call, error, message) => assert.throws(() => without(owner, name, call), { name: error, message });
  const { error } = console;
  // Calls that follow, as the program goes on, are told on the console.
  console.error = () => {};
  try {
    fails(EventTarget.prototype, "dispatchEvent", () => Checks.listen(1), "TypeError", /dispatchEvent is not a function/);
    fails(globalThis, "EventTarget", () => Checks.listen(1), "ReferenceError", /EventTarget is not defined/);
    fails(Math, "max", () => Checks.builtins(), "TypeError", /max is not a function/);
    fails(AbortController.prototype, "signal", () => Checks.events(), "TypeError", /AbortController\.signal: the result must be an AbortSignal/);
  } finally {
    console.error = error;
  }
  assert.equal(Checks.events().length, 10);
});

test("a digest by WebCrypto", async () => assert.equal(await Checks.digest("abc"), "32 186 173 36"));

test("messages between ports", async () => assert.equal(await Recipes.messages(), "from port 1"));
