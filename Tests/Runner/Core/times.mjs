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

/** @type {{ group: string, kind: "group" | "command" | "waiting", name: string, seconds: number, processor?: number }[]} */
const spans = [];

/** Runs the body of a group. @template T @param {string} name @param {() => T} body @returns {T} */
export const inGroup = (name, body) => current.run(name, () => timed("group", name, body));

/**
 * Notes how long something took.
 * @template T
 * @param {"group" | "command" | "waiting"} kind
 * @param {string} name
 * @param {(span?: object) => T | Promise<T>} body is given the span in which it may note what it took of a processor
 * @returns {Promise<T>}
 */
export async function timed(kind, name, body) {
  if (!isOn) return body();
  const start = performance.now();
  const span = { group: current.getStore() ?? "", kind, name, seconds: 0 };
  try {
    return await body(span);
  } finally {
    span.seconds = (performance.now() - start) / 1000;
    spans.push(span);
  }
}

/** The same command under bash's `time`, which writes to a stream of its own. @returns {[string, string[], object]} */
export function metered(command, args, options) {
  const script = 'TIMEFORMAT="%U %S"; exec 4>&2; { time "$@" 2>&4 3>&- 4>&-; } 2>&3';
  return ["/bin/bash", ["-c", script, "bash", command, ...args], { ...options, stdio: [...options.stdio, "pipe"] }];
}

/** Notes what a metered command and all that it started took of a processor, in seconds. */
export function readMeter(child, span) {
  child.stdio[3].setEncoding("utf8").on("data", (text) => {
    const numbers = /([\d.]+) ([\d.]+)\n$/.exec(text);
    if (numbers !== null) span.processor = Number(numbers[1]) + Number(numbers[2]);
  });
}

/** A command as a person would know it again. @param {string} command @param {string[]} args */
export const spelled = (command, args) => [basename(command), ...args].join(" ").replaceAll("\n", " ").slice(0, 160);

/** @param {(line: string) => void} print */
export function tellTimes(print) {
  if (!isOn) return;
  const of = (group, kind) => spans.filter((span) => span.group === group && span.kind === kind);
  const sum = (group, kind) => of(group, kind).reduce((total, { seconds }) => total + seconds, 0);
  const processor = (found) => found.reduce((total, span) => total + (span.processor ?? 0), 0);
  const told = (seconds) => seconds.toFixed(1).padStart(9);
  print(`${"seconds".padStart(9)}${"commands".padStart(9)}${"processor".padStart(10)}${"waiting".padStart(9)}  group`);
  const groups = spans.filter(({ kind }) => kind === "group").toSorted((a, b) => b.seconds - a.seconds);
  for (const { name, seconds } of groups) {
    print(`${told(seconds)}${told(sum(name, "command"))} ${told(processor(of(name, "command")))}${told(sum(name, "waiting"))}  ${name}`);
  }
  const commands = spans.filter(({ kind }) => kind === "command").toSorted((a, b) => (b.processor ?? b.seconds) - (a.processor ?? a.seconds));
  print(`${"seconds".padStart(9)}${"processor".padStart(10)}  command; ${processor(commands).toFixed(0)} s of a processor in all`);
  for (const { group, name, seconds, processor = 0 } of commands.slice(0, 80)) print(`${told(seconds)} ${told(processor)}  ${group}: ${name}`);
}
