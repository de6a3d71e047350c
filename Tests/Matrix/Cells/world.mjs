/** One instance of the matrix's module, with the objects that tests give it. */
import { Fresh } from "../Types/fresh.mjs";

/** What a cell expected and did not find. */
export class Unmet extends Error {
  name = "Unmet";
}

export class World {
  /** The error that JavaScript throws where an exception is to wait. */
  error = new RangeError("mine");
  /** Work that does nothing, and work that throws. */
  rest = () => {};
  throwing = () => {
    throw this.error;
  };
  /** What came of Swift since the last `settle`. */
  #arrived = [];

  /**
   * @param {object} api the instance
   * @param {{ Item: Function, answers: { call: Function | null } }} host the script that the module imports
   */
  constructor(api, host) {
    this.api = api;
    this.host = host;
    this.things = [new api.Thing(1), new api.Thing(2)];
    this.gone = new api.Thing(3);
    this.gone.dispose();
    this.items = [new host.Item(1), new host.Item(2)];
    this.functions = [(x) => x + 1, (x) => x * 2];
  }

  /** Whether the instance still answers. */
  get isAlive() {
    try {
      return this.api.Lab.ping("ping") === "ping!";
    } catch {
      return false;
    }
  }

  /** Objects are the same, or one that Swift has made of that class with that value. */
  isSame(type, actual, expected) {
    if (!(expected instanceof Fresh)) return actual === expected;
    const known = type === "Thing" ? this.things : this.items;
    const isMade = actual instanceof (type === "Thing" ? this.api.Thing : this.host.Item);
    return isMade && actual.value === expected.value && !known.includes(actual);
  }

  /** Notes what came of Swift, to be given back later. @template T @param {T} value @returns {T} */
  take(value) {
    this.#arrived.push(value);
    return value;
  }

  /** Gives back everything that came of Swift: objects and functions, at any depth. */
  settle() {
    for (const value of this.#arrived.splice(0)) this.#release(value);
  }

  #release(value) {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return;
    if (typeof value.dispose === "function") {
      if (!this.things.includes(value)) value.dispose();
    } else if (Array.isArray(value)) {
      for (const item of value) this.#release(item);
    } else if (Object.getPrototypeOf(value) === Object.prototype) {
      for (const item of Object.values(value)) this.#release(item);
    }
  }

  /** What the instance holds. */
  get usage() {
    const { handles, heapBytes } = this.api.inspect();
    return { handles, heapBytes };
  }
}
