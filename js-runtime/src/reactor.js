// A module that sets itself up before its first call: WASI's reactors.

// @part start-reactor needs init match
const $start = async (module) => {
  $match(module);
  const { exports } = await WebAssembly.instantiate(module, { bindgen: $imports });
  exports._initialize();
  $bind(exports);
};
