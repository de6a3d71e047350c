// Swift objects that JavaScript owns, in modules that are built for size: for finalization they are registered at once.

// @part young/small needs registry
const $born = (owner, settle) => settle(owner);

// @part wrap/small needs identity
/** The wrapper of an object that Swift hands over with a reference. */
const $wrap = (address, Class) => {
  const wrapper = $wrappers.get((address >>>= 0))?.deref();
  if (wrapper) {
    $wasm.release(address);
    return wrapper;
  }
  $adopted = address;
  $lifting = Class;
  return new Class();
};
