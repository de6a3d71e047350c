import { timed } from "./times.mjs";

/** A queue for work that must not overlap, such as two uses of one SwiftPM build folder. */
export class Lane {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * Runs `body` after everything that was queued before it.
   * @template T
   * @param {() => Promise<T>} body
   * @returns {Promise<T>}
   */
  run(body) {
    const last = this.#last;
    const result = timed("waiting", "", () => last).then(body);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** Several queues, of which only so many move at a time: the longest first, as a run ends with it. */
export class Lanes {
  /** @type {Map<string, { lane: Lane, done: number }>} */
  #lanes = new Map();
  /** @type {{ resolve: () => void, weight: number }[]} */
  #waiting = [];
  #free;

  /** @param {number} width */
  constructor(width) {
    this.#free = width;
  }

  /**
   * Runs `body` after everything that was queued before it under the same name, and when there is room.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} body
   * @param {{ isFirst?: boolean }} [options] whether it takes the first room: much waits for its result, so that the run would end with it
   * @returns {Promise<T>}
   */
  run(name, body, { isFirst = false } = {}) {
    if (!this.#lanes.has(name)) this.#lanes.set(name, { lane: new Lane(), done: 0 });
    const queue = this.#lanes.get(name);
    return queue.lane.run(async () => {
      if (this.#free > 0) this.#free -= 1;
      else await timed("waiting", "", () => new Promise((resolve) => this.#waiting.push({ resolve, weight: isFirst ? Infinity : queue.done })));
      try {
        return await body();
      } finally {
        queue.done += 1;
        this.#next();
      }
    });
  }

  /** Gives room to a job of the queue that has had most jobs, and of several to the one that waited longest. */
  #next() {
    const most = Math.max(...this.#waiting.map(({ weight }) => weight));
    const index = this.#waiting.findIndex(({ weight }) => weight === most);
    if (index < 0) this.#free += 1;
    else this.#waiting.splice(index, 1)[0].resolve();
  }
}

/**
 * Runs `body` for every item, at most `width` at a time.
 * @template T
 * @param {number} width
 * @param {Iterable<T>} items
 * @param {(item: T) => Promise<unknown>} body
 */
export async function forEach(width, items, body) {
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) await body(waiting.shift());
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/**
 * A function that does its work at the first call and gives the same promise from then on.
 * @template T
 * @param {() => Promise<T>} body
 * @returns {() => Promise<T>}
 */
export function once(body) {
  /** @type {Promise<T> | undefined} */
  let result;
  return () => (result ??= body());
}

/**
 * The same for each run: a function that does its work at the first call with a context and gives the same promise from then on.
 * @template {object} Context, T
 * @param {(context: Context) => Promise<T>} body
 * @returns {(context: Context) => Promise<T>}
 */
export function oncePerRun(body) {
  /** @type {WeakMap<Context, Promise<T>>} */
  const results = new WeakMap();
  return (context) => {
    if (!results.has(context)) results.set(context, body(context));
    return results.get(context);
  };
}
