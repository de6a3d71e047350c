const name = `${packageName}/bundler`;
const stem = fileName.replaceAll(".", "\\.");
/** How a script names a .wasm of the package: the base, or another build of it. */
const address = new RegExp(`new URL\\("\\./(${stem}(?:\\.\\w+)?\\.wasm)", import\\.meta\\.url\\)`, "g");
const scriptPath = new RegExp(`[\\\\/]${stem}(\\.node)?\\.js$`);
/** The scripts that make workers: `<package>/worker`, and that of a build with threads. */
const makerPath = new RegExp(`[\\\\/]${stem}\\.(worker|threads)(\\.node)?\\.js$`);
const kinds = { worker: "thread", threads: "pool" };

/**
 * The text of a script that names the .wasm beside it, or null for any other. Of this package there may be several versions in one
 * bundle, each with a .wasm of its own, so it is the file's place that counts and not the plugin's.
 * @param {string} path @param {string} [given] the text where it is known
 */
function scriptOf(path, given) {
  if (!scriptPath.test(path) || !existsSync(wasmBeside(path))) return null;
  const code = given ?? readFileSync(path, "utf8");
  return code.search(address) === -1 ? null : code;
}
/** With which script the workers begin that a script makes, and what the bundle of that one names; null for scripts that make none. */
function workerOf(path) {
  const [, kind, host = ""] = makerPath.exec(path) ?? [];
  const beside = (name) => `${fileName}.${name}${host}.js`;
  const isThere = (file) => existsSync(join(dirname(path), file));
  const file = beside(kinds[kind]);
  if (kind === undefined || !isThere(file)) return null;
  const script = kind === "worker" ? readFileSync(join(dirname(path), `${fileName}${host}.js`), "utf8") : "";
  const names = [...script.matchAll(address)].map(([, wasm]) => wasm);
  if (script !== "" && isThere(beside("pool"))) names.push(`${beside("pool")}?bundle`);
  return { file, names, address: `new URL("./${file}", import.meta.url)` };
}
const wasmBeside = (path) => join(dirname(path), `${fileName}.wasm`);

/** Why a script of this package cannot be in a bundle of another format. @param {string} format @param {string} allowed */
const refusal = (format, allowed) =>
  `${packageName} finds its .wasm by import.meta.url, which a bundle of the format "${format}" does not have: ` +
  `bundle it with ${allowed}, or import "${packageName}/inline", which holds the .wasm`;

/**
 * The plugin for Vite. A build finds the .wasm without it; the development server would move the script away from its .wasm.
 */
export const vite = () => ({
  name,
  config: () => ({ optimizeDeps: { exclude: [packageName] } }),
});

/** The plugin for Rollup: emits the .wasm as an asset, wherever `output.assetFileNames` wants it. */
export const rollup = () => ({
  name,
  transform(code, id) {
    const worker = workerOf(id);
    if (worker !== null) {
      const chunk = this.emitFile({ type: "chunk", id: join(dirname(id), worker.file) });
      return { code: code.replaceAll(worker.address, `new URL(import.meta.ROLLUP_FILE_URL_${chunk})`), map: null };
    }
    if (scriptOf(id, code) === null) return null;
    const emit = (_, file) => {
      const wasm = join(dirname(id), file);
      this.addWatchFile(wasm);
      return `new URL(import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "asset", name: basename(wasm), source: readFileSync(wasm) })})`;
    };
    return { code: code.replaceAll(address, emit), map: null };
  },
  /** A script in the cache names the .wasm of an earlier build. Null asks the next plugin, which `false` would not. */
  shouldTransformCachedModule: ({ id }) => (scriptPath.test(id) && existsSync(wasmBeside(id))) || workerOf(id) !== null || null,
  /** Where a script of these two formats lies is known while it begins to run, and `init` comes later. */
  renderChunk(_code, chunk, { format }) {
    if (format !== "iife" && format !== "umd") return null;
    const isIn = Object.keys(chunk.modules).some((id) => workerOf(id) !== null || (scriptPath.test(id) && existsSync(wasmBeside(id))));
    return isIn ? this.error(refusal(format, '`output.format: "es"`')) : null;
  },
});

