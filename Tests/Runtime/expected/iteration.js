// @part iterators
  const $iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  /** The prototype of a class's iterators; `step` gives the next value of one, or undefined at its end. */
  const $iteratorClass = (name, step) => {
    class Iterator {
      #state;
      constructor(state) {
        this.#state = state;
      }
      next() {
        if (typeof this !== "object" || this === null || !(#state in this)) throw new TypeError(`${name} Iterator.next must be called on one`);
        const result = this.#state && step(this.#state);
        if (!result) this.#state = undefined;
        return { value: result?.value, done: !result };
      }
    }
    const { prototype } = Iterator;
    delete prototype.constructor;
    Object.setPrototypeOf(prototype, $iterators);
    Object.defineProperty(prototype, "next", { enumerable: true });
    Object.defineProperty(prototype, Symbol.toStringTag, { value: `${name} Iterator`, configurable: true });
    return (state) => new Iterator(state);
  };
  /** Members that users see, as Web IDL has its operations. */
  const $members = (prototype, members, iterator) => {
    for (const name of Object.keys(members)) Object.defineProperty(prototype, name, { value: members[name], enumerable: true, writable: true, configurable: true });
    Object.defineProperty(prototype, Symbol.iterator, { value: iterator, writable: true, configurable: true });
  };
  const $callable = (value, where) => {
    if (typeof value !== "function") throw new TypeError(`${where}: callback must be a function`);
  };

// @part pairs
  /**
   * Iteration over pairs: `place` gives the place of the pair at an index or behind it, negative behind the last one; `key` and `value` what
   * stands there. An iterator has no more of Swift's than the object, so that nothing is left where a loop breaks.
   */
  const $pairs = (Class, name, place, key, value, isSet) => {
    const kinds = {
      keys: (object, at) => key.call(object, at),
      values: (object, at) => value.call(object, at),
      entries: (object, at) => [key.call(object, at), value.call(object, at)],
    };
    const make = $iteratorClass(name, (state) => {
      const at = place.call(state.object, state.index);
      if (at < 0) return undefined;
      state.index = at + 1;
      return { value: state.kind(state.object, at) };
    });
    // Asking for a place is the look at the receiver.
    const begin = (object, kind) => (place.call(object, 0), make({ object, kind, index: 0 }));
    const members = {
      entries() {
        return begin(this, kinds.entries);
      },
      keys() {
        return begin(this, kinds.keys);
      },
      values() {
        return begin(this, kinds.values);
      },
      forEach(callback, thisArg = undefined) {
        let at = place.call(this, 0);
        $callable(callback, `${name}.forEach`);
        for (; at >= 0; at = place.call(this, at + 1)) callback.call(thisArg, value.call(this, at), key.call(this, at), this);
      },
    };
    if (isSet) members.keys = members.values;
    $members(Class.prototype, members, isSet ? members.values : members.entries);
  };

// @part values-by-index
  /** Iteration over what has a length and indices: the functions of arrays themselves. */
  const $valuesByIndex = (Class) => {
    const { entries, keys, values, forEach } = Array.prototype;
    $members(Class.prototype, { entries, keys, values, forEach }, values);
  };

// @part cursor
  /** Where Swift stands in what it iterates. */
  const $cursor = (object) => ({ iterator: object[Symbol.iterator](), key: undefined, value: undefined });
  const $step = (cursor) => {
    const { done, value } = cursor.iterator.next();
    cursor.value = value;
    return !done;
  };
  const $stepPair = (cursor) => {
    const { done, value } = cursor.iterator.next();
    if (!done) [cursor.key, cursor.value] = value;
    return !done;
  };

// @part put
  const $put = (object, key, value) => {
    object[key] = value;
  };

// @part exotic
  /** Puts the private fields of a class that extends it on an object that is there already: on a proxy. */
  class $Onto {
    constructor(object) {
      return object;
    }
  }
  /** The index that a property's name is, or -1: as a number it would be written so (Web IDL 3.9, array index). */
  const $indexIn = (key) => {
    if (typeof key !== "string" || key.length > 10) return -1;
    let index = 0;
    for (let place = 0; place < key.length; place++) {
      const digit = key.charCodeAt(place) - 48;
      if (!(digit >= 0 && digit <= 9) || (index === 0 && place > 0)) return -1;
      index = index * 10 + digit;
    }
    return key !== "" && index < 0xffffffff ? index : -1;
  };
  /** Objects with properties by index or name (Web IDL 3.9). */
  class $Exotic {
    // Of Swift's object. The wrapper has it in a private field, which takes 30 ns to read of a proxy.
    address = 0;
    constructor(prototype, access) {
      this.access = access;
      this.indexed = access.indexed;
      this.named = access.named;
      this.object = new Proxy(Object.create(prototype), this);
    }
    /** Whether a name is one of the object's, and not hidden by what it has or inherits (3.9.6). */
    isVisible(target, key) {
      const { named } = this;
      if (!named || typeof key !== "string" || (!this.access.isOverriding && key in target)) return false;
      return named.has.call(this, key);
    }
    own(target, key, ignoresNames) {
      const { indexed, named } = this;
      const index = indexed ? $indexIn(key) : -1;
      if (index >= 0) {
        if (index >= indexed.length.call(this)) return undefined;
        return { value: indexed.get.call(this, index), writable: !!indexed.set, enumerable: true, configurable: true };
      }
      if (!ignoresNames && this.isVisible(target, key)) {
        return { value: named.get.call(this, key), writable: !!named.set, enumerable: !this.access.isHidden, configurable: true };
      }
      return Reflect.getOwnPropertyDescriptor(target, key);
    }
    getOwnPropertyDescriptor(target, key) {
      return this.own(target, key, false);
    }
    has(target, key) {
      return this.own(target, key, false) !== undefined || key in target;
    }
    get(target, key, receiver) {
      const { indexed, named } = this;
      const index = indexed ? $indexIn(key) : -1;
      if (index >= 0 && index < indexed.length.call(this)) return indexed.get.call(this, index);
      if (index < 0 && this.isVisible(target, key)) return named.get.call(this, key);
      return Reflect.get(target, key, receiver);
    }
    set(target, key, value, receiver) {
      const { indexed, named } = this;
      if (receiver === this.object) {
        const index = indexed?.set ? $indexIn(key) : -1;
        if (index >= 0) return indexed.set.call(this, index, value), true;
        if (named?.set && typeof key === "string") return named.set.call(this, key, value), true;
      }
      const own = this.own(target, key, true);
      if (!own) return Reflect.set(Object.getPrototypeOf(target), key, value, receiver);
      if (!("value" in own)) return own.set ? (own.set.call(receiver, value), true) : false;
      return own.writable && Reflect.defineProperty(receiver, key, { value });
    }
    defineProperty(target, key, descriptor) {
      const { indexed, named } = this;
      const isData = "value" in descriptor || "writable" in descriptor;
      const index = indexed ? $indexIn(key) : -1;
      if (index >= 0) return !!indexed.set && isData && (indexed.set.call(this, index, descriptor.value), true);
      if (named && typeof key === "string" && (this.access.isOverriding || !Object.hasOwn(target, key))) {
        if (named.set) return isData && (named.set.call(this, key, descriptor.value), true);
        if (named.has.call(this, key)) return false;
      }
      return Reflect.defineProperty(target, key, descriptor);
    }
    deleteProperty(target, key) {
      const { indexed, named } = this;
      const index = indexed ? $indexIn(key) : -1;
      if (index >= 0) return index >= indexed.length.call(this);
      if (this.isVisible(target, key)) return !!named.delete && named.delete.call(this, key) !== false;
      return Reflect.deleteProperty(target, key);
    }
    ownKeys(target) {
      const { indexed, named } = this;
      const keys = indexed ? Array.from({ length: indexed.length.call(this) }, (_, index) => String(index)) : [];
      if (named) for (const name of named.names.call(this)) if (!keys.includes(name) && this.isVisible(target, name)) keys.push(name);
      return keys.concat(Reflect.ownKeys(target));
    }
    preventExtensions() {
      return false;
    }
  }

// @part exotic-classes
  /** What the proxies of classes that inherit ask, by the classes' numbers. */
  const $accesses = [];
  /** What stands behind an object of such a class: some are proxies. */
  const $behind = (prototype, access) => (access ? new $Exotic(prototype, access) : { address: 0, object: Object.create(prototype) });
