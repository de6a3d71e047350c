/** The package that the tests of the dev loop share: `bindgen new` writes it, and all others work on it. */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "../Core/patience.mjs";
import { end, ended, run, start } from "../Core/processes.mjs";

export class Work {
  /** How long `bindgen test` took in all browsers, on this machine at this time. */
  secondsOfTests = 10;

  /** Where it stands; a space and a letter that is not ASCII, as real paths have them. */
  static async make(context, tool) {
    await rm(join(context.scratch, "dev"), { recursive: true, force: true, maxRetries: 5 });
    const home = await context.folder("dev", "home");
    const work = new Work(context, tool, await context.folder("dev", "Größe 1"));
    // A home of its own: Foundation, and so SwiftPM and bindgen, takes this one.
    work.env = { CFFIXED_USER_HOME: home };
    work.home = home;
    return work;
  }

  constructor(context, tool, parent) {
    this.context = context;
    this.tool = tool;
    this.parent = parent;
    this.folder = join(parent, "MyWords");
  }

  /** Runs the tool to its end. @param {string[]} args @param {{ code?: number, cwd?: string }} [options] the exit code that is expected */
  async bindgen(args, { code = 0, cwd = this.folder, env } = {}) {
    const outcome = await run(this.tool, args, { cwd, env: { ...this.env, ...env } });
    if (outcome.code !== code) throw new Error(`exit code ${outcome.code} instead of ${code}\n${outcome.output}`);
    return outcome;
  }

  /** Runs another program in the package. */
  run(command, args, options) {
    return run(command, args, { cwd: this.folder, ...options, env: { ...this.env, ...options?.env } });
  }

  path(...names) {
    return join(this.folder, ...names);
  }

  read(path) {
    return readFile(this.path(path), "utf8");
  }

  async write(path, text) {
    await mkdir(dirname(this.path(path)), { recursive: true });
    await writeFile(this.path(path), text);
  }

  remove(path) {
    return rm(this.path(path));
  }

  /** Saves as many editors do: writes aside and renames. */
  async replace(path, text) {
    await writeFile(this.path(`${path}.tmp~`), text);
    await rename(this.path(`${path}.tmp~`), this.path(path));
  }

  /** Changes a text within a file. */
  async edit(path, from, to) {
    const text = await this.read(path);
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    await this.write(path, text.replace(from, () => to));
  }

  /** Starts `bindgen dev`. @param {string[]} args */
  async serve(args) {
    return Server.start(this.tool, args, this.folder, this.env);
  }
}

/** A running `bindgen dev`. */
export class Server {
  output = "";
  origin = "";

  /** @param {string} tool @param {string[]} args @param {string} folder of the package @param {Record<string, string>} [env] */
  static async start(tool, args, folder, env) {
    const server = new Server(start(tool, ["dev", ...args], { cwd: folder, env: { ...process.env, ...env } }));
    await server.says(/^(http:\S+) shows /m);
    server.origin = /^(http:\S+)\/ shows /m.exec(server.output)[1];
    return server;
  }

  constructor(child) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (this.output += text));
  }

  get port() {
    return Number(new URL(this.origin).port);
  }

  /** Waits until its output matches. @param {RegExp} pattern */
  async says(pattern) {
    await until(() => pattern.test(this.output) || (this.child.exitCode !== null && "ended"), () => `it did not say ${pattern}:\n${this.output}`);
    if (!pattern.test(this.output)) throw new Error(`it ended without ${pattern}:\n${this.output}`);
  }

  /** Ends it as Ctrl-C does. */
  async interrupt() {
    end(this.child, "SIGINT");
    await until(() => this.child.exitCode !== null || this.child.signalCode !== null, () => "it did not end");
  }

  async stop() {
    end(this.child);
    await ended(this.child);
  }
}

/**
 * Waits for something to become true, and gives it.
 * @template T
 * @param {() => T | Promise<T>} condition
 * @param {() => string | Promise<string>} message
 */
export async function until(condition, message) {
  const end = Date.now() + patience * 1000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(await message());
    await sleep(50);
  }
}
