// Runs one test file in a page of `bindgen test`, tells the tool each result, and goes on to the next page.
import { runTests } from "node:test";

const { file, page, next, filter, results } = JSON.parse(document.getElementById("job").textContent);

let last = Promise.resolve();
/** Tells the tool, one thing after the other. @param {object} event */
const tell = (event) => (last = last.then(() => fetch(results, { method: "POST", body: JSON.stringify({ ...event, page }) })));

/** Whether the page is to go on to the next, or has been left by what the file did. */
let isDone = false;
let isLeft = false;
/** The tool goes on by itself then: what leaves the page takes its script along. */
const leave = () => {
  if (isDone || isLeft) return;
  isLeft = true;
  navigator.sendBeacon(results, JSON.stringify({ left: true, page }));
};
addEventListener("beforeunload", leave);
addEventListener("pagehide", leave);
globalThis.navigation?.addEventListener("navigate", ({ destination }) => destination.sameDocument || leave());

/** A text for any value, be it a revoked Proxy. @param {unknown} value @param {(value: any) => string} text */
const textOr = (value, text) => {
  try {
    return text(value);
  } catch {
    return "a value without a text";
  }
};
const textOf = (error) => textOr(error, describe);
const describe = (error) => {
  if (!(error instanceof Error)) return `threw ${textOr(error, String)}`;
  // Chromium's stacks begin with the message; Firefox's hold places only.
  const head = `${error.name}: ${error.message}`;
  const stack = error.stack ?? "";
  const frames = (stack.startsWith(head) ? stack.slice(head.length) : stack).split("\n").map((frame) => frame.trim());
  // The frames of the user's own files, which are named as they are on disk.
  const own = frames.filter((frame) => frame !== "" && !frame.includes("/.bindgen/"));
  return [head, ...own.map((frame) => `    ${frame.startsWith("at ") ? "" : "at "}${frame.replaceAll(`${location.origin}/`, "")}`)].join("\n");
};

/** As it is logged. */
const spell = (value) => {
  if (typeof value === "string") return value;
  if (value instanceof Error) return describe(value);
  return (typeof value === "object" ? textOr(value, JSON.stringify) : undefined) ?? String(value);
};

for (const method of ["log", "info", "warn", "error"]) {
  const original = console[method];
  console[method] = (...values) => {
    original.apply(console, values);
    tell({ log: values.map((value) => textOr(value, spell)).join(" ") });
  };
}
/** What goes wrong outside of every test. */
const loose = [];
addEventListener("error", ({ error, message }) => loose.push(error ?? new Error(message)));
addEventListener("unhandledrejection", ({ reason }) => loose.push(reason));

await tell({ file });
let loaded = false;
try {
  await import(file);
  loaded = true;
} catch (error) {
  const advice = /\bnode:|bare specifier|[Ff]ailed to resolve module/.test(textOf(error))
    ? "\nWhat needs Node belongs into a file named *.node.test.mjs, which runs in Node alone."
    : "";
  await tell({ name: ["loads"], outcome: "failed", milliseconds: 0, error: textOf(error) + advice });
}
let count = 0;
await runTests(filter === null ? null : new RegExp(filter), ({ error, ...result }) => {
  count += 1;
  return tell(result.outcome === "failed" ? { ...result, error: textOf(error) } : result);
});
// An error that is thrown late still belongs to this file, and so does the way to another page, which takes a moment to begin.
await new Promise((resolve) => setTimeout(resolve, 50));
for (const error of loose) await tell({ name: ["no error is left uncaught"], outcome: "failed", milliseconds: 0, error: textOf(error) });
// As in Node: a file that declares no test is one.
if (loaded && count === 0 && filter === null && !isLeft) await tell({ name: [decodeURI(file.slice(1))], outcome: "passed", milliseconds: 0 });
await last;
if (!isLeft) {
  isDone = true;
  if (next === null) await tell({ end: true });
  else location.replace(next);
}
