/** `bindgen test`: the tests of a package in Node, in browsers and in Swift. */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inPath } from "../Core/tools.mjs";

const swiftTest = `import Testing
@testable import MyWords

@Test func greetsInSwift() { #expect(Greeter.greet(name: "Ada") == "Hello, Ada!") }
`;

/** What the modules that stand for \`node:test\` and \`node:assert\` in a browser know. */
const everywhere = `
import assert, { AssertionError } from "node:assert";
import strict from "node:assert/strict";
import { after, before, beforeEach, describe, it, test } from "node:test";

const order = [];
before(() => order.push("before"));
after(() => console.log("order: " + order.join(" ")));
describe("a suite", () => {
  let count = 0;
  beforeEach(() => (count += 1));
  it("runs its hooks", () => strict.equal(count, 1));
  it("runs subtests", async (t) => {
    await t.test("inner", () => order.push("inner"));
    order.push("outer");
  });
  it("can be skipped", { skip: true }, () => assert.fail("it ran"));
  it("waits for a callback", (t, done) => setTimeout(done, 1));
});
test("equality", () => {
  assert.equal(1, "1");
  assert.throws(() => strict.equal(1, "1"), AssertionError);
  assert.throws(() => strict.equal(0, -0));
  const cycle = { a: [1n, Number.NaN, new Date(5), /x/g, new Map([[{}, new Set([{ b: 1 }])]]), new Uint8Array([1, 2])] };
  cycle.self = cycle;
  const other = { a: [1n, Number.NaN, new Date(5), /x/g, new Map(), new Uint8Array([1, 2])] };
  other.self = other;
  assert.notDeepStrictEqual(cycle, other);
  other.a[4] = cycle.a[4];
  assert.deepStrictEqual(cycle, other);
  for (const [a, b] of [[[1], [2]], [[1, 2], [1]], [{ a: undefined }, {}], [new Float32Array(1), new Float64Array(1)], [{}, []], [new Error("a"), new Error("b")], ["1", 1]]) {
    strict.notDeepEqual(a, b);
  }
});
test("what is thrown", async () => {
  const fault = () => { throw Object.assign(new RangeError("too far"), { code: 7 }); };
  for (const expected of [RangeError, Error, /too far/, { code: 7, message: /far/ }, (error) => error.code === 7]) assert.throws(fault, expected);
  assert.throws(() => assert.throws(fault, { code: 8 }), AssertionError);
  assert.throws(() => assert.throws(fault, TypeError), AssertionError);
  assert.throws(() => assert.throws(() => undefined), AssertionError);
  await assert.rejects(async () => fault(), { name: "RangeError" });
  await assert.rejects(() => assert.rejects(async () => 1), AssertionError);
  await assert.doesNotReject(Promise.resolve());
});
`;
const failing = `
import assert from "node:assert/strict";
import { test } from "node:test";

test("is wrong", () => {
  assert.deepEqual([1, 2], [1, 3]);
});
test("is late", { timeout: 50 }, () => new Promise(() => {}));
test("is right", () => {});
`;

