/** Measures what a function leaves behind in a module that was built with `--inspect`. */

/**
 * @typedef {{ handles: number, heapBytes: number }} Usage
 */

/**
 * The usage of the module before and after `times` runs of `body`. A few runs before the first measure fill what is filled once
 * (regions, caches). Where the engine has `gc`, objects that only a finalizer releases get their chance.
 * @param {{ inspect?: () => Usage }} module
 * @param {() => unknown} body
 * @param {number} times
 * @returns {Promise<{ before: Usage, after: Usage }>}
 */
export async function measureLeaks(module, body, times) {
  if (typeof module.inspect !== "function") throw new Error("the module cannot be inspected; it must be built with --inspect");
  await repeat(body, 20);
  const before = await settled(module);
  await repeat(body, times);
  return { before, after: await settled(module, before) };
}

/** Runs `body`; awaits only what is a promise, for an await each time would hide what a synchronous loop holds on to. */
async function repeat(body, times) {
  for (let index = 0; index < times; index += 1) {
    const result = body();
    if (typeof result?.then === "function") await result;
  }
}

/** The engine's own function that collects, where it shows one. @returns {(() => void) | undefined} */
const collector = () => globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);

/**
 * Whether there is more or less than before. An engine that shows no `gc` may have collected meanwhile, when it liked, objects of tests before:
 * there, less is no difference.
 * @param {Usage} before
 * @param {Usage} after
 */
export function differs(before, after) {
  const more = after.handles > before.handles || after.heapBytes > before.heapBytes;
  return more || (collector() !== undefined && (after.handles < before.handles || after.heapBytes < before.heapBytes));
}

/**
 * The usage once the finalizers have had their turn; at once when it is already `wanted`.
 * @param {{ inspect: () => Usage }} module
 * @param {Usage} [wanted]
 * @returns {Promise<Usage>}
 */
export async function settled(module, wanted) {
  const copy = () => ({ handles: module.inspect().handles, heapBytes: module.inspect().heapBytes });
  const isWanted = (usage) => usage.handles === wanted?.handles && usage.heapBytes === wanted?.heapBytes;
  // What a promise's last reactions give back is given back by now.
  await task(0);
  let usage = copy();
  const collect = collector();
  if (collect === undefined) return usage;
  // Without a wanted usage, until two measures agree. Finalizers run in tasks of their own, so each round gives them one; the later
  // rounds wait for those of a busy machine.
  for (let round = 0; round < 60 && !isWanted(usage); round += 1) {
    collect();
    await task(round < 20 ? 1 : 25);
    const next = copy();
    const isStable = next.handles === usage.handles && next.heapBytes === usage.heapBytes;
    usage = next;
    if (isStable && wanted === undefined && round >= 2) break;
  }
  if (wanted !== undefined && !isWanted(usage) && !(await finalizersRun(collect))) globalThis.process?.exit(withoutFinalizers);
  return usage;
}

/** The exit code of a process whose engine runs no finalizer: seen in Node 24, in one of five runs on a busy machine, from its start. */
export const withoutFinalizers = 75;

/** Whether the engine runs the finalizer of any object in this process. @param {() => void} collect */
async function finalizersRun(collect) {
  const runs = [];
  const registry = new FinalizationRegistry((value) => runs.push(value));
  const lose = () => registry.register({}, true);
  lose();
  for (let round = 0; round < 100 && runs.length === 0; round += 1) {
    collect();
    await task(25);
  }
  return runs.length > 0;
}

const task = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
