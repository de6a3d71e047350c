/** The plugin that `bindgen vite` writes: in Rollup, whose hooks Vite shares, and by the hooks that Vite alone has. */
import assert from "node:assert/strict";
import { cp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow } from "../Core/files.mjs";
import { moduleFolder } from "../Core/node-modules.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { visit, writePage } from "../Consumers/rows.mjs";
import { ViteServer } from "../Consumers/vite-server.mjs";

/** @type {import("./suites.mjs").Suite} */
export const vite = {
  name: "vite",
  about: "the plugin of bindgen vite: builds and watches in Rollup, and the hooks of Vite's server",
  run: (context) =>
    context.report.group("vite", async (group) => {
      const missing = await context.swiftMissing();
      if (missing !== null) return group.skip("", missing);
      const tool = await context.bindgen();
      if ("failure" in tool) return group.fail("bindgen builds", tool.failure);
      return context.swift.run("vite", async () => {
        const project = await Project.make(context, tool.path);
        const rollup = await moduleFolder("rollup");
        if (rollup === null) group.skip("Rollup", "rollup is not installed");
        else await runTests(group, rollupTests, project, createRequire(import.meta.url)(rollup));
        await runTests(group, serverTests, project);
      });
    }),
};

async function runTests(group, tests, ...given) {
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(...given);
      group.pass(name);
    } catch (error) {
      group.fail(name, error.stack);
    }
  }
}

/** A Swift package with a web project in it. Its build folder is kept from run to run, everything else is not. */
class Project {
  static async make(context, tool) {
    const project = new Project(context, tool, await context.folder("vite", "Greeter"));
    const example = context.path("Examples", "Greeter");
    for (const name of await readdir(project.folder)) {
      if (name !== ".build") await rm(join(project.folder, name), { recursive: true });
    }
    await cp(join(example, "Sources"), join(project.folder, "Sources"), { recursive: true });
    const manifest = await readFile(join(example, "Package.swift"), "utf8");
    await writeFile(join(project.folder, "Package.swift"), manifest.replace('"../.."', JSON.stringify(context.root)));
    await cp(context.path("Tests", "Consumers", "vite"), project.web, { recursive: true });
    const written = await run(tool, ["vite", "--out", project.web]);
    assert.equal(written.code, 0, written.output);
    project.plugin = (await import(pathToFileURL(join(project.web, "vite-plugin-bindgen.js")))).default;
    return project;
  }

  constructor(context, tool, folder) {
    this.context = context;
    this.folder = folder;
    this.web = join(folder, "web");
    this.out = join(this.web, "out");
    this.swift = join(folder, "Sources", "Greeter", "Greeter.swift");
    this.idl = join(folder, "Sources", "Greeter", "api.idl");
    // SwiftPM would first build the tool that is under test.
    this.options = { package: folder, command: [tool] };
  }

  /** Replaces text in a file. */
  async edit(path, from, to) {
    const text = await readFile(path, "utf8");
    assert.ok(text.includes(from), `${path} has no ${from}`);
    await writeFile(path, text.replace(from, to));
  }

  rollupOptions() {
    return {
      input: join(this.web, "main.mjs"),
      output: { dir: this.out, entryFileNames: "main.js" },
      plugins: [this.plugin(this.options)],
    };
  }

  /** The .wasm files that were emitted; Rollup leaves those of earlier bundles. */
  emitted() {
    return filesBelow(this.out, (path) => path.endsWith(".wasm"));
  }

  /** What the bundle says in a browser; null where there is none. */
  async said() {
    const browser = (await this.context.engines()).find(({ kind, missing }) => kind === "browser" && missing === null);
    if (browser === undefined) return null;
    await writePage(this.out);
    return (await visit(browser, this.out, ["index.html"]))[0].answers;
  }
}