/** @type {Record<string, (work: import("./work.mjs").Work, browsers: string[]) => Promise<void>>} */
export const testVerbTests = {
  async "the tests of a new package pass in Node and in every browser"(work, browsers) {
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", "all"]);
    for (const words of ["✔ a blinker blinks", /^Node +✔ passed$/m]) expect(stdout, words);
    for (const name of browsers) expect(stdout, new RegExp(`^${name} +✔ 4 passed$`, "m"));
  },

  async "one test file runs alike in Node and in the browsers"(work, browsers) {
    await work.write("Tests/all.test.mjs", everywhere);
    await work.write("Tests/disk.node.test.mjs", 'import { readFileSync } from "node:fs";\nimport { test } from "node:test";\ntest("in Node alone", () => readFileSync("Package.swift"));\n');
    await work.write("Tests/page.browser.test.mjs", 'import { test } from "node:test";\ntest("in browsers alone", () => document.body.append("x"));\n');
    const started = Date.now();
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", "all"]);
    work.secondsOfTests = (Date.now() - started) / 1000;
    for (const words of ["✔ in Node alone", "order: before inner outer"]) expect(stdout, words);
    for (const name of browsers) expect(stdout, new RegExp(`^${name} +✔ 11 passed, 1 skipped$`, "m"));
    expect(stdout, /✔ a suite > runs subtests > inner/);
    if (stdout.split("in browsers alone").length !== browsers.length + 1 || stdout.split("order: ").length !== browsers.length + 2) throw new Error(stdout);
  },

  async "what fails is told with its place, and counts"(work, browsers) {
    await work.remove("Tests/all.test.mjs");
    await work.write("Tests/failing.browser.test.mjs", failing);
    await work.write("Tests/needs.test.mjs", 'import "node:fs";\n');
    await work.write("Tests/loose.browser.test.mjs", 'import { test } from "node:test";\ntest("leaves something", () => void Promise.reject(new Error("left behind")));\n');
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", "all"], { code: 1 });
    const wanted = [
      "✖ is wrong", "AssertionError: [1,2] instead of [1,3]", /at .*Tests\/failing\.browser\.test\.mjs:6:\d+/, "✖ is late",
      "the test did not end within 50 ms", "✖ loads", "belongs into a file named *.node.test.mjs", "✖ no error is left uncaught",
      "Error: left behind", /^Node +✔ passed$/m,
    ];
    for (const words of browsers.length > 0 ? wanted : wanted.slice(-1)) expect(stdout, words);
    for (const name of browsers) expect(stdout, new RegExp(`^${name} +✖ 4 failed, 7 passed$`, "m"));
    await Promise.all(["failing.browser", "needs", "loose.browser"].map((name) => work.remove(`Tests/${name}.test.mjs`)));
  },

  async "a test that hangs is named"(work, browsers) {
    if (browsers.length === 0) return;
    await work.write("Tests/hangs.browser.test.mjs", 'import { test } from "node:test";\ntest("fine", () => {});\ntest("hangs", () => { for (;;); });\n');
    // The browser has to be started within this time.
    const timeout = Math.ceil(5 + 2 * work.secondsOfTests);
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", browsers[0], "--timeout", String(timeout)], { code: 1 });
    expect(stdout, new RegExp(`✖ Tests/hangs\\.browser\\.test\\.mjs .*\n +${browsers[0]} has said nothing for ${timeout} s, after \`fine\`$`, "m"));
    // The files behind it have their turn.
    expect(stdout, new RegExp(`^${browsers[0]} +✖ 1 failed, 6 passed$`, "m"));
    await work.remove("Tests/hangs.browser.test.mjs");
  },

  async "a file without an answer fails, and the files behind it run"(work, browsers) {
    const begin = 'import { test } from "node:test";\n';
    const files = {
      "a1-leaves": 'location.href = "about:blank";\n',
      "a2-leaves-later": `${begin}test("fine", () => {});\ntest("leaves", async () => { location.assign("/index.html"); await new Promise(() => {}); });\n`,
      "a3-submits": `${begin}test("submits", async () => { const form = document.createElement("form"); form.action = "/index.html"; document.body.append(form); form.submit(); await new Promise(() => {}); });\n`,
      "a4-throws": "throw Object.create(null);\n",
      "a5-throws-in-test": `${begin}const { proxy, revoke } = Proxy.revocable({}, {}); revoke();\ntest("throws", () => { throw proxy; });\ntest("rejects", () => void Promise.reject(Object.create(null)));\n`,
      "a6-logs": `${begin}test("logs", () => { const round = {}; round.round = round; console.log(1n, round, Object.create(null), undefined, Symbol("s")); });\n`,
      "a7-moves-within": `${begin}test("moves within", () => { location.hash = "x"; history.pushState(null, "", "/elsewhere"); });\n`,
      "a8-declares-nothing": "globalThis.done = true;\n",
    };
    for (const [name, text] of Object.entries(files)) await work.write(`Tests/${name}.browser.test.mjs`, text);
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", "all"], { code: 1 });
    for (const name of ["a1-leaves", "a2-leaves-later", "a3-submits"]) {
      const told = stdout.split(new RegExp(`✖ Tests/${name}\\.browser\\.test\\.mjs .*\\n +the page was left, by .location., a link, a form or .close\\(\\).`)).length - 1;
      if (told !== browsers.length) throw new Error(`${name} is told ${told} times\n${stdout}`);
    }
    const wanted = [/✖ loads .*\n +threw a value without a text/, /✖ throws .*\n +a value without a text/, /✖ no error is left uncaught .*\n +threw a value without a text/, "1 a value without a text {} undefined Symbol(s)", "✔ moves within", "✔ Tests/a8-declares-nothing.browser.test.mjs"];
    for (const words of browsers.length > 0 ? wanted : []) expect(stdout, words);
    for (const name of browsers) expect(stdout, new RegExp(`^${name} +✖ 6 failed, 10 passed$`, "m"));
    for (const name of Object.keys(files)) await work.remove(`Tests/${name}.browser.test.mjs`);
  },

  async "Swift tests run too, and --filter chooses"(work) {
    await work.write("Tests/MyWordsTests/GreeterTests.swift", swiftTest);
    const manifest = await work.read("Package.swift");
    const tests = '"swift-bindgen")]),\n        .testTarget(name: "MyWordsTests", dependencies: ["MyWords"]),\n';
    await work.write("Package.swift", manifest.replace('"swift-bindgen")])\n', () => tests));
    const { stdout } = await work.bindgen(["test", "-c", "debug", "--browser", "none", "--filter", "greets"]);
    for (const words of [/Test greetsInSwift\(\) passed/, /^Swift +✔ passed$/m, /^Node +✔ passed$/m, "✔ greets by name"]) expect(stdout, words);
    if (/✔ a blinker blinks/.test(stdout)) throw new Error(stdout);
    await work.write("Package.swift", manifest);
  },

  async "a browser that is not there is named"(work) {
    const bin = join(work.parent, "bin");
    await mkdir(bin, { recursive: true });
    for (const name of ["swift", "swiftc", "node", "sha384sum", "shasum"]) {
      const program = await inPath(name);
      if (program === null) continue;
      await writeFile(join(bin, name), `#!/bin/sh\nPATH='${process.env.PATH}' exec '${program}' "$@"\n`);
      await chmod(join(bin, name), 0o755);
    }
    const env = { PATH: bin };
    const { stdout } = await work.bindgen(["test", "-c", "debug"], { env });
    for (const name of ["chromium", "firefox"]) expect(stdout, new RegExp(`^${name} +﹣ skipped: it is not found on this machine$`, "m"));
    const { stderr } = await work.bindgen(["test", "--browser", "firefox"], { env, code: 1 });
    expect(stderr, "error: firefox is not found on this machine");
  },

  async "the command plugin does what the command line does"(work) {
    const plugin = ["package", "--allow-writing-to-package-directory", "--allow-network-connections", "local", "bindgen"];
    const env = { BINDGEN_TOOL: work.tool };
    const both = async (args, code) => {
      const command = await work.bindgen(args, { code });
      const [program, ...rest] = ["swift", ...plugin, ...args];
      const { stdout, stderr, code: status } = await work.run(program, rest, { env });
      if (status !== code) throw new Error(`exit code ${status} instead of ${code}\n${stdout}${stderr}`);
      // SwiftPM has one stream for what a plugin says.
      const said = stdout + stderr;
      if (!said.includes(command.stdout) || !said.includes(command.stderr.trimEnd())) throw new Error(`${said}\ninstead of\n${command.output}`);
    };
    await work.bindgen(["build", "-c", "debug"]);
    await both(["build", "-c", "debug"], 0);
    await both(["test", "--help"], 0);
    await work.edit("Sources/MyWords/api.idl", "DOMString greet(", "Nowhere greet(");
    await both(["build"], 1);
    await work.edit("Sources/MyWords/api.idl", "Nowhere greet(", "DOMString greet(");
  },
};

/** @param {string} text @param {string | RegExp} words */
function expect(text, words) {
  if (typeof words === "string" ? !text.includes(words) : !words.test(text)) throw new Error(`no ${words} in\n${text}`);
}
