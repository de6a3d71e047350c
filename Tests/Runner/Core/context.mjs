/** What all suites of one run share: places, tools, queues, and the work that is done once for several of them. */
import { mkdir } from "node:fs/promises";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findEngines } from "../Engines/engines.mjs";
import { Lanes, once } from "./lane.mjs";
import { run } from "./processes.mjs";
import { inPath } from "./tools.mjs";

/** For debug builds of packages that have no Swift tests, which are found by the index: it takes the compiler a quarter of its time. */
export const withoutIndex = "--disable-index-store";

/** One run of the runner. */
export class Context {
  /** The repository. */
  root = fileURLToPath(new URL("../../../", import.meta.url));
  /** Where the tests build; outside of every package. */
  scratch = resolve(process.env.BINDGEN_TEST_SCRATCH || join(this.root, "Tests", ".build"));
  updatesGolden = (process.env.UPDATE_GOLDEN ?? "0") !== "0";
  /**
   * A queue for each package, as SwiftPM locks its build folder. A build describes, plans and links on one core, and compiles one module on
   * one; one build more than there are cores works while another waits for a disk or a watcher.
   */
  swift = new Lanes(Math.min(4, cpus().length + 1));
  /** Two browsers or runtimes at a time. */
  jobs = Math.max(1, Math.min(4, cpus().length));

  /** @param {import("./report.mjs").Report} report @param {Set<string>} wanted names of suites and engines */
  constructor(report, wanted) {
    this.report = report;
    this.wanted = wanted;
  }

  engines = once(findEngines);

  /** A folder below the scratch folder, made if need be. @param {string[]} names */
  async folder(...names) {
    const path = join(this.scratch, ...names);
    await mkdir(path, { recursive: true });
    return path;
  }

  /** A path in the repository. @param {string[]} names */
  path(...names) {
    return join(this.root, ...names);
  }

  /** Why Swift cannot be used, or null. */
  swiftMissing = once(async () => ((await inPath("swift")) === null ? "swift is not in PATH" : null));

  /**
   * The `bindgen` tool, built once for the host; or the one that BINDGEN_TEST_TOOL names.
   * @returns {Promise<{ path: string } | { failure: string }>}
   */
  bindgen = once(async () => {
    const given = process.env.BINDGEN_TEST_TOOL;
    if (given) return { path: resolve(given) };
    const missing = await this.swiftMissing();
    if (missing !== null) return { failure: missing };
    const build = await this.swift.run(this.root, () => run("swift", ["build", "--product", "bindgen"], { cwd: this.root }));
    if (build.code !== 0) return { failure: build.output };
    const { stdout } = await run("swift", ["build", "--show-bin-path"], { cwd: this.root });
    return { path: join(stdout.trim(), "bindgen") };
  });
}
