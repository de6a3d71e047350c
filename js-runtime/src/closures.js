// Swift closures that JavaScript calls.

// @part closures needs registry failure
/** Gives a function that stands for a Swift closure its `dispose`; it is released then, or when it is collected. */
const $own = (closure, state) => {
  $registry.register(closure, state.address, state);
  closure.dispose = () => {
    const { address } = state;
    if (address === 0) return;
    state.address = 0;
    $registry.unregister(state);
    try {
      $bindgen_release(address);
    } catch (error) {
      $fail(error, "dispose");
    }
  };
  if (Symbol.dispose) closure[Symbol.dispose] = closure.dispose;
  return closure;
};
const $ended = (name) => {
  throw new TypeError(`${name}: this function has been disposed`);
};
