/** Tests of the harness itself: a stub family in every engine, a hang, a broken module, the server's MIME types. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "../Engines/static-server.mjs";
import * as stub from "./stub-module.mjs";

/**
 * Runs the stub in one engine and compares what comes out.
 * @param {import("../Core/report.mjs").Group} group
 * @param {import("../Engines/engines.mjs").Engine} engine
 * @param {string} scratch
 */
export async function testEngine(group, engine, scratch) {
  const folder = await writeStub(join(scratch, "self-test", engine.name));
  const family = (name, module, test) => ({
    name,
    module: pathToFileURL(join(folder, module)).href,
    test: pathToFileURL(join(folder, test)).href,
  });
  const options = { mounts: { "/stub/": folder }, scratch };

  const families = [family("Stub", "stub.js", "test.mjs"), family("Broken", "broken.js", "test.mjs")];
  const started = Date.now();
  const { Stub, Broken } = await engine.run({ families }, options);
  // The engine has to be started again before it can hang.
  const seconds = 2 + (3 * (Date.now() - started)) / 1000;
  const names = Stub.failed.map(({ name }) => name).join(", ");
  check(group, "exactly the wrong tests fail", names === Object.keys(stub.expectedFailures).join(", "), names);
  for (const { name, detail } of Stub.failed) {
    check(group, `detail of: ${name}`, stub.expectedFailures[name]?.test(detail), detail);
  }
  const count = Stub.passed.length + Stub.skipped.length;
  check(group, "the right tests pass", count === 8, JSON.stringify(Stub, null, 2));
  const [failure] = Broken.failed;
  check(group, "a module that does not load is told", /this module has no wasm/.test(failure?.detail), JSON.stringify(Broken));

  const hanging = engine.run({ families: [family("Hanging", "stub.js", "hanging.mjs")] }, { ...options, seconds });
  const said = await hanging.then(JSON.stringify, (error) => error.message);
  check(group, "a hang is told with the test's name", said.includes("it was running Hanging: never ends"), said);
}

/** Writes the stub's files and gives their folder. */
async function writeStub(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = {
    "stub.wasm": stub.wasm,
    "stub.js": stub.script,
    "test.mjs": stub.tests,
    "broken.js": stub.broken,
    "hanging.mjs": stub.hanging,
    "page.html": "<!doctype html><title>A page</title>",
    "package.json": '{ "type": "module" }',
  };
  for (const [name, contents] of Object.entries(files)) await writeFile(join(folder, name), contents);
  return folder;
}

/** The server: MIME types, wrong ones, isolation, and no way out of its folders. */
export async function testServer(group, scratch) {
  const folder = await writeStub(join(scratch, "self-test", "server"));
  const plain = await serve({ mounts: { "/stub/": folder } });
  const odd = await serve({ mounts: { "/stub/": { folder, mime: { ".wasm": "text/plain" } } }, isolated: true });
  const type = async (url) => (await fetch(url)).headers.get("content-type");
  try {
    check(group, "wasm has its MIME type", (await type(`${plain.origin}/stub/stub.wasm`)) === "application/wasm");
    check(group, "scripts have theirs", (await type(`${plain.origin}/stub/test.mjs`)).startsWith("text/javascript"));
    check(group, "a wrong MIME type on request", (await type(`${odd.origin}/stub/stub.wasm`)) === "text/plain");
    const isolated = await fetch(`${odd.origin}/stub/page.html`);
    check(group, "isolation on request", isolated.headers.get("cross-origin-opener-policy") === "same-origin");
    for (const path of ["/stub/none.js", "/other/stub.js", "/stub/..%2f..%2fself-test%2fnode20%2fstub.js", "/stub/%"]) {
      const { status } = await fetch(plain.origin + path);
      check(group, `404 for ${path}`, status === 404, status);
    }
  } finally {
    await plain.close();
    await odd.close();
  }
}

function check(group, name, condition, detail = "the condition does not hold") {
  if (condition) group.pass(name);
  else group.fail(name, detail);
}
