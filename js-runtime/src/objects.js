// Swift objects that JavaScript owns.

// @part registry needs failure
/** What else to forget when an owner is collected. */
const $onCollected = [];
/** Takes the exception that a deinit left behind, in a box; there is none where no exception waits (see `waiting`). */
let $takeWaiting;
/** Gives back a reference where there is no caller to tell: an exception out of a deinit is reported. */
const $release = (address) => {
  try {
    $wasm.release(address);
  } catch (error) {
    $fail(error, "a deinit");
  }
  const waiting = $takeWaiting?.();
  if (waiting) console.error(waiting.error);
};
/** Releases a Swift object whose JavaScript owner was collected; an instance that stopped has nothing to release. */
const $registry = new FinalizationRegistry((address) => {
  for (const forget of $onCollected) forget(address);
  if ($trap.error !== undefined) return;
  try {
    $release(address);
  } catch (error) {
    console.error(error);
  }
});

// @part waiting needs registry pending
$takeWaiting = () => {
  const waiting = $pending.exception;
  $pending.exception = undefined;
  return waiting;
};

// @part young needs registry
// Owners are registered for finalization in batches, when the running job is done: what is disposed before never is, and no
// finalizer could run earlier anyway. It saves 100 to 150 ns for each short-lived owner.
const $young = [];
const $settlers = [];
let $youngCount = 0;
const $settle = () => {
  const count = $youngCount;
  $youngCount = 0;
  for (let index = 0; index < count; index++) {
    const owner = $young[index];
    $young[index] = undefined;
    $settlers[index](owner);
  }
};
/** @param settle what registers the owner, unless it has been disposed by then */
const $born = (owner, settle) => {
  // Not by `queueMicrotask`, which an AudioWorklet has not.
  if ($youngCount === 0) Promise.resolve().then($settle);
  else if ($youngCount === 1024) $settle();
  $young[$youngCount] = owner;
  $settlers[$youngCount++] = settle;
};

// @part scope
/** What has been made in the scope that is open. */
let $made;
/** Begins a scope: it disposes of what is made until it is disposed of itself, the last first. Scopes stand in each other. */
const $scope = () => {
  const outer = $made;
  const made = [];
  $made = made;
  let isOpen = true;
  const scope = {
    keep(object) {
      const place = made.indexOf(object);
      if (place >= 0) made.splice(place, 1);
      return object;
    },
    dispose() {
      if (!isOpen) return;
      isOpen = false;
      const failures = [];
      while (made.length > 0) {
        try {
          made.pop().dispose();
        } catch (error) {
          failures.push(error);
        }
      }
      $made = outer;
      if (failures.length > 0) throw failures[0];
    },
  };
  if (Symbol.dispose) scope[Symbol.dispose] = scope.dispose;
  outer?.push(scope);
  return scope;
};

// @part override
const $override = (name, object, ...values) => object[name](...values);

// @part overriding
/**
 * The objects of classes of JavaScript's that extend one of the module's. Swift may have one where JavaScript has forgotten it, and a new object
 * for its address would be of the module's class: what is overridden would be lost. So they stay until they are disposed of.
 */
const $overriding = new Set();

// @part objects needs young failure type
let $onSettled, $onDisposed;
const $register = (object, address) => {
  $onSettled?.(object, address);
  $registry.register(object, address, object);
  return true;
};
/** An instance that stopped has nothing to release, and `using` must not hide the first cause behind another error. */
const $dispose = (object, address, isRegistered, name) => {
  if ($trap.error !== undefined) return;
  if (isRegistered) {
    $registry.unregister(object);
    $onDisposed?.(address);
  }
  try {
    $wasm.release(address);
  } catch (error) {
    $fail(error, `${name}.dispose`);
  }
  const waiting = $takeWaiting?.();
  if (waiting) throw waiting.error;
};
/** A property as methods of classes have theirs. */
const $method = (object, key, value) => Object.defineProperty(object, key, { value, writable: true, configurable: true });
/** What every class has: members that are enumerated and the tag (Web IDL 3.7); and `Symbol.dispose`, which is ours as `dispose` is. */
const $interface = (Class, name) => {
  const { prototype } = Class;
  for (const object of [Class, prototype]) {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      const isMember = value === undefined || (typeof value === "function" && value !== Class);
      if (isMember && key !== "dispose") Object.defineProperty(object, key, { enumerable: true });
    }
  }
  if (Symbol.dispose && Object.hasOwn(prototype, "dispose")) $method(prototype, Symbol.dispose, prototype.dispose);
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
};
/** What a value is that has no Swift object behind it: a Proxy has the class and not its private fields, and a clone has neither. */
const $imitation = (value, Class) => {
  if (value instanceof Class) return "a Proxy of one, or what no constructor made";
  if (value?.constructor !== Object || Object.keys(value).length > 0) return $kind(value);
  return "an empty object, as structuredClone and postMessage make of one";
};
const $refuse = (object, where, Class) => {
  throw new TypeError(`${where} must be called on ${Class.name}, not on ${$imitation(object, Class)}`);
};
const $imitated = (value, where, expected, Class) => {
  throw new TypeError(`${where} must be ${expected}, not ${$imitation(value, Class)}`);
};
/** An object's address, read last, when no more code of the program can run before the call. */
const $live = (address, where, what) => {
  if (address === 0) throw new TypeError(`${where}: ${what} has been disposed`);
  return address;
};