const rollupTests = {
  async "Rollup builds the package, resolves its name and emits the .wasm"(project, { rollup }) {
    const options = project.rollupOptions();
    const bundle = await rollup(options);
    await bundle.write(options.output);
    await bundle.close();
    assert.equal((await project.emitted()).length, 1);
    assert.equal((await project.said()) ?? "Hello, world!", "Hello, world!");
  },

  // A watcher that saw no change of the .wasm, as it began to look after the build, has the script of before in its cache.
  async "Rollup takes the .wasm of the last build, and never one from its cache"(project, { rollup }) {
    await rm(project.out, { recursive: true, force: true });
    const bundleWith = async (cache) => {
      const options = project.rollupOptions();
      const bundle = await rollup({ ...options, cache });
      await bundle.write(options.output);
      await bundle.close();
      return bundle.cache;
    };
    const cache = await bundleWith();
    await project.edit(project.swift, '"Hello, \\(name)!"', '"Salve, \\(name)!"');
    try {
      await bundleWith(cache);
      assert.equal((await project.emitted()).length, 2);
      assert.equal((await project.said()) ?? "Salve, world!", "Salve, world!");
    } finally {
      await project.edit(project.swift, '"Salve, \\(name)!"', '"Hello, \\(name)!"');
    }
  },

  async "Rollup watches: a change of Swift is in the next bundle, an error has its place, and its mend is seen"(project, { watch }) {
    await rm(project.out, { recursive: true, force: true });
    // Polled, for what the system tells of changes may be lost where many watch, and for good.
    const chokidar = { usePolling: true, interval: 200 };
    const watcher = watch({ ...project.rollupOptions(), watch: { clearScreen: false, chokidar } });
    const events = new Events(watcher);
    try {
      await events.next("BUNDLE_END");
      await project.edit(project.swift, '"Hello, \\(name)!"', '"Salve, \\(name)!"');
      await events.next("BUNDLE_END", async () => (await project.emitted()).length === 2, project.swift);
      await project.edit(project.idl, "DOMString name;", "DOMStrin name;");
      const { error } = await events.next("ERROR", undefined, project.idl);
      assert.match(error.message, /^Sources\/Greeter\/api\.idl: unknown type `DOMStrin`; did you mean `DOMString`\?/);
      assert.deepEqual(error.loc, { file: project.idl, line: 6, column: 12 });
      assert.match(error.frame, /required DOMStrin name;\n +\^~+/);
      await project.edit(project.idl, "DOMStrin name;", "DOMString name;");
      await events.next("BUNDLE_END", undefined, project.idl);
    } finally {
      await watcher.close();
      await project.edit(project.swift, '"Salve, \\(name)!"', '"Hello, \\(name)!"');
    }
  },

  async "Rollup says where Swift is wrong"(project, { rollup }) {
    await project.edit(project.swift, '"Hello, \\(name)!"', '"Hello, \\(nobody)!"');
    await assert.rejects(rollup(project.rollupOptions()), ({ message, loc, frame }) => {
      assert.match(message, /^Sources\/Greeter\/Greeter\.swift: cannot find 'nobody' in scope/);
      assert.deepEqual({ ...loc, column: 0 }, { file: project.swift, line: 8, column: 0 });
      assert.match(frame, /8 \| .*nobody/);
      return true;
    });
    await project.edit(project.swift, "nobody", "name");
  },
};

/** The events of Rollup's watcher, in order. */
class Events {
  #seen = [];
  /** All that came, for people. */
  #told = [];
  #wake = () => {};

  constructor(watcher) {
    watcher.on("event", (event) => {
      event.result?.close();
      this.#seen.push(event);
      this.#told.push(`${new Date().toISOString().slice(11, 19)} ${event.code} ${event.error?.message ?? ""}`);
      this.#wake();
    });
  }

