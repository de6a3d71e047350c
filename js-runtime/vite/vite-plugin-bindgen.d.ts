// Written by `bindgen vite`.

export interface Options {
  /** The folder of the Swift package, from where the bundler runs. Default: that folder itself. */
  package?: string;
  /** Which product to build, where the package has several with IDL files. */
  product?: string;
  /** Where `bindgen build` writes, from the package's folder. Default: `dist`. */
  out?: string;
  /** Folders and files, from the package's folder, whose changes call for a build. Default: `Sources`, `Package.swift`, `bindgen.json`. */
  watch?: string[];
  /** What `bindgen build` is given beside: `["-c", "debug"]`. */
  arguments?: string[];
  /** How the tool is started, in the package's folder. Default: `["swift", "run", "bindgen"]`. */
  command?: string[];
}

/**
 * A plugin for Vite, and for Rollup, that builds a Swift package. Its npm package can be imported by name.
 *
 * Vite's server builds it again when a source changes and reloads the page; errors are shown over it, with their place. So does
 * `--watch` of both.
 */
export default function bindgen(options?: Options): {
  name: string;
  enforce: "pre";
  configResolved(config: any): void;
  configureServer(server: any): void;
  handleHotUpdate(context: any): [] | undefined;
  buildStart(this: any): Promise<void>;
  watchChange(path: string): void;
  resolveId(this: any, source: string, importer: string | undefined, options?: any): Promise<string | null>;
  transform(this: any, code: string, id: string): Promise<any>;
  renderChunk(this: any, code: string, chunk: any, output: any): any;
};
