/** Runs cells: each does its work once and then over and over, and has to leave nothing behind. */
import { settled } from "../../Runner/Families/leaks.mjs";
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

  /** What a cell leaves behind. What only finalizers release is there until they have run, so a difference is looked at once more. */
  async #leak(cell, world) {
    const { before, after, problem } = this.#usages(cell, world, world.usage);
    if (problem !== null || isSame(before, after)) return problem;
    const again = this.#usages(cell, world, await settled(world.api));
    if (again.problem !== null) return again.problem;
    const rest = await settled(world.api, again.before);
    if (isSame(again.before, rest)) return null;
    const { handles, heapBytes } = again.before;
    return `after ${this.times} times: handles ${handles} -> ${rest.handles}, heap bytes ${heapBytes} -> ${rest.heapBytes}`;
  }

  #usages(cell, world, before) {
    const problem = this.#work(cell, world, this.times);
    return { before, problem, after: problem === null ? world.usage : before };
  }
}

const isSame = (before, after) => after.handles === before.handles && after.heapBytes === before.heapBytes;
