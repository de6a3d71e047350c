/** The Swift tests of the root package, built once. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../Core/files.mjs";
import { oncePerRun } from "../Core/lane.mjs";
import { run } from "../Core/processes.mjs";
import { corpusFolder, corpusTests } from "../Corpus/place.mjs";
import { lint } from "./lint.mjs";

/** @type {import("./suites.mjs").Suite} */
export const swift = {
  name: "swift",
  about: "swift test without the corpus, and lint",
  run: (context) =>
    Promise.all([
      context.report.group("swift", async (group) => runSwiftTests(context, group, ["--skip", (await exists(corpusFolder(context))) ? corpusTests : "Corpus"])),
      lint.run(context),
    ]),
};

/**
 * The environment for builds of the root package. The tool is built first, for which the other suites wait; with it the package's plugins need
 * none, which SwiftPM would compile apart for them.
 */
async function besideTheTool(context) {
  const tool = await context.bindgen();
  return tool.path === undefined ? {} : { BINDGEN_TOOL: tool.path };
}

/** Builds the package and its tests, once for all suites of a run. Imports that a target does not declare are errors. */
const buildTests = oncePerRun(async (context) => {
  const args = ["build", "--build-tests", "--explicit-target-dependency-import-check", "error"];
  const env = await besideTheTool(context);
  return context.swift.run(context.root, () => run("swift", args, { cwd: context.root, env }));
});

/**
 * Runs Swift tests and records each of them.
 * @param {import("../Core/context.mjs").Context} context
 * @param {import("../Core/report.mjs").Group} group
 * @param {string[]} selection `--filter` or `--skip` and its pattern
 * @param {Record<string, string>} [env]
 */
export async function runSwiftTests(context, group, selection, env = {}) {
  const missing = await context.swiftMissing();
  if (missing !== null) return group.skip("", missing);
  const build = await buildTests(context);
  if (build.code !== 0) return group.fail("builds", build.output);
  group.pass("builds");
  const results = join(await context.folder("swift"), `${group.name}.xml`);
  // Swift Testing writes beside the file that XCTest writes.
  const written = [results, results.replace(/\.xml$/, "-swift-testing.xml")];
  for (const file of written) await rm(file, { force: true });
  const environment = { ...(await besideTheTool(context)), ...env };
  const args = ["test", "--skip-build", "--parallel", "--xunit-output", results, ...selection];
  const outcome = await context.swift.run(context.root, () => run("swift", args, { cwd: context.root, env: environment }));
  let count = 0;
  for (const file of written) {
    for (const test of testCases(await readFile(file, "utf8").catch(() => ""))) {
      count += 1;
      record(group, test, outcome.output);
    }
  }
  if (count === 0) group.fail("runs", `no test ran\n${outcome.output}`);
  else if (outcome.code !== 0 && group.failed.length === 0) group.fail("ends well", outcome.output);
}

function record(group, { name, failure, skipped }, output) {
  const why = skipped ?? cancellation(name, output);
  if (why !== null) group.skip(name, why || "the test gives no reason");
  else if (failure === null) group.pass(name);
  else group.fail(name, [failure, ...linesAbout(name, failure, output)].join("\n"));
}

/** The lines of the output that say where a test failed. A test with a display name is known by its first message only. */
function linesAbout(name, failure, output) {
  const message = failure.replace(/ \(error\)[^]*$/, "");
  const marks = [` ${spoken(name)} `, `"${spoken(name)}"`, `: ${message}`];
  const lines = output.split("\n").filter((line) => marks.some((mark) => line.includes(mark)));
  return lines.filter((line) => /recorded an issue|error:/.test(line)).slice(0, 10);
}

/** Why a test cancelled itself, or null: xUnit counts it as passed. */
function cancellation(name, output) {
  const lines = output.split("\n").filter((line) => / was cancelled after /.test(line));
  const line = lines.find((text) => text.includes(` ${spoken(name)} `) || text.includes(`"${spoken(name)}"`));
  return line === undefined ? null : (/: "(.*)"$/.exec(line)?.[1] ?? "");
}

/** The name of a test as the output has it: without its suite, and without the backticks of a raw identifier. */
const spoken = (name) => /`([^`]*)`\(\)$/.exec(name)?.[1] ?? name.replace(/^.*\.(?=[^.(]*\()/, "");

/** The test cases of an xUnit file. @param {string} xml */
function* testCases(xml) {
  for (const [, attributes, selfClosed, body = ""] of xml.matchAll(/<testcase ([^>]*?)(?:(\/)>|>(.*?)<\/testcase>)/gs)) {
    const attribute = (key) => unescape(new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? "");
    const failure = selfClosed ? null : /<failure(?: message="([^"]*)")?/.exec(body);
    yield {
      name: `${attribute("classname")}.${attribute("name")}`,
      failure: failure === null ? null : unescape(failure[1] ?? "failed"),
      skipped: /<skipped/.test(body) ? unescape(/<skipped>(.*?)<\/skipped>/s.exec(body)?.[1] ?? "") : null,
    };
  }
}

const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescape = (text) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) => (code === undefined ? (entities[name] ?? all) : String.fromCodePoint(code)));
