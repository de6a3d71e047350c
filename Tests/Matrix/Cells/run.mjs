/** Runs cells: each does its work once and then over and over, and has to leave nothing behind. */
import { Unmet, World } from "./world.mjs";

/** How often a cell runs before the first measure, which fills what is filled once. */
const warming = 3;

/** @typedef {import("./cells.mjs").Cell} Cell */

export class Runner {
  /** @type {World | null} */
  #world = null;

  /** @param {() => Promise<object>} instantiate @param {object} host @param {number} times */
  constructor(instantiate, host, times) {
    this.instantiate = instantiate;
    this.host = host;
    this.times = times;
  }

  /** What is wrong with a cell, or null. A failed one runs again in a new instance, for the last one may have been harmed. @param {Cell} cell */
  async run(cell) {
    const first = await this.#attempt(cell);
    if (first === null) return null;
    this.#world = null;
    const second = await this.#attempt(cell);
    this.#world = null;
    return second ?? `${first}\n(only behind the cells before it, not in an instance of its own)`;
  }

  async #attempt(cell) {
    this.#world ??= new World(await this.instantiate(), this.host);
    const world = this.#world;
    const problem = this.#work(cell, world, 1) ?? this.#work(cell, world, warming);
    if (problem !== null) return problem;
    return this.#leak(cell, world);
  }

  /** @param {Cell} cell @param {World} world @returns {string | null} */
  #work(cell, world, times) {
    let problem = null;
    try {
      for (let time = 0; time < times; time += 1) {
        cell.run(world);
        world.settle();
      }
    } catch (error) {
      problem = error instanceof Unmet ? error.message : `${error?.name}: ${error?.message}`;
    }
    try {
      world.settle();
    } catch (error) {
      problem ??= `what came of Swift cannot be disposed: ${error?.message}`;
    }
    if (world.isAlive) return problem;
    return `${problem ?? ""}\nthe instance has stopped`.trim();
  }

  /** What a cell leaves behind. What only a finalizer releases may go in between, so a difference is looked at twice. */
  async #leak(cell, world) {
    for (const isLast of [false, true]) {
      const before = world.usage;
      const problem = this.#work(cell, world, this.times);
      if (problem !== null) return problem;
      const after = world.usage;
      if (after.handles === before.handles && after.heapBytes === before.heapBytes) return null;
      if (isLast) return `after ${this.times} times: handles ${before.handles} -> ${after.handles}, heap bytes ${before.heapBytes} -> ${after.heapBytes}`;
      await finalizers();
    }
    return null;
  }
}

/** Lets finalizers run, where the engine can be asked to. */
async function finalizers() {
  const collect = globalThis.gc ?? globalThis.Bun?.gc?.bind(undefined, true);
  for (let round = 0; round < 3; round += 1) {
    collect?.();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
