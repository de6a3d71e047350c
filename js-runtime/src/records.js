// Records: the own enumerable properties of an object, in their order (Web IDL 3.2.23).

// @part record needs type
const $keys = (record, where) => {
  if ((typeof record !== "object" || record === null) && typeof record !== "function") $type(record, where, "an object");
  return Reflect.ownKeys(record);
};
/** Looks whether a property is there and enumerable. One that is named by a symbol has no key. */
const $isOwn = (record, key, where) => {
  const property = Reflect.getOwnPropertyDescriptor(record, key);
  if (property === undefined || !property.enumerable) return false;
  if (typeof key === "symbol") $type(key, `${where}: a key`, "a string");
  return true;
};
/** The place of a value, for a message. */
const $keyOf = (where, key) => `${where}[${JSON.stringify(key)}]`;

// @part property
/** Gives an object a property; `__proto__` is one like any other. */
const $property = (object, key, value) => {
  if (key === "__proto__") Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
};
