const address = `new URL("./${fileName}.wasm", import.meta.url)`;
const name = `${packageName}/bundler`;
const stem = fileName.replaceAll(".", "\\.");
const scriptPath = new RegExp(`[\\\\/]${stem}(\\.node)?\\.js$`);

/**
 * The text of a script that names the .wasm beside it, or null for any other. Of this package there may be several versions in one
 * bundle, each with a .wasm of its own, so it is the file's place that counts and not the plugin's.
 * @param {string} path @param {string} [given] the text where it is known
 */
function scriptOf(path, given) {
  if (!scriptPath.test(path) || !existsSync(wasmBeside(path))) return null;
  const code = given ?? readFileSync(path, "utf8");
  return code.includes(address) ? code : null;
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
    if (scriptOf(id, code) === null) return null;
    const wasm = wasmBeside(id);
    this.addWatchFile(wasm);
    const asset = this.emitFile({ type: "asset", name: basename(wasm), source: readFileSync(wasm) });
    return { code: code.replaceAll(address, `new URL(import.meta.ROLLUP_FILE_URL_${asset})`), map: null };
  },
  /** A script in the cache names the .wasm of an earlier build. Null asks the next plugin, which `false` would not. */
  shouldTransformCachedModule: ({ id }) => (scriptPath.test(id) && existsSync(wasmBeside(id))) || null,
  /** Where a script of these two formats lies is known while it begins to run, and `init` comes later. */
  renderChunk(_code, chunk, { format }) {
    if (format !== "iife" && format !== "umd") return null;
    const isIn = Object.keys(chunk.modules).some((id) => scriptPath.test(id) && existsSync(wasmBeside(id)));
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
      const contents = `${code.replaceAll(address, "new URL($asset, import.meta.url)")}\nimport $asset from "./${fileName}.wasm";\n`;
      return { contents, loader: "js", watchFiles: [path] };
    });
    build.onLoad({ filter: new RegExp(`[\\\\/]${stem}\\.wasm$`) }, ({ path }) => {
      if (!existsSync(join(dirname(path), `${fileName}.js`))) return undefined;
      return { contents: readFileSync(path), loader: "file", watchFiles: [path] };
    });
  },
});
