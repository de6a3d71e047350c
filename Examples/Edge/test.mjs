// `node --test` runs it after `swift run bindgen build --package-path Examples/Edge`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import handler from "./dist/edge.node.js";
import javascript from "./javascript.mjs";
import { serve } from "./serve.mjs";

let servers;
before(async () => {
  servers = [await serve(handler), await serve(javascript)];
});
after(() => Promise.all(servers.map(({ close }) => close())));

/** What both servers answer. */
const both = async (path, init) => {
  const answers = [];
  for (const { url } of servers) {
    const response = await fetch(url + path, init?.());
    answers.push({ status: response.status, type: response.headers.get("content-type"), text: await response.text() });
  }
  assert.deepEqual(answers[0], answers[1]);
  return answers[0];
};

test("the first request loads the module", async () => {
  const responses = await Promise.all([1, 2, 3].map(() => handler.fetch(new Request("https://example.com/"))));
  for (const response of responses) assert.equal(await response.text(), "Swift answers.\n");
});

test("routes and JSON", async () => {
  assert.equal((await both("")).text, "Swift answers.\n");
  assert.deepEqual(JSON.parse((await both("hello?x=1&name=Zo%C3%AB+%22%F0%9F%8E%88%22#x")).text), { greeting: 'Hello, Zoë "🎈"!', letters: 7 });
  assert.equal((await both("hello")).type, "application/json");
  assert.equal((await both("nowhere?x")).status, 404);
  assert.equal((await both("count")).status, 404);
});

test("a body that comes in pieces", async () => {
  const pieces = ["one tw", "o\n", "", "  three"];
  const body = () => ({ method: "POST", duplex: "half", body: ReadableStream.from(pieces.map((piece) => new TextEncoder().encode(piece))) });
  assert.deepEqual(JSON.parse((await both("count", body)).text), { words: 3, bytes: 15 });
  assert.equal((await both("upper", body)).text, "ONE TWO\n  THREE");
  const large = "word ".repeat(200_000);
  assert.deepEqual(JSON.parse((await both("count", () => ({ method: "POST", body: large }))).text), { words: 200_000, bytes: 1_000_000 });
  assert.equal((await both("upper", () => ({ method: "POST", body: large }))).text, large.toUpperCase());
});

test("a stream is answered piece by piece", async () => {
  let push;
  const body = new ReadableStream({ start: (controller) => (push = (text) => controller.enqueue(new TextEncoder().encode(text))) });
  const response = await handler.fetch(new Request("https://example.com/upper", { method: "POST", duplex: "half", body }));
  const reader = response.body.getReader();
  for (const text of ["first", "second"]) {
    push(text);
    assert.equal(new TextDecoder().decode((await reader.read()).value), text.toUpperCase());
  }
  await reader.cancel();
});

test("a thousand requests at once", async () => {
  const url = "https://example.com/hello?name=";
  const names = Array.from({ length: 1000 }, (_, index) => `n${index}`);
  const texts = await Promise.all(names.map(async (name) => (await handler.fetch(new Request(url + name))).json()));
  texts.forEach(({ greeting }, index) => assert.equal(greeting, `Hello, ${names[index]}!`));
});
