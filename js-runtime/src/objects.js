// Swift objects that JavaScript owns.

// @part registry
/** What else to forget when an owner is collected. */
const $onCollected = [];
/** Releases a Swift object whose JavaScript owner was collected; an instance that stopped has nothing to release. */
const $registry = new FinalizationRegistry((address) => {
  try {
    for (const forget of $onCollected) forget(address);
    $bindgen_release?.(address);
  } catch {
    // There is no caller to tell, and the next call reports the trap.
  }
});

// @part young needs registry
// Owners are registered for finalization in batches, when the running job is done: what is disposed before never is, and no
// finalizer could run earlier anyway. It saves 100 to 150 ns for each short-lived owner.
const $young = [];
let $youngCount = 0;
const $settle = () => {
  const count = $youngCount;
  $youngCount = 0;
  for (let index = 0; index < count; index++) {
    const owner = $young[index];
    $young[index] = undefined;
    (typeof owner === "function" ? $settleClosure : $settleObject)(owner);
  }
};
const $born = (owner) => {
  if ($youngCount === 0) queueMicrotask($settle);
  else if ($youngCount === 1024) $settle();
  $young[$youngCount++] = owner;
};
let $settleObject, $settleClosure;

// @part objects needs young failure type
let $isA, $self, $address, $onSettled, $onDisposed;
// The address and the class of the object that is being made. They are handed over unseen, so that neither a stolen base class nor a
// changed parent makes an object of an address, or of another class.
let $adopted = 0, $brand;
class $Object {
  #address;
  // The class that Swift knows the object by: prototypes can be changed, this cannot.
  #class;
  #isRegistered;
  constructor() {
    if ($adopted === 0) throw new TypeError("Illegal constructor");
    this.#address = $adopted;
    this.#class = $brand;
    $adopted = 0;
    $born(this);
  }
  static {
    $isA = (object, name) => typeof object === "object" && object !== null && #class in object && object.#class === name;
    $address = (object) => object.#address;
    /** The address of a member's receiver. */
    $self = (object, name, where) => {
      if (typeof object !== "object" || object === null || !(#class in object) || object.#class !== name) $refuse(object, where, name);
      const address = object.#address;
      return address === 0 ? $live(object, where, `this ${name}`) : address;
    };
    $settleObject = (object) => {
      if (object.#address === 0) return;
      $onSettled?.(object, object.#address);
      $registry.register(object, object.#address, object);
      object.#isRegistered = true;
    };
  }
  /** Releases the Swift object now; every later use is an error. Disposing twice is allowed. */
  dispose() {
    const address = this.#address;
    if (address === 0) return;
    this.#address = 0;
    // An instance that stopped has nothing to release, and `using` must not hide the first cause behind another error.
    if ($failure) return;
    if (this.#isRegistered) {
      $registry.unregister(this);
      $onDisposed?.(address);
    }
    try {
      $bindgen_release(address);
    } catch (error) {
      $fail(error, `${this.constructor.name}.dispose`);
    }
  }
}
if (Symbol.dispose) $Object.prototype[Symbol.dispose] = $Object.prototype.dispose;
const $refuse = (object, where, name) => {
  throw new TypeError(`${where} must be called on ${name}, not on ${$kind(object)}`);
};
/** An object's address, read last, when no more code of the program can run before the call. */
const $live = (object, where, what) => {
  const address = $address(object);
  if (address === 0) throw new TypeError(`${where}: ${what} has been disposed`);
  return address;
};

// @part identity needs objects
// The wrapper of each Swift object that has one, so that the same object arrives as the same wrapper.
// An entry is made when the wrapper has outlived its job, or earlier when a look-up misses: most objects never come back.
const $wrappers = new Map();
$onSettled = (object, address) => $wrappers.set(address, new WeakRef(object));
$onDisposed = (address) => $wrappers.delete(address);
$onCollected.push((address) => {
  const wrapper = $wrappers.get(address);
  if (wrapper && !wrapper.deref()) $wrappers.delete(address);
});
// The class whose constructor is to make the wrapper of `$adopted` instead of an object of its own.
let $lifting;
/** The wrapper of an object that Swift hands over with a reference. */
const $wrap = (address, Class, name) => {
  address >>>= 0;
  let wrapper = $wrappers.get(address)?.deref();
  if (!wrapper && $youngCount > 0) {
    $settle();
    wrapper = $wrappers.get(address)?.deref();
  }
  if (wrapper) {
    $bindgen_release(address);
    return wrapper;
  }
  $adopted = address;
  $brand = name;
  $lifting = Class;
  return new Class();
};
