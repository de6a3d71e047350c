/** Times of processes, as a processor counts them: the clock on the wall would measure the neighbours too. */
import { run } from "./processes.mjs";

/** The least of several numbers. */
export async function best(times, body) {
  let least = Infinity;
  for (let index = 0; index < times; index += 1) least = Math.min(least, await body());
  return least;
}

/** What a process and its children take of a processor, in milliseconds. A tool with one thread takes so long on an idle machine. */
export async function processorTime(command, args, options = {}) {
  const script = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2>&1';
  const { output } = await run("bash", ["-c", script, "bash", command, ...args], { seconds: 300, ...options, env: { LC_ALL: "C" } });
  const [user, system] = output.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

export const told = (milliseconds) => `${milliseconds.toFixed(0)} ms`;
