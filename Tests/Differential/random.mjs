/** Numbers that follow from a seed, so that what a run found can be found again. */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to 1, without 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `bound`. @param {number} bound */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** @template T @param {T[]} list @returns {T} */
  one(list) {
    return list[this.below(list.length)];
  }

  /** True once in so many times. @param {number} times */
  once(times) {
    return this.below(times) === 0;
  }

  /** Some of a list, in its order. @template T @param {T[]} list @param {number} count */
  some(list, count) {
    const open = [...list];
    while (open.length > count) open.splice(this.below(open.length), 1);
    return open;
  }
}
