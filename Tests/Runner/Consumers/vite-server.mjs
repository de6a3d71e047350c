/**
 * The part of Vite's development server that plugins see, with the shapes of its documentation (Plugin API, JavaScript API, HMR
 * API). Vite itself cannot be installed where there is no npm registry.
 */
import { EventEmitter, once } from "node:events";
import { patience } from "../Core/patience.mjs";

/** A server for one plugin. */
export class ViteServer {
  watcher = Object.assign(new EventEmitter(), { watched: [], add: (paths) => this.watcher.watched.push(...paths) });
  /** What the page was sent. */
  sent = [];
  /** What the terminal was told. */
  logged = [];
  invalidations = 0;
  config = {
    command: "serve",
    server: { fs: { allow: [] } },
    logger: { error: (text) => this.logged.push(text), info: () => {}, warn: () => {} },
  };
  moduleGraph = { invalidateAll: () => (this.invalidations += 1) };
  ws = {
    send: (payload) => {
      this.sent.push(payload);
      this.#told.emit("sent", payload);
    },
  };
  #told = new EventEmitter();

  constructor(plugin) {
    this.plugin = plugin;
  }

  /** As `vite` does when it starts. */
  async start() {
    await this.plugin.configResolved(this.config);
    await this.plugin.configureServer(this);
    await this.plugin.buildStart.call(this.context, {});
  }

  /** What hooks have as `this`. */
  context = {
    addWatchFile: () => {},
    error: (error) => {
      throw Object.assign(new Error(error.message), error);
    },
    resolve: async () => null,
  };

  /** @param {string} source @param {object} [options] */
  resolve(source, options) {
    return this.plugin.resolveId.call(this.context, source, "/project/main.js", options);
  }

  /** A change on disk, and the next thing that the page is sent because of it. @param {string} path */
  async change(path) {
    const sent = once(this.#told, "sent", { signal: AbortSignal.timeout(patience * 1000) });
    this.watcher.emit("all", "change", path);
    return (await sent)[0];
  }
}
