// @part loader
  /**
   * Compiles what `source` names: bytes, a URL, a Response, a compiled Module, or a promise of one of them.
   * Streams where the server says `application/wasm`, and reads the bytes first where it does not.
   */
  const $compile = async (source) => {
    source = await $source(source);
    // First, as to look at `Response` makes Node load what fetches.
    if (source instanceof WebAssembly.Module) return source;
    if (typeof source === "string" || source instanceof URL) source = await fetch(source);
    if (source instanceof Response) {
      if (!source.ok) throw new Error(`${source.url} answered ${source.status}`);
      if (source.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(source);
      source = await source.arrayBuffer();
    }
    const [first] = new Uint8Array(source.buffer ?? source, source.byteOffset);
    if (first) throw new Error(`not a WebAssembly module${first === 60 ? " but HTML: does the server have the .wasm?" : ""}`);
    return WebAssembly.compile(source);
  };

// @part init
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

// @part start
  const $start = async (module) => {
    // Not by `$match`, which most modules would have for this alone.
    if (!WebAssembly.Module.exports(module).some((item) => item.name === $fingerprint)) {
      throw new Error("the .js and the .wasm are of different builds: build again and serve both");
    }
    $bind((await WebAssembly.instantiate(module, { bindgen: $imports })).exports);
  };