/** The plugin for esbuild and for `Bun.build`: emits the .wasm by the loader `file`. */
export const esbuild = () => ({
  name,
  setup(build) {
    // Bun's builds are ES modules where nothing else is said; esbuild's are so for `platform: "neutral"` alone.
    const { format, platform, bundle } = build.initialOptions ?? build.config ?? {};
    const usual = typeof Bun !== "undefined" || platform === "neutral" || !bundle ? "esm" : platform === "node" ? "cjs" : "iife";
    build.onLoad({ filter: scriptPath }, ({ path }) => {
      const code = scriptOf(path);
      if (code === null) return undefined;
      if ((format ?? usual) !== "esm") throw new Error(refusal(format ?? usual, '`format: "esm"`'));
      // At the end, where it moves no line; an import holds for the whole module.
      const files = [];
      const named = code.replaceAll(address, (_, file) => `new URL($asset${files.push(file) - 1}, import.meta.url)`);
      const contents = `${named}\n${files.map((file, index) => `import $asset${index} from "./${file}";\n`).join("")}`;
      return { contents, loader: "js", watchFiles: [path] };
    });
    build.onLoad({ filter: makerPath }, ({ path }) => {
      const worker = workerOf(path);
      if (worker === null) return undefined;
      if ((format ?? usual) !== "esm") throw new Error(refusal(format ?? usual, '`format: "esm"`'));
      // What the worker's bundle names has to be there as well.
      const assets = worker.names.map((file, index) => ({ file, name: `$asset${index}` }));
      const contents = [
        readFileSync(path, "utf8").replaceAll(worker.address, "new URL($thread, import.meta.url)"),
        `import $thread from "./${worker.file}?bundle";`,
        ...assets.map(({ file, name }) => `import ${name} from "./${file}";`),
        ...(assets.length > 0 ? [`$spawn.assets = [${assets.map(({ name }) => name).join(", ")}];`] : []),
      ].join("\n");
      return { contents, loader: "js", watchFiles: [path] };
    });
    const namespace = `${name}/worker`;
    const bundled = new RegExp(`${stem}\\.(thread|pool)(\\.node)?\\.js\\?bundle$`);
    build.onResolve({ filter: bundled }, ({ path, importer }) => ({ path: join(dirname(importer), basename(path, "?bundle")), namespace }));
    build.onLoad({ filter: /./, namespace }, async ({ path }) => ({ contents: await threadBundle(build, path), loader: "file", watchFiles: [path] }));
    build.onLoad({ filter: new RegExp(`[\\\\/]${stem}(\\.\\w+)?\\.wasm$`) }, ({ path }) => {
      if (!existsSync(join(dirname(path), `${fileName}.js`))) return undefined;
      return { contents: readFileSync(path), loader: "file", watchFiles: [path] };
    });
  },
});

/** A worker's script with all that it imports, which stands beside the .wasm that it names. @param {string} path */
async function threadBundle(build, path) {
  const { minify, define, target } = build.initialOptions ?? build.config ?? {};
  if (typeof Bun !== "undefined") return threadBundleOfBun(path, { minify, define });
  const options = { minify, define, target, format: "esm", bundle: true, write: false, plugins: [esbuild()] };
  const { outputFiles } = await build.esbuild.build({ ...options, entryPoints: [path], outdir: dirname(path) });
  // What it names is among them.
  return outputFiles.find((file) => basename(file.path) === basename(path)).text;
}

/** A build of Bun's that waits for another one of the same process waits for ever. */
async function threadBundleOfBun(path, options) {
  const script = `
    const { esbuild } = await import(${JSON.stringify(import.meta.url)});
    const { outputs } = await Bun.build({ ...${JSON.stringify(options)}, format: "esm", entrypoints: [${JSON.stringify(path)}], plugins: [esbuild()] });
    await Bun.write(Bun.stdout, await outputs.find(({ kind }) => kind === "entry-point").text());`;
  const child = Bun.spawn([process.execPath, "--eval", script], { stdout: "pipe", stderr: "inherit" });
  const text = await new Response(child.stdout).text();
  if ((await child.exited) !== 0) throw new Error(`${path} cannot be bundled`);
  return text;
}
