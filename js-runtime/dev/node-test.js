// `node:test` for browsers, as far as tests of a module need it: test, it, describe, suite, before, after, beforeEach, afterEach,
// subtests (`t.test`), skip, todo and timeouts. There is no `only`, no mock, no snapshot and no concurrency: tests run in order.

/** @typedef {{ name: string[], outcome: "passed" | "failed" | "skipped" | "todo", milliseconds: number, error?: unknown }} Result */

class Suite {
  tests = [];
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };

  /** @param {Suite | null} parent @param {string} name */
  constructor(parent, name, options = {}) {
    this.parent = parent;
    this.name = name;
    this.options = options;
  }

  get path() {
    return this.parent === null ? [] : [...this.parent.path, this.name];
  }
}

const root = new Suite(null, "");
let current = root;

/** The arguments of `test` and `describe`: a name, options and a function, each of which may be left out. */
function read(rest) {
  const body = rest.find((value) => typeof value === "function") ?? (() => undefined);
  const options = rest.find((value) => typeof value === "object" && value !== null) ?? {};
  const name = typeof rest[0] === "string" ? rest[0] : body.name || "<anonymous>";
  if (options.only) throw new Error("`only` is not supported in the browser; use `bindgen test --filter`");
  return { name, options, body };
}

function declare(more, rest) {
  const { name, options, body } = read(rest);
  current.tests.push({ name, options: { ...options, ...more }, body, suite: current });
}

export function test(...rest) {
  declare({}, rest);
  return Promise.resolve();
}
test.skip = (...rest) => declare({ skip: true }, rest);
test.todo = (...rest) => declare({ todo: true }, rest);

export function describe(...rest) {
  const { name, options, body } = read(rest);
  const outer = current;
  const suite = new Suite(outer, name, options);
  outer.tests.push(suite);
  current = suite;
  let result;
  try {
    result = body();
  } finally {
    current = outer;
  }
  if (typeof result?.then === "function") throw new Error(`describe("${name}"): an async suite is not supported in the browser`);
}
describe.skip = (...rest) => {
  const { name, options, body } = read(rest);
  describe(name, { ...options, skip: true }, body);
};

export const before = (body) => current.hooks.before.push(body);
export const after = (body) => current.hooks.after.push(body);
export const beforeEach = (body) => current.hooks.beforeEach.push(body);
export const afterEach = (body) => current.hooks.afterEach.push(body);
export { describe as suite, test as it };
test.test = test;
test.it = test;
test.describe = describe;
test.suite = describe;
Object.assign(test, { before, after, beforeEach, afterEach });
export default test;

/** Mocks are Node's own. */
export const mock = new Proxy({}, {
  get() {
    throw new Error("`mock` of node:test is not supported in the browser; name the file *.node.test.mjs to run it in Node alone");
  },
});

/** @param {Promise<unknown>} promise @param {number | undefined} milliseconds */
function within(promise, milliseconds) {
  if (milliseconds === undefined || milliseconds === Infinity) return promise;
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the test did not end within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs the tests of a suite and tells each result. */
class Run {
  /** @param {RegExp | null} filter @param {(result: Result) => Promise<void>} tell */
  constructor(filter, tell) {
    this.filter = filter;
    this.tell = tell;
  }

  isWanted(entry, path) {
    if (this.filter === null) return true;
    if (entry instanceof Suite) return entry.tests.some((test) => this.isWanted(test, [...path, entry.name]));
    return this.filter.test(entry.name) || this.filter.test([...path, entry.name].join(" "));
  }

  async suite(suite) {
    const wanted = suite.tests.filter((entry) => this.isWanted(entry, suite.path));
    try {
      if (wanted.length > 0) for (const hook of suite.hooks.before) await hook();
    } catch (error) {
      for (const entry of wanted) await this.tell({ name: [...suite.path, entry.name], outcome: "failed", milliseconds: 0, error });
      return;
    }
    for (const entry of wanted) {
      if (!(entry instanceof Suite)) await this.test(entry, suite.path);
      else if (entry.options.skip) await this.tell({ name: entry.path, outcome: "skipped", milliseconds: 0 });
      else await this.suite(entry);
    }
    try {
      if (wanted.length > 0) for (const hook of suite.hooks.after) await hook();
    } catch (error) {
      await this.tell({ name: [...suite.path, "after"], outcome: "failed", milliseconds: 0, error });
    }
  }

  async test({ name, options, body, suite }, path) {
    const full = [...path, name];
    if (options.skip) return this.tell({ name: full, outcome: "skipped", milliseconds: 0 });
    let outcome = options.todo ? "todo" : "passed";
    let error;
    const failures = [];
    const context = {
      name,
      diagnostic: (message) => console.log(message),
      skip: () => (outcome = "skipped"),
      todo: () => (outcome = "todo"),
      test: async (...rest) => {
        const inner = new Run(null, async (result) => {
          if (result.outcome === "failed") failures.push(result.name.at(-1));
          await this.tell(result);
        });
        await inner.test({ ...read(rest), suite: new Suite(null, "") }, full);
      },
    };
    const start = performance.now();
    try {
      for (const hook of hooksOf(suite, "beforeEach")) await hook(context);
      await within(call(body, context), options.timeout);
      if (failures.length > 0) throw new Error(`failed within: ${failures.join(", ")}`);
    } catch (thrown) {
      error = thrown;
      if (outcome !== "todo") outcome = "failed";
    }
    try {
      for (const hook of hooksOf(suite, "afterEach").toReversed()) await hook(context);
    } catch (thrown) {
      error ??= thrown;
      outcome = "failed";
    }
    return this.tell({ name: full, outcome, milliseconds: performance.now() - start, error });
  }
}

/** A test with two parameters is told by a callback that it is done. */
const call = async (body, context) =>
  body.length < 2 ? body(context) : new Promise((resolve, reject) => body(context, (error) => (error ? reject(error) : resolve())));

const hooksOf = (suite, kind) => (suite === null ? [] : [...hooksOf(suite.parent, kind), ...suite.hooks[kind]]);

/**
 * Runs all tests that were declared. Not part of `node:test`.
 * @param {RegExp | null} filter @param {(result: Result) => Promise<void>} tell
 */
export const runTests = (filter, tell) => new Run(filter, tell).suite(root);
