/** Child processes: each in a process group of its own, so that ending one ends what it started too. */
import { spawn } from "node:child_process";
import { basename } from "node:path";
import { metered, readMeter, spelled, timed } from "./times.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends a child and everything that it started. @param {import("node:child_process").ChildProcess} child */
export function end(child, signal = "SIGKILL") {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Starts a long-running child, which ends with the runner at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options, detached: true });
  running.add(child);
  child.on("exit", () => running.delete(child));
  child.on("error", () => running.delete(child));
  return child;
}

/** Waits until a started child has ended. @param {import("node:child_process").ChildProcess} child */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", resolve));
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; -1 when the command could not start, was killed or ran out of time
 * @property {string | null} signal that by which it was killed, or null
 * @property {string} stdout
 * @property {string} stderr
 * @property {string} output both, as they came
 */

/** In seconds; nothing that ends takes so long, whatever else the machine does. */
const longest = 1800;

/**
 * Runs a command to its end. Never throws: what goes wrong is told by the exit code and the output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, seconds?: number, stdin?: string, until?: RegExp }} [options] with what matches
 * `until` on its standard output, the command has done its work: it is ended, by code 0
 * @returns {Promise<Outcome>}
 */
export async function run(command, args, options = {}) {
  const once = () => timed("command", spelled(command, args), (span) => runToEnd(command, args, options, span));
  const outcome = await once();
  if (basename(command) !== "swift" || !crashes.has(outcome.signal)) return outcome;
  console.log(`swift itself was ended by ${outcome.signal}; once more: ${spelled(command, args)}`);
  return once();
}

/**
 * By which a command ends that crashes. SwiftPM does now and then on Linux, of a race in libdispatch where plugins run
 * (swiftlang/swift#87033), and goes on where it stopped when it is called again.
 */
const crashes = new Set(["SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP", "SIGABRT"]);

/** @returns {Promise<Outcome>} */
function runToEnd(command, args, { cwd, env, seconds = longest, stdin, until }, span) {
  return new Promise((resolve) => {
    const stdio = [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"];
    const options = { cwd, env: { ...process.env, ...env }, stdio };
    const child = span === undefined ? start(command, args, options) : start(...metered(command, args, options));
    if (span !== undefined) readMeter(child, span);
    const text = { stdout: "", stderr: "", output: "" };
    const finish = (code, note = "", signal = null) => {
      clearTimeout(timer);
      resolve({ code, signal, ...text, output: text.output + note });
    };
    const timer = setTimeout(() => {
      end(child);
      finish(-1, `\n${command} did not end within ${seconds} s`);
    }, seconds * 1000);
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (data) => {
        text[stream] += data;
        text.output += data;
        if (stream === "stdout" && until?.test(text.stdout)) {
          end(child);
          finish(0);
        }
      });
    }
    child.on("error", (error) => finish(-1, `\n${command}: ${error.message}`));
    child.on("close", (code, signal) => finish(code ?? -1, signal === null ? "" : `\n${command} was ended by ${signal}`, signal));
    if (stdin !== undefined) child.stdin.end(stdin);
  });
}

/** Ends all children; for the end of the runner, whatever its reason. */
export function endAll() {
  for (const child of running) end(child);
}

process.on("exit", endAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    endAll();
    process.exit(130);
  });
}