  /**
   * The next event of a code for which `accepts` is true. Until it comes, `file` is saved again now and then: the watcher begins
   * to look at a file some time after it was told to.
   */
  async next(code, accepts = () => true, file = null, seconds = patience) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      const event = this.#seen.shift();
      if (event === undefined) {
        const timer = setTimeout(() => this.#wake(file), 10_000);
        const silent = await new Promise((resolve) => (this.#wake = resolve));
        clearTimeout(timer);
        if (silent) await utimes(silent, new Date(), new Date());
      } else if (event.code === code && (await accepts(event))) {
        return event;
      }
    }
    throw new Error([`no ${code} within ${seconds} s at ${new Date().toISOString().slice(11, 19)}`, ...this.#told].join("\n"));
  }
}

const serverTests = {
  async "Vite's server starts while the package is built, and imports wait for it"(project) {
    await rm(join(project.folder, "dist"), { recursive: true, force: true });
    const server = (project.server = new ViteServer(project.plugin(project.options)));
    await server.start();
    assert.equal(await server.resolve("greeter"), join(project.folder, "dist", "greeter.js"));
    assert.equal(await server.resolve("greeter", { ssr: true }), join(project.folder, "dist", "greeter.node.js"));
    assert.equal(await server.resolve("greeter/inline"), join(project.folder, "dist", "greeter.inline.js"));
    assert.equal(await server.resolve("another"), null);
    assert.equal(await server.resolve("./greeter"), null);
    assert.ok(server.config.server.fs.allow.includes(join(project.folder, "dist")));
    assert.ok(server.watcher.watched.includes(join(project.folder, "Sources")));
    assert.deepEqual([server.sent, server.logged], [[], []]);
  },

  async "a change of a source reloads the page, one reload for all files"(project) {
    const { server } = project;
    await project.edit(project.swift, '"Hello, \\(name)!"', '"Salve, \\(name)!"');
    assert.deepEqual(await server.change(project.swift), { type: "full-reload" });
    assert.equal(server.invalidations, 1);
    const script = join(project.folder, "dist", "greeter.js");
    assert.deepEqual(server.plugin.handleHotUpdate({ file: script, modules: [{}], server }), []);
    assert.equal(server.plugin.handleHotUpdate({ file: join(project.web, "main.mjs"), modules: [{}], server }), undefined);
    server.watcher.emit("all", "change", script);
    assert.deepEqual(await server.change(join(project.folder, "dist", "greeter.wasm")), { type: "full-reload" });
    assert.equal(server.sent.length, 2);
  },

  async "an error is shown over the page with place and frame, and told to who imports until it is mended"(project) {
    const { server } = project;
    await project.edit(project.idl, "DOMString name;", "DOMStrin name;");
    const { type, err } = await server.change(project.idl);
    assert.equal(type, "error");
    assert.match(err.message, /unknown type `DOMStrin`/);
    assert.deepEqual(err.loc, { file: project.idl, line: 6, column: 12 });
    assert.deepEqual([err.id, err.plugin, err.stack], [project.idl, "bindgen", ""]);
    assert.match(err.frame, /\^~~~/);
    assert.match(server.logged.join("\n"), /api\.idl:6:12: error: /);
    await assert.rejects(server.resolve("greeter"), /unknown type `DOMStrin`/);
    await project.edit(project.idl, "DOMStrin name;", "DOMString name;");
    assert.deepEqual(await server.change(project.idl), { type: "full-reload" });
    assert.equal(await server.resolve("greeter"), join(project.folder, "dist", "greeter.js"));
  },

  async "what is no source calls for no build"(project) {
    const { server } = project;
    const sent = server.sent.length;
    for (const path of ["Sources/Greeter/.Greeter.swift.swp", "README.md", ".build/x.swift"]) server.watcher.emit("all", "change", join(project.folder, path));
    assert.equal(await server.resolve("greeter"), join(project.folder, "dist", "greeter.js"));
    assert.equal(server.sent.length, sent);
  },

  async "an error in a package that was never built is told to who imports it"(project) {
    await rm(join(project.folder, "dist"), { recursive: true });
    const server = new ViteServer(project.plugin({ ...project.options, command: ["no-such-command"] }));
    await server.start();
    await assert.rejects(server.resolve("greeter"), /cannot run no-such-command: .*ENOENT/);
  },
};
