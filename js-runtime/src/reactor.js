// A module that sets itself up before its first call: WASI's reactors.

// @part start-reactor needs init
const $start = async (module) => {
  const { exports } = await WebAssembly.instantiate(module, { bindgen: $imports });
  exports._initialize();
  $bind(exports);
};
