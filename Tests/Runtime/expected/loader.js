// @part loader
  /**
   * Compiles what `source` names: bytes, a URL, a Response, a compiled Module, or a promise of one of them.
   * Streams where the server says `application/wasm`, and reads the bytes first where it does not.
   */
  const $compile = async (source) => {
    source = await $source(source);
    // A value of another realm has its tag too; and a host need not have `Response`, which Node loads late.
    const tag = () => ({}).toString.call(source).slice(8, -1);
    if (tag() === "WebAssembly.Module") return source;
    if (/^(String|URL|Request)$/.test(tag())) source = await fetch(source);
    if (tag() === "Response") {
      if (!source.ok) throw new Error(`${source.url || "an opaque response (no-cors)"} answered ${source.status}`);
      if (source.headers.get("content-type") === "application/wasm" && source instanceof Response) return WebAssembly.compileStreaming(source);
    }
    source = (await source?.arrayBuffer?.()) ?? source;
    if (tag() !== "ArrayBuffer" && !ArrayBuffer.isView(source)) {
      throw new TypeError(`init takes a URL, Response, bytes or WebAssembly.Module, not ${tag()}`);
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
    if (!WebAssembly.Module.exports(module).some((item) => item.name === $fingerprint)) {
      throw new Error("the .js and the .wasm are of different builds: build again and serve both");
    }
    $bind((await WebAssembly.instantiate(module, { bindgen: $imports })).exports);
  };
