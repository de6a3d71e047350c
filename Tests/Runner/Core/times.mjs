/**
 * Where the time of a run goes: with BINDGEN_TEST_TIMES=1 the runner tells for each group how long its commands took and how long it
 * waited for the compiler, and names the longest commands.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { basename } from "node:path";
import { performance } from "node:perf_hooks";

const isOn = (process.env.BINDGEN_TEST_TIMES ?? "0") !== "0";

/** The name of the group that is running. @type {AsyncLocalStorage<string>} */
const current = new AsyncLocalStorage();

/** @type {{ group: string, kind: "group" | "command" | "waiting", name: string, seconds: number }[]} */
const spans = [];

/** Runs the body of a group. @template T @param {string} name @param {() => T} body @returns {T} */
export const inGroup = (name, body) => current.run(name, () => timed("group", name, body));

/**
 * Notes how long something took.
 * @template T
 * @param {"group" | "command" | "waiting"} kind
 * @param {string} name
 * @param {() => T | Promise<T>} body
 * @returns {Promise<T>}
 */
export async function timed(kind, name, body) {
  if (!isOn) return body();
  const start = performance.now();
  try {
    return await body();
  } finally {
    spans.push({ group: current.getStore() ?? "", kind, name, seconds: (performance.now() - start) / 1000 });
  }
}

/** A command as a person would know it again. @param {string} command @param {string[]} args */
export const spelled = (command, args) => [basename(command), ...args].join(" ").replaceAll("\n", " ").slice(0, 160);

/** @param {(line: string) => void} print */
export function tellTimes(print) {
  if (!isOn) return;
  const sum = (group, kind) => spans.filter((span) => span.group === group && span.kind === kind).reduce((total, { seconds }) => total + seconds, 0);
  const told = (seconds) => seconds.toFixed(1).padStart(8);
  print(`${"seconds".padStart(8)}${"commands".padStart(9)}${"waiting".padStart(8)}  group`);
  const groups = spans.filter(({ kind }) => kind === "group").toSorted((a, b) => b.seconds - a.seconds);
  for (const { name, seconds } of groups) print(`${told(seconds)} ${told(sum(name, "command"))}${told(sum(name, "waiting"))}  ${name}`);
  print(`${"seconds".padStart(8)}  command`);
  const commands = spans.filter(({ kind }) => kind === "command").toSorted((a, b) => b.seconds - a.seconds);
  for (const { group, name, seconds } of commands.slice(0, 60)) print(`${told(seconds)}  ${group}: ${name}`);
}
