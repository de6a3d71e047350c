/** A plugin for Vite; give it to `plugins` in `vite.config.js`. */
export declare function vite(): { name: string; config(): { optimizeDeps: { exclude: string[] } } };

/** A plugin for Rollup; give it to `plugins` in `rollup.config.js`. It emits the .wasm as an asset. */
export declare function rollup(): { name: string; transform(this: any, code: string, id: string): { code: string; map: null } | null; shouldTransformCachedModule(module: { id: string }): any; renderChunk(this: any, code: string, chunk: any, options: any): null };

/** A plugin for esbuild and for `Bun.build`; give it to `plugins`. It emits the .wasm as a file beside the bundle. */
export declare function esbuild(): { name: string; setup(build: any): void };
