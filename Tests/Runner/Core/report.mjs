/**
 * What the suites found, and how it is told. Every result belongs to a group such as `families/chromium`; a group prints one line
 * with its counts, and failures and skips are told one by one at the end.
 */
import { inGroup, tellTimes } from "./times.mjs";

/** Some tools print colour in a CI, whatever NO_COLOR says. */
// oxlint-disable-next-line no-control-regex
const colour = /\u001b\[[0-9;]*m/g;

/** The results of one group. */
export class Group {
  /** @type {string[]} */
  passed = [];
  /** @type {{ name: string, detail: string }[]} */
  failed = [];
  /** @type {{ name: string, why: string }[]} */
  skipped = [];

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {string} name */
  pass(name) {
    this.passed.push(name);
  }

  /** @param {string} name @param {unknown} detail */
  fail(name, detail) {
    this.failed.push({ name, detail: String(detail).replace(colour, "").trimEnd() });
  }

  /** @param {string} name @param {string} why */
  skip(name, why) {
    this.skipped.push({ name, why });
  }

  /**
   * A test passes when its body does not throw.
   * @param {string} name
   * @param {() => unknown} body
   */
  async attempt(name, body) {
    try {
      await body();
      this.pass(name);
    } catch (error) {
      this.fail(name, error.message);
    }
  }

  /**
   * What tests that ran elsewhere came to.
   * @param {{ passed: string[], failed: { name: string, detail: unknown }[], skipped: { name: string, why: string }[] }} results
   * @param {(name: string) => string} [named] how each is called here
   */
  tell({ passed, failed, skipped }, named = (name) => name) {
    for (const name of passed) this.pass(named(name));
    for (const { name, detail } of failed) this.fail(named(name), detail);
    for (const { name, why } of skipped) this.skip(named(name), why);
  }

  get isEmpty() {
    return this.passed.length + this.failed.length + this.skipped.length === 0;
  }
}

/** All groups of one run. */
export class Report {
  /** @type {Group[]} */
  groups = [];
  #started = Date.now();

  /** @param {(line: string) => void} print */
  constructor(print) {
    this.print = print;
  }

  /**
   * Runs `body` with a new group and prints its line. A body that throws is a failure of the group; a group without any result is
   * one too, for a suite that runs no test proves nothing.
   * @param {string} name
   * @param {(group: Group) => unknown} body
   */
  async group(name, body) {
    const group = new Group(name);
    this.groups.push(group);
    const started = Date.now();
    try {
      await inGroup(name, () => body(group));
    } catch (error) {
      group.fail("runs", error instanceof Error ? (error.stack ?? error.message) : error);
    }
    if (group.isEmpty) group.fail("runs", "no test ran");
    this.print(line(group, Date.now() - started));
    return group;
  }

  /** @param {"passed" | "failed" | "skipped"} outcome */
  count(outcome) {
    return this.groups.reduce((sum, group) => sum + group[outcome].length, 0);
  }

  /** Prints skips, failures and the final line; returns the exit code. */
  finish() {
    for (const group of this.groups) {
      for (const { name, why } of group.skipped) this.print(`skipped: ${join(group.name, name)}: ${why}`);
    }
    for (const { groups, name, detail } of this.#failures()) {
      this.print(`failed: ${join(groups.join(", "), name)}`);
      for (const text of clip(detail)) this.print(`    ${text}`);
    }
    tellTimes(this.print);
    this.print(`took ${seconds(Date.now() - this.#started)}`);
    const [passed, failed, skipped] = [this.count("passed"), this.count("failed"), this.count("skipped")];
    this.print(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 ? 1 : 0;
  }

  /** All failures; one that several groups have alike is told once, with their names. */
  #failures() {
    const told = new Map();
    for (const group of this.groups) {
      for (const { name, detail } of group.failed) {
        const key = JSON.stringify([group.name.split("/")[0], name, gist(detail)]);
        if (!told.has(key)) told.set(key, { groups: [], name, detail });
        told.get(key).groups.push(group.name);
      }
    }
    return told.values();
  }
}

/** Stack frames name files in a way that differs by engine. @param {string} detail */
const gist = (detail) => detail.split("\n", 1)[0];

/** A skip of a whole group has no name of its own. */
const join = (group, name) => (name === "" ? group : `${group}: ${name}`);

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @param {Group} group @param {number} milliseconds */
function line(group, milliseconds) {
  const counts = [`${group.passed.length} passed`];
  if (group.failed.length > 0) counts.push(`${group.failed.length} failed`);
  if (group.skipped.length > 0) counts.push(`${group.skipped.length} skipped`);
  return `${group.name.padEnd(28)} ${counts.join(", ")} (${seconds(milliseconds)})`;
}

/** The lines of a failure, the middle of a very long one left out. */
function clip(detail, limit = 80) {
  const lines = detail.split("\n").map((text) => (text.length > 500 ? `${text.slice(0, 500)}…` : text));
  if (lines.length <= limit) return lines;
  const half = limit / 2;
  return [...lines.slice(0, half), `… ${lines.length - limit} lines …`, ...lines.slice(-half)];
}
