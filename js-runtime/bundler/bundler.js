const wasm = fileURLToPath(new URL(`./${fileName}.wasm`, import.meta.url));
/** The scripts that name the .wasm, by their real paths: a bundler may or may not follow the link of `npm install ./dist`. */
const scripts = [`${fileName}.js`, `${fileName}.node.js`].map((file) => fileURLToPath(new URL(`./${file}`, import.meta.url)));
const isScript = (path) => scripts.some((script) => basename(path) === basename(script) && realpathSync(path) === realpathSync(script));
const address = `new URL("./${fileName}.wasm", import.meta.url)`;
const name = `${packageName}/bundler`;

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
    if (!isScript(id)) return null;
    // Its change is a change of this script, which rollup would otherwise take from its cache.
    this.addWatchFile(wasm);
    const asset = this.emitFile({ type: "asset", name: basename(wasm), source: readFileSync(wasm) });
    return { code: code.replaceAll(address, `new URL(import.meta.ROLLUP_FILE_URL_${asset})`), map: null };
  },
});

/** The plugin for esbuild and for `Bun.build`: emits the .wasm by the loader `file`. */
export const esbuild = () => ({
  name,
  setup(build) {
    const file = fileName.replaceAll(".", "\\.");
    build.onLoad({ filter: new RegExp(`[\\\\/]${file}(\\.node)?\\.js$`) }, ({ path }) => {
      if (!isScript(path)) return undefined;
      const code = readFileSync(path, "utf8").replaceAll(address, "new URL($asset, import.meta.url)");
      // At the end, where it moves no line; an import holds for the whole module.
      return { contents: `${code}\nimport $asset from "./${fileName}.wasm";\n`, loader: "js", watchFiles: [path] };
    });
    build.onLoad({ filter: new RegExp(`[\\\\/]${file}\\.wasm$`) }, ({ path }) => {
      if (realpathSync(path) !== realpathSync(wasm)) return undefined;
      return { contents: readFileSync(path), loader: "file", watchFiles: [path] };
    });
  },
});
