// `node --test` runs it after `swift run bindgen build --package-path Examples/Fetch`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { init, pending, Reader } from "./dist/fetch.node.js";
import { serveTexts } from "./texts.mjs";

let server;
before(async () => {
  await init();
  server = await serveTexts();
});
after(() => server.close());

test("counts the words of all texts, the longest first", async () => {
  const counts = await Reader.count(server.folder);
  assert.deepEqual(counts.map(({ title, words }) => [title, words]), [["On streams", 35], ["On waiting", 23], ["On stopping", 5]]);
  assert.ok(counts[0].bytes > counts[2].bytes);
});

test("tells of what arrives", async () => {
  const last = new Map();
  const counts = await Reader.count(server.folder, (title, bytes) => last.set(title, bytes));
  for (const { title, bytes } of counts) assert.equal(last.get(title), bytes);
});

test("a file that is not there is a RangeError of Swift's", async () => {
  await assert.rejects(Reader.count(`${server.origin}/nowhere`), { name: "RangeError", message: /nowhere\/index\.json: status 404/ });
});

test("what nobody serves is fetch's own TypeError", async () => {
  await assert.rejects(Reader.count("http://127.0.0.1:1"), { name: "TypeError", message: /fetch failed|bad port/ });
});

test("an AbortSignal ends it in the middle of a text", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  await assert.rejects(Reader.count(`${server.origin}/endless`, () => controller.abort(reason), controller.signal), (error) => error === reason);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(pending(), []);
});
