// Runs one test file in a page of `bindgen test`, tells the tool each result, and goes on to the next page.
import { runTests } from "node:test";

const { file, next, filter, results } = JSON.parse(document.getElementById("job").textContent);

let last = Promise.resolve();
/** Tells the tool, one thing after the other. @param {object} event */
const tell = (event) => (last = last.then(() => fetch(results, { method: "POST", body: JSON.stringify(event) })));

const textOf = (error) => {
  if (!(error instanceof Error)) return `threw ${String(error)}`;
  // Chromium's stacks begin with the message; Firefox's hold places only.
  const head = `${error.name}: ${error.message}`;
  const stack = error.stack ?? "";
  const frames = (stack.startsWith(head) ? stack.slice(head.length) : stack).split("\n").map((frame) => frame.trim());
  // The frames of the user's own files, which are named as they are on disk.
  const own = frames.filter((frame) => frame !== "" && !frame.includes("/.bindgen/"));
  return [head, ...own.map((frame) => `    ${frame.startsWith("at ") ? "" : "at "}${frame.replaceAll(`${location.origin}/`, "")}`)].join("\n");
};

for (const method of ["log", "info", "warn", "error"]) {
  const original = console[method];
  console[method] = (...values) => {
    original.apply(console, values);
    tell({ log: values.map((value) => (typeof value === "string" ? value : value instanceof Error ? textOf(value) : JSON.stringify(value))).join(" ") });
  };
}
/** What goes wrong outside of every test. */
const loose = [];
addEventListener("error", ({ error, message }) => loose.push(error ?? new Error(message)));
addEventListener("unhandledrejection", ({ reason }) => loose.push(reason));

await tell({ file });
try {
  await import(file);
} catch (error) {
  const advice = /\bnode:|bare specifier|[Ff]ailed to resolve module/.test(String(error?.message))
    ? "\nWhat needs Node belongs into a file named *.node.test.mjs, which runs in Node alone."
    : "";
  await tell({ name: ["loads"], outcome: "failed", milliseconds: 0, error: textOf(error) + advice });
}
await runTests(filter === null ? null : new RegExp(filter), ({ error, ...result }) =>
  tell(result.outcome === "failed" ? { ...result, error: textOf(error) } : result),
);
// An error that is thrown late still belongs to this file.
await new Promise((resolve) => setTimeout(resolve));
for (const error of loose) await tell({ name: ["no error is left uncaught"], outcome: "failed", milliseconds: 0, error: textOf(error) });
await last;
if (next === null) await tell({ end: true });
else location.replace(next);
