// A module that calls the operating system by WASI, which the program provides.

// @part wasi needs init match
let $wasi;
/**
 * `init` of a module that imports WASI.
 * @param source as above
 * @param options `wasi`: an implementation of preview 1, as this package's `./wasi` and `node:wasi` have it
 */
const $initWASI = (source, options) => {
  if (!$ready) $wasi = options?.wasi;
  return $init(source);
};
const $instantiateWASI = async (module) => {
  $match(module);
  if (!$wasi?.wasiImport) {
    throw new TypeError('this module uses WASI: init(source, { wasi }), where wasi is a WASI of this package\'s ./wasi or of node:wasi');
  }
  const functions = {};
  // What an implementation lacks is an error in Swift, ENOSYS, and no reason to refuse the module.
  for (const { name } of WebAssembly.Module.imports(module)) functions[name] = $wasi.wasiImport[name] ?? (() => 52);
  return WebAssembly.instantiate(module, { bindgen: $imports, wasi_snapshot_preview1: functions });
};

// @part start-wasi needs wasi
const $start = async (module) => {
  const instance = await $instantiateWASI(module);
  if ($wasi.initialize) $wasi.initialize(instance);
  else {
    // Bun's has `start` alone, which calls no `_initialize`.
    $wasi.start(instance);
    instance.exports._initialize?.();
  }
  $bind(instance.exports);
};
