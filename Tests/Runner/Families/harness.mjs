/**
 * What a family's `test.mjs` gets as `t`. It runs in every engine, browsers included, so it uses nothing but the language.
 *
 *     export default async function (t) {
 *       await t.test("a string comes back as it was", () => {
 *         t.equal(t.module.Strings.echo("a"), "a");
 *       });
 *       await t.noLeaks("echo", () => t.module.Strings.echo("a"));
 *     }
 */
import { isEqual, show } from "./equality.mjs";
import { differs, measureLeaks } from "./leaks.mjs";

/** An expectation that was not met. */
export class Unmet extends Error {
  name = "Unmet";
}

/**
 * @typedef {object} Expected what an error must look like; what is left out is not looked at
 * @property {string} [name]
 * @property {string | RegExp} [message] the whole message, or what it must match
 * @property {Function} [type] a class that the error must be an instance of
 */

/** The tests of one family in one engine. */
export class Tests {
  /** @type {string[]} */
  passed = [];
  /** @type {{ name: string, detail: string }[]} */
  failed = [];
  /** @type {{ name: string, why: string }[]} */
  skipped = [];

  /**
   * @param {object} module the family's module, initialised
   * @param {string} base the module's URL
   * @param {string} engine
   * @param {(name: string) => void} [starting] told each test's name before it runs
   */
  constructor(module, base, engine, starting = () => {}) {
    this.module = module;
    this.base = base;
    this.engine = engine;
    this.starting = starting;
  }

  get isBrowser() {
    return typeof document === "object";
  }

  /** A separate instance of the module with the same API. */
  async instantiate(...args) {
    return this.module.instantiate(...args);
  }

  /**
   * One test. `name` is a sentence that says what holds.
   * @param {string} name
   * @param {() => unknown} body
   */
  async test(name, body) {
    this.starting(name);
    try {
      await body();
      this.passed.push(name);
    } catch (error) {
      this.failed.push({ name, detail: describe(error) });
    }
  }

  /** Tells that a test cannot run in this engine. @param {string} name @param {string} why */
  skip(name, why) {
    this.skipped.push({ name, why });
  }

  /** Requires `actual` to equal `expected` (`isEqual` says how). */
  equal(actual, expected, note = "") {
    if (!isEqual(actual, expected)) throw new Unmet(`${prefix(note)}expected ${show(expected)}, got ${show(actual)}`);
  }

  /** Requires two values not to be equal. */
  notEqual(actual, other, note = "") {
    if (isEqual(actual, other)) throw new Unmet(`${prefix(note)}expected anything but ${show(other)}`);
  }

  /** Requires a condition. @param {unknown} condition @param {string} [note] */
  ok(condition, note = "the condition holds") {
    if (!condition) throw new Unmet(`expected that ${note}, got ${show(condition)}`);
  }

  /**
   * Requires `body` to throw; gives what it threw.
   * @param {() => unknown} body
   * @param {Expected} [expected]
   */
  throws(body, expected = {}) {
    let value;
    try {
      value = body();
    } catch (error) {
      return matches(error, expected);
    }
    throw new Unmet(`expected ${showExpected(expected)} to be thrown, got ${show(value)}`);
  }

  /**
   * Requires a promise, or the promise that a function gives, to reject; gives the reason.
   * @param {Promise<unknown> | (() => Promise<unknown>)} promise
   * @param {Expected} [expected]
   */
  async rejects(promise, expected = {}) {
    let value;
    try {
      value = await (typeof promise === "function" ? promise() : promise);
    } catch (error) {
      return matches(error, expected);
    }
    throw new Unmet(`expected a rejection with ${showExpected(expected)}, got ${show(value)}`);
  }

  /**
   * A test that `body` leaves nothing behind: handles and heap bytes are the same after `times` runs as before them. The usual number is above
   * 1,024, at which finalizers are registered all at once.
   * @param {string} name
   * @param {() => unknown} body runs once per time; errors that it expects are its own to catch
   * @param {{ times?: number, module?: object }} [options]
   */
  async noLeaks(name, body, { times = 2_000, module = this.module } = {}) {
    await this.test(`no leaks: ${name}`, async () => {
      const { before, after } = await measureLeaks(module, body, times);
      if (differs(before, after)) {
        throw new Unmet(`after ${times} times: handles ${before.handles} -> ${after.handles}, heap bytes ${before.heapBytes} -> ${after.heapBytes}`);
      }
    });
  }

  /** Makes the memory of the module grow by a page, so that views of it are detached. */
  grow(module = this.module) {
    const memory = module.inspect?.().memory;
    if (memory === undefined) throw new Unmet("the module shows no memory; it must be built with --inspect");
    memory.grow(1);
  }

  /** Results in a form that survives JSON. */
  get results() {
    return { passed: this.passed, failed: this.failed, skipped: this.skipped };
  }
}

const prefix = (note) => (note === "" ? "" : `${note}: `);

/** @param {unknown} error @param {Expected} expected */
function matches(error, { name, message, type }) {
  const wrong = [];
  if (name !== undefined && error?.name !== name) wrong.push(`the name ${show(name)}`);
  if (typeof message === "string" && error?.message !== message) wrong.push(`the message ${show(message)}`);
  if (message instanceof RegExp && !message.test(error?.message)) wrong.push(`a message like ${message}`);
  if (type !== undefined && !(error instanceof type)) wrong.push(`an instance of ${type.name}`);
  if (wrong.length > 0) throw new Unmet(`expected ${wrong.join(" and ")}, got ${show(error)}`);
  return error;
}

const showExpected = ({ name, message }) => [name ?? "an error", message === undefined ? "" : String(message)].join(" ").trim();

/** An error with the frames that help, not the harness's own. */
export function describe(error) {
  if (!(error instanceof Error)) return `threw ${show(error)}`;
  const said = `${error.name}: ${error.message}`;
  const frames = (error.stack ?? "").replace(said, "").trim().split("\n");
  const helpful = frames.filter((frame) => frame !== "" && !/\/runner\/|node:internal/i.test(frame)).slice(0, 8);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return [error instanceof Unmet ? error.message : said, ...helpful].join("\n") + cause;
}
