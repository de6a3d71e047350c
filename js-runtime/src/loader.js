// From whatever the caller has to a running instance.

// @part loader
/**
 * Compiles what `source` names: bytes, a URL, a Response, a compiled Module, or a promise of one of them.
 * Streams where the server says `application/wasm`, and reads the bytes first where it does not.
 */
const $compile = async (source) => {
  source = await $source(source);
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (source instanceof Response) {
    if (!source.ok) throw new Error(`${source.url} answered ${source.status}`);
    const isWasm = source.headers.get("content-type") === "application/wasm";
    source = await (isWasm ? WebAssembly.compileStreaming(source) : source.arrayBuffer());
  }
  if (!(source instanceof WebAssembly.Module)) {
    const [first] = new Uint8Array(source.buffer ?? source, source.byteOffset);
    if (first) throw new Error(`not a WebAssembly module${first === 60 ? " but HTML: does the server have the .wasm?" : ""}`);
    source = await WebAssembly.compile(source);
  }
  if (!WebAssembly.Module.exports(source).some((item) => item.name === $fingerprint)) {
    throw new Error("the .js and the .wasm are of different builds: build again and serve both");
  }
  return source;
};

// @part init needs loader failure
/**
 * Loads this module; every later call gives the same promise, a failed one may be repeated.
 * @param source where the .wasm is; without it, where the entry says
 */
const $init = (source) =>
  ($ready ??= $compile(source)
    .then($start)
    .catch((error) => {
      $ready = undefined;
      throw error;
    }));
let $ready;

// @part start needs init
const $start = async (module) => $bind((await WebAssembly.instantiate(module, { bindgen: $imports })).exports);
