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

// @part fatal needs failure
const $fatal = new Set();
const $tellFatal = (listener) => Promise.resolve().then(() => $fatal.delete(listener) && listener($trap.error));
/** What stops the instance is told to those who asked; a module that asks nothing of the kind has a plain field. */
let $stopped;
Object.defineProperty($trap, "error", {
  get: () => $stopped,
  set(error) {
    $stopped = error;
    $fatal.forEach($tellFatal);
  },
});
const $onFatal = (listener) => {
  if (typeof listener !== "function") throw new TypeError("onFatal takes a function");
  // The same function may be given twice.
  const once = (error) => listener(error);
  $fatal.add(once);
  if ($stopped) $tellFatal(once);
  return () => void $fatal.delete(once);
};