// @part dispose-by needs objects
/** Puts a disposer in the place of the member that it calls, and under the symbol, where there is one. */
const $disposeBy = (prototype, name, disposer, symbol) => {
  Object.defineProperty(disposer, "length", { value: prototype[name].length, configurable: true });
  prototype[name] = disposer;
  if (symbol) $method(prototype, symbol, disposer);
};

// @part disposer needs dispose-by
/** Makes a member the disposer of its class: it does its work, and the object ends. A second call does nothing. */
const $disposer = (prototype, name, isDisposed) => {
  const own = prototype[name];
  const { [name]: disposer } = {
    [name](...given) {
      if (isDisposed(this)) return;
      own.apply(this, given);
      this.dispose();
    },
  };
  $disposeBy(prototype, name, disposer, Symbol.dispose);
};

// @part async-disposer needs dispose-by
/** The same of a member that gives a promise: the object ends when that is fulfilled. */
const $asyncDisposer = (prototype, name, isDisposed) => {
  const own = prototype[name];
  const { [name]: disposer } = {
    async [name](...given) {
      if (isDisposed(this)) return;
      await own.apply(this, given);
      this.dispose();
    },
  };
  $disposeBy(prototype, name, disposer, Symbol.asyncDispose);
};

// @part constants
/** Properties that nobody changes (Web IDL 3.7.5). */
const $constants = (objects, values) => {
  for (const object of objects) {
    for (const name of Object.keys(values)) Object.defineProperty(object, name, { value: values[name], enumerable: true });
  }
};

// @part adopt
// What the constructor of the class `$lifting` is to make a wrapper of, instead of an object of its own: the address `$adopted`. Classes
// that inherit go by their numbers there.
let $lifting, $adopted;

// @part identity needs objects adopt
// The wrapper of each Swift object that has one, so that the same object arrives as the same wrapper.
// An entry is made when the wrapper has outlived its job, or earlier when a look-up misses: most objects never come back.
const $wrappers = new Map();
$onSettled = (object, address) => $wrappers.set(address, new WeakRef(object));
$onDisposed = (address) => $wrappers.delete(address);
$onCollected.push((address) => {
  const wrapper = $wrappers.get(address);
  if (wrapper && !wrapper.deref()) $wrappers.delete(address);
});

// @part wrap needs identity
/** The wrapper of an object that Swift hands over with a reference. */
const $wrap = (address, Class) => {
  address >>>= 0;
  let wrapper = $wrappers.get(address)?.deref();
  if (!wrapper && $youngCount > 0) {
    $settle();
    wrapper = $wrappers.get(address)?.deref();
  }
  if (wrapper) {
    $wasm.release(address);
    return wrapper;
  }
  $adopted = address;
  $lifting = Class;
  return new Class();
};

// @part class-of needs identity memory view:i32
// The numbers of classes that inherit, by the address of the Swift class's metadata, which is the first word of its objects.
const $numbers = new Map();
/** The class of an object that says itself which one it is of: its constructor gives an object of that one. */
const $Dynamic = function () {
  if ($i32.length === 0) $refresh();
  const metadata = $i32[$adopted >>> 2];
  let number = $numbers.get(metadata);
  if (number === undefined) {
    number = $wasm.class($adopted);
    $numbers.set(metadata, number);
  }
  $lifting = number;
  return new $classes[number]();
};
