// A module that calls the operating system by WASI, which the program provides.

// @part start-wasi needs init match
let $wasi;
/**
 * `init` of a module that imports WASI.
 * @param source as above
 * @param options `wasi`: an implementation of preview 1, as `node:wasi` and the shims for browsers have it
 */
const $initWASI = (source, options) => {
  if (!$ready) $wasi = options?.wasi;
  return $init(source);
};
const $start = async (module) => {
  $match(module);
  if (!$wasi?.wasiImport) {
    throw new TypeError('this module uses WASI: init(source, { wasi }), where wasi is such as new WASI({ version: "preview1" }) of node:wasi');
  }
  const instance = await WebAssembly.instantiate(module, { bindgen: $imports, wasi_snapshot_preview1: $wasi.wasiImport });
  if ($wasi.initialize) $wasi.initialize(instance);
  else {
    // Bun's has `start` alone, which calls no `_initialize`.
    $wasi.start(instance);
    instance.exports._initialize?.();
  }
  $bind(instance.exports);
};
