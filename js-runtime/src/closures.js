// Swift closures that JavaScript calls.

// @part deferred
/** What waits for the outermost call of a member to return. */
const $later = { depth: 0, calls: [] };
/** Where no member runs, what waits is called in a task of the microtask queue. */
const $postpone = (call, ...values) => {
  if ($later.calls.push(() => call(...values)) === 1 && $later.depth === 0) Promise.resolve().then(() => $callLater(true));
};
/** The first exception is that of the member, where it can have one; the others are told. */
const $callLater = (isTold) => {
  let failure;
  $later.depth++;
  for (let call; (call = $later.calls.shift()) !== undefined; ) {
    try {
      call();
    } catch (error) {
      if (isTold || failure) console.error(error);
      else failure = { error };
    }
  }
  $later.depth--;
  if (failure) throw failure.error;
};
const $outermost = (body, isPromised) => {
  let isTold = true;
  $later.depth++;
  try {
    const result = body();
    isTold = isPromised;
    return result;
  } finally {
    if (--$later.depth === 0) $callLater(isTold);
  }
};

// @part closures needs young failure table
const $state = Symbol();
/** The function that calls the closure in a box: the same for all closures of one type, whose code is linked with the box. */
const $closureCall = (address) => $table.get($wasm.closureCall(address));
/** Gives a function that stands for a Swift closure its `dispose`; it is released then, or when it is collected. */
const $own = (closure, state) => {
  closure[$state] = state;
  closure.dispose = $disposeClosure;
  if (Symbol.dispose) closure[Symbol.dispose] = $disposeClosure;
  $born(closure, $settleClosure);
  return closure;
};
const $disposeClosure = function () {
  const state = this[$state];
  const { address } = state;
  if (address === 0) return;
  state.address = 0;
  if ($trap.error !== undefined) return;
  if (state.isRegistered) $registry.unregister(state);
  try {
    $wasm.releaseClosure(address);
  } catch (error) {
    $fail(error, "dispose");
  }
  const waiting = $takeWaiting?.();
  if (waiting) throw waiting.error;
};
const $settleClosure = (closure) => {
  const state = closure[$state];
  if (state.address === 0) return;
  $registry.register(closure, state.address, state);
  state.isRegistered = true;
};
const $ended = (name) => {
  throw new TypeError(`${name}: this function has been disposed`);
};

// @part end-closure needs closures
/** Ends a function that stands for a Swift closure; any other is left alone. */
const $endClosure = (closure) => {
  if (typeof closure === "function" && closure[$state]) $disposeClosure.call(closure);
};

// @part operation needs type
/** Calls an object of a callback interface: itself where it is a function, else its operation as it is now (Web IDL 3.11). */
const $operation = (object, name, place, ...values) => {
  if (typeof object === "function") return object(...values);
  const operation = object[name];
  if (typeof operation !== "function") $type(operation, place, "a function");
  return Reflect.apply(operation, object, values);
};

// @part method
/** A function that is called on the object that it was read from. */
const $onObject = (call, object) => (...values) => Reflect.apply(call, object, values);

// @part once
/** A function that is called at most once, and then holds nothing of the program's. */
const $once = (callback, where) =>
  function (...given) {
    const own = callback;
    if (own === undefined) throw new TypeError(`${where} is called once, and has been`);
    callback = undefined;
    return own.apply(this, given);
  };
