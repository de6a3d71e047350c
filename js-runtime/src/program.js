// A program that runs by WASI: it has an entry point, and an end.

// @part start-program needs wasi failure pending
/** A program runs to its end, whose code `init` is fulfilled with. What it exports can be called then, unless it trapped. */
const $start = async (module) => {
  const instance = await $instantiateWASI(module);
  $bind(instance.exports);
  let code;
  try {
    code = $wasi.start(instance);
  } catch (error) {
    $fail(error, "_start");
  }
  if ($pending.exception !== undefined) $raise();
  return code ?? 0;
};
