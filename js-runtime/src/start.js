// A module that is a program, with a start of its own.

// @part start-main needs init match failure pending
/** The program's own entry point runs when everything is there that it may call. */
const $start = async (module) => {
  $match(module);
  const { exports } = await WebAssembly.instantiate(module, { bindgen: $imports });
  exports._initialize?.();
  $bind(exports);
  try {
    (exports.main ?? exports.__main_argc_argv)(0, 0);
  } catch (error) {
    $fail(error, "main");
  }
  if ($pending.exception !== undefined) $raise();
};
