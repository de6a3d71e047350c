/** Times of processes, as a processor counts them: the clock on the wall would measure the neighbours too. */
import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inPath } from "./tools.mjs";
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
  const { output } = await run("bash", ["-c", script, "bash", command, ...args], { ...options, env: { LC_ALL: "C" } });
  const [user, system] = output.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

/** What `reference` takes on the machine that the limits were set on, in milliseconds of a processor. */
const referenceTime = 170;

/**
 * What a limit is raised by on any machine: a tool that allocates is slowed more than clang by others that use the processor's caches. 1.22
 * beside 1.07 was seen, and what a limit is to find is twice the work and not a tenth.
 */
const moreThanClang = 1.5;

/** C whose check is work like our tool's: it reads text, builds trees and looks names up. */
const reference = Array.from({ length: 3000 }, (_, index) => `struct s${index} { int a; double b[${(index % 7) + 1}]; struct s${index} *next; };
static double f${index}(struct s${index} *s, int n) {
  double t = 0;
  for (int k = 0; k < n; k++) t += s->b[k % ${(index % 7) + 1}] * (s->a + ${index});
  return s->next ? f${index}(s->next, n - 1) + t : t;
}
`).join("");

/**
 * The least time of `body` in `times` runs, and what a limit in milliseconds is multiplied by: how many times slower this machine is meanwhile
 * than the one that the limits were set on, at least 1, and what `moreThanClang` says. The clang that comes with Swift shows it, in turns with `body`, as machines that
 * share their processors are now fast and now slow; one Swift always brings the same.
 */
export async function beside(folder, times, body) {
  const file = join(folder, "reference.c");
  await writeFile(file, reference);
  const clang = join(dirname(await inPath("swift")), "clang");
  let least = Infinity, own = Infinity;
  for (let index = 0; index < times; index += 1) {
    own = Math.min(own, await processorTime(clang, ["-fsyntax-only", "-w", file]));
    least = Math.min(least, await body());
  }
  await rm(file);
  return { time: least, slower: Math.max(1, own / referenceTime) * moreThanClang };
}

/** A limit in milliseconds as it stands on this machine. */
export const raised = (limit, slower) =>
  `${told(limit * slower)}, which is ${slower.toFixed(2)} times the ${told(limit)} of an idle machine`;

export const told = (milliseconds) => `${milliseconds.toFixed(0)} ms`;
