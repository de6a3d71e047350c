// Written by `bindgen vite`: a plugin for Vite, and for Rollup, that builds a Swift package and builds it again when its sources
// change. Keep it beside your configuration, under version control; `bindgen vite` writes it anew.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** What a build reads, among all that editors and compilers leave beside it. */
const sourceFile = /\.(swift|(web)?idl|c|cc|cpp|h|m?js|json)$/;

/**
 * The npm package that `bindgen build` writes can be imported by its name; it is built before the first import.
 * @param {import("./vite-plugin-bindgen.js").Options} [options]
 */
export default function bindgen(options = {}) {
  const folder = resolve(options.package ?? ".");
  const dist = resolve(folder, options.out ?? "dist");
  const sources = (options.watch ?? ["Sources", "Package.swift", "bindgen.json"]).map((path) => resolve(folder, path));
  const [command, ...first] = options.command ?? ["swift", "run", "bindgen"];
  const product = options.product === undefined ? [] : ["--product", options.product];
  const build = serially(() => run(command, [...first, "build", "--out", dist, ...product, ...(options.arguments ?? [])], folder));
  /** Whether sources may have changed since the last build began. */
  let isStale = true;
  /** @type {Promise<Failure | null>} */
  let built = Promise.resolve(null);
  /** Vite's server while it serves; its configuration is there in its builds too. */
  let server, config;
  /** The package's own plugin, once a script of it has been bundled. */
  let bundler;

  const isSource = (path) => sourceFile.test(path) && sources.some((source) => isBelow(source, resolve(path)));
  const buildIfStale = () => {
    if (isStale) built = build();
    isStale = false;
    return built;
  };

  /** Pages load what is in `dist` now. One reload is enough for all files of a build. */
  const reload = afterQuiet(100, () => {
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: "full-reload" });
  });
  const changed = async (path) => {
    if (isBelow(dist, resolve(path))) return reload();
    if (!isSource(path)) return undefined;
    isStale = true;
    const failure = await buildIfStale();
    if (failure === null) return reload();
    config.logger.error(failure.output, { timestamp: true });
    return server.ws.send({ type: "error", err: { ...failure.error, plugin: "bindgen", stack: "" } });
  };

  return {
    name: "bindgen",
    // Before Vite looks for the package in node_modules.
    enforce: "pre",

    configResolved(resolved) {
      config = resolved;
      config.server.fs.allow.push(dist);
    },

    configureServer(started) {
      server = started;
      server.watcher.add([...sources, dist]);
      server.watcher.on("all", (_event, path) => changed(path));
    },

    /** The files of `dist` are loaded anew by a reload, when all of them have been written. */
    handleHotUpdate: ({ file }) => (isBelow(dist, resolve(file)) ? [] : undefined),

    async buildStart() {
      if (server !== undefined) {
        // The server starts meanwhile; imports wait.
        buildIfStale().then((failure) => failure && config.logger.error(failure.output, { timestamp: true }));
        return;
      }
      // File by file: Rollup's watcher may lose sight of a file that changes in a folder which it was given.
      for (const path of sources.flatMap(filesBelow).filter(isSource)) this.addWatchFile(path);
      const failure = await buildIfStale();
      if (failure !== null) this.error(failure.error);
    },

    watchChange(path) {
      isStale ||= isSource(path);
    },

    async resolveId(source, importer, { ssr = false, ...rest } = {}) {
      if (importer === undefined || /^[./\0]/.test(source)) return null;
      const failure = await built;
      const manifest = read(join(dist, "package.json"));
      const subpath = manifest === null ? null : subpathOf(source, manifest.name);
      if (subpath !== null) {
        if (failure !== null) this.error(failure.error);
        const target = targetOf(manifest.exports[subpath], ssr ? ["node"] : ["browser"]);
        return target === null ? null : join(dist, target);
      }
      // Where nothing was ever built, the name is not known either.
      if (failure !== null && manifest === null && (await this.resolve(source, importer, { skipSelf: true, ssr, ...rest })) === null) {
        this.error(failure.error);
      }
      return null;
    },

    /** Vite finds the .wasm by itself, Rollup by the package's own plugin. */
    async transform(code, id) {
      if (config !== undefined || !isBelow(dist, id)) return null;
      const target = targetOf(read(join(dist, "package.json")).exports["./bundler"], []);
      const { rollup } = await import(pathToFileURL(join(dist, target)));
      bundler = rollup();
      return bundler.transform.call(this, code, id);
    },

    /** What Rollup has in its cache is of an earlier build. A watcher may have missed its change. */
    shouldTransformCachedModule: ({ id }) => isBelow(dist, id) || null,

    renderChunk(code, chunk, output) {
      return bundler?.renderChunk.call(this, code, chunk, output) ?? null;
    },
  };
}

const isBelow = (folder, path) => path === folder || path.startsWith(folder + sep);

/** The files of a folder, or the file itself; none where there is nothing. */
function filesBelow(path) {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) return [];
  return isFolder ? readdirSync(path, { recursive: true }).map((name) => join(path, name)) : [path];
}

/** JSON, or null where there is none yet. */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** `.` or `./name` of an import of the package, or null for another's. */
function subpathOf(source, name) {
  if (source === name) return ".";
  return source.startsWith(`${name}/`) ? `.${source.slice(name.length)}` : null;
}

/** The file of an entry of `exports`: the first condition that holds wins. */
function targetOf(entry, conditions) {
  if (typeof entry === "string") return entry;
  const condition = Object.keys(entry ?? {}).find((name) => name === "default" || conditions.includes(name));
  return condition === undefined ? null : targetOf(entry[condition], conditions);
}

/** Calls `body` when it has not been asked for during some milliseconds. */
function afterQuiet(milliseconds, body) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(body, milliseconds);
  };
}

/** Runs `body` once at a time; whoever asks while one is running gets one that begins afterwards, together with all others. */
function serially(body) {
  let last = Promise.resolve();
  let waiting = null;
  return () => {
    waiting ??= last = last.then(() => {
      waiting = null;
      return body();
    });
    return waiting;
  };
}

/**
 * @typedef {object} Failure
 * @property {string} output all that was said
 * @property {{ message: string, id?: string, frame?: string, loc?: { file: string, line: number, column: number } }} error
 */

/** @returns {Promise<Failure | null>} null when the build is done */
function run(command, args, folder) {
  return new Promise((done) => {
    let output = "";
    const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
    const end = () => child.kill();
    process.once("exit", end);
    const finish = (failure) => {
      process.off("exit", end);
      done(failure);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", ({ message }) => finish({ output: message, error: { message: `cannot run ${command}: ${message}` } }));
    child.on("close", (code) => finish(code === 0 ? null : { output, error: firstError(output, folder) }));
  });
}

/** The first error of a compiler or of the IDL, with its place and the lines that point at it. */
function firstError(output, folder) {
  const lines = output.split("\n");
  const pattern = /^(.+?):(\d+):(\d+): error: (.*)$/;
  const index = lines.findIndex((line) => pattern.test(line));
  if (index === -1) return { message: output.trim() || "bindgen build failed" };
  const [, path, line, column, message] = pattern.exec(lines[index]);
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((text) => !/^(\s|\d+ \|)/.test(text));
  const file = resolve(folder, path);
  const frame = rest.slice(0, end === -1 ? undefined : end).join("\n");
  return { message: `${relative(folder, file)}: ${message}`, id: file, frame, loc: { file, line: Number(line), column: Number(column) } };
}
