// Observable arrays: the array that an attribute always gives, over a list that Swift keeps.

// @part observable-array needs failure
/**
 * Lets an attribute give one array for each object, which reads and writes through the attribute's own getter and setter (Web IDL 3.7.6,
 * 3.10). What is written is converted before anything changes.
 */
const $observeArray = (Class, name, isReadonly) => {
  const { get, set } = Object.getOwnPropertyDescriptor(Class.prototype, name);
  const arrays = new WeakMap();
  const attribute = {
    get [name]() {
      // The look at the receiver is the getter's.
      if (!arrays.has(this)) arrays.set(this, (get.call(this), $observableArray(() => get.call(this), (list) => set.call(this, list))));
      return arrays.get(this);
    },
  };
  const accessor = Object.getOwnPropertyDescriptor(attribute, name).get;
  Object.defineProperty(Class.prototype, name, { get: accessor, set: isReadonly ? undefined : set, enumerable: true, configurable: true });
};
/** The index that a key is, or -1. */
const $indexOfKey = (key) => (typeof key === "string" && String(key >>> 0) === key && key >>> 0 !== 0xFFFFFFFF ? key >>> 0 : -1);
const $observableArray = (read, write) => {
  const put = (index, value) => {
    const list = read();
    if (index > list.length) return false;
    list[index] = value;
    write(list);
    return true;
  };
  const resize = (value) => {
    const length = value >>> 0;
    if (length !== Number(value)) throw new RangeError("an array's length must be a whole number below 2 ** 32");
    const list = read();
    if (length > list.length) return false;
    if (length < list.length) write(list.slice(0, length));
    return true;
  };
  return new Proxy([], {
    get(target, key, receiver) {
      const index = $indexOfKey(key);
      return index >= 0 ? read()[index] : key === "length" ? read().length : Reflect.get(target, key, receiver);
    },
    set(target, key, value) {
      const index = $indexOfKey(key);
      return index >= 0 ? put(index, value) : key === "length" ? resize(value) : Reflect.set(target, key, value);
    },
    has(target, key) {
      const index = $indexOfKey(key);
      return index >= 0 ? index < read().length : Reflect.has(target, key);
    },
    deleteProperty(target, key) {
      const index = $indexOfKey(key);
      if (index < 0) return Reflect.deleteProperty(target, key);
      const list = read();
      if (index !== list.length - 1) return index >= list.length;
      write(list.slice(0, -1));
      return true;
    },
    defineProperty(target, key, descriptor) {
      const index = $indexOfKey(key);
      if (index < 0 && key !== "length") return Reflect.defineProperty(target, key, descriptor);
      const expected = index >= 0;
      const isOther = ["configurable", "enumerable"].some((name) => name in descriptor && descriptor[name] !== expected);
      if (isOther || descriptor.writable === false || "get" in descriptor || "set" in descriptor) return false;
      if (!("value" in descriptor)) return true;
      return expected ? put(index, descriptor.value) : resize(descriptor.value);
    },
    getOwnPropertyDescriptor(target, key) {
      const index = $indexOfKey(key);
      if (index < 0 && key !== "length") return Reflect.getOwnPropertyDescriptor(target, key);
      const list = read();
      if (index >= list.length) return undefined;
      const isElement = index >= 0;
      return { value: isElement ? list[index] : list.length, writable: true, enumerable: isElement, configurable: isElement };
    },
    ownKeys: (target) => [...read().keys()].map(String).concat(Reflect.ownKeys(target)),
    preventExtensions: () => false,
  });
};
