// @part number
  /** Web IDL's ToNumber; what has no number is a TypeError that names the place. */
  const $number = (value, where) => {
    if (typeof value === "bigint" || typeof value === "symbol") $type(value, where, "a number");
    return +value;
  };

// @part double
  const $double = (value, where) => {
    const number = $number(value, where);
    if (number - number !== 0) $type(value, where, "a finite number");
    return number;
  };

// @part float
  const $float = (value, where) => {
    const number = Math.fround($double(value, where));
    if (number - number !== 0) $type(value, where, "a number that fits a float");
    return number;
  };

// @part enforce
  /** [EnforceRange] (Web IDL 3.3.5). */
  const $enforce = (value, low, high, where) => {
    const number = Math.trunc($number(value, where));
    if (!(number >= low && number <= high)) $type(value, where, `an integer from ${low} to ${high}`);
    return number + 0;
  };

// @part clamp
  /** [Clamp] (Web IDL 3.3.3): the nearest value in range, halves to even. */
  const $clamp = (value, low, high, where) => {
    const number = Math.min(Math.max($number(value, where), low), high);
    const floor = Math.floor(number);
    const rest = number - floor;
    if (number !== number) return 0;
    return (rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1) + 0;
  };

// @part long
  /**
   * A 64-bit integer modulo 2^64 (Web IDL 3.2.4), as the Number from -2^63 to 2^63 that is congruent to it: that one is exact, also
   * where the unsigned one is not.
   */
  const $long = (value, where) => {
    const number = Math.trunc($number(value, where));
    if (number - number !== 0) return 0;
    return number >= -(2 ** 63) && number < 2 ** 63 ? number + 0 : Number(BigInt.asIntN(64, BigInt(number)));
  };

// @part bigint
  const $bigint = (value, where) => {
    if (value === null || value === undefined || typeof value === "number" || typeof value === "symbol") $type(value, where, "a bigint");
    return BigInt.asIntN(64, value);
  };

// @part string
  const $string = (value, where) => {
    if (typeof value === "symbol") $type(value, where, "a string");
    return `${value}`;
  };

// @part present
  /** The place of an attribute's value, for a message; undefined is told as what it mostly is, an attribute that is not there. */
  const $present = (value, name) => {
    if (value === undefined) throw new TypeError(`${name} is undefined: there is no such attribute here`);
    return `${name}: the result`;
  };

// @part given
  /** Arguments without the absent ones at the end. */
  const $given = (...values) => {
    while (values.length > 0 && values[values.length - 1] === undefined) values.pop();
    return values;
  };

// @part dictionary
  /** null and undefined are the empty dictionary, other primitives a TypeError (Web IDL 3.2.17). */
  const $dictionary = (value, where) => {
    if (value === null || value === undefined) return $nothing;
    if (typeof value !== "object" && typeof value !== "function") $type(value, where, "an object");
    return value;
  };

  const $nothing = Object.freeze(Object.create(null));

// @part at
  /** The place of an element, for a message. */
  const $at = (where, index) => (index < 0 ? where : `${where}[${index}]`);

// @part object
  const $object = (value, where, expected = "an object") => {
    if ((typeof value !== "object" || value === null) && typeof value !== "function") $type(value, where, expected);
  };

// @part array
  /**
   * What a sequence is read from (Web IDL 3.2.21): an array or typed array itself, as long as nobody changed how it iterates, or what
   * looks like an array and asks the iterator for one element more whenever its length is asked for.
   */
  const $array = (value, where) => {
    let method;
    if (Array.isArray(value)) {
      method = value[Symbol.iterator];
      if (method === $arrayValues) return value;
    } else {
      $object(value, where, "an iterable object");
      method = value[Symbol.iterator];
      if (method === $typedValues && ArrayBuffer.isView(value) && $tagOf.call(value)) return $elementsOf(value, where);
    }
    if (typeof method !== "function") $type(value, where, "an iterable object");
    return $iterated(method.call(value), where);
  };
  /**
   * A typed array as a sequence: itself where all that is seen of it is the engine's, else a copy. A view of this module's memory is
   * copied, too, before room for its elements can make the memory grow.
   */
  const $elementsOf = (array, where) => {
    const tag = $tagOf.call(array);
    const Class = globalThis[tag];
    const former = $lengthOf.call(array) === 0 ? $formerly?.(array, tag, where) : undefined;
    if (former) return new Class(new Class($memory.buffer, former.start, former.count));
    const isPlain = Object.getPrototypeOf(array) === Class.prototype && !Object.hasOwn(array, "length");
    return isPlain && $bufferOf.call(array) !== $memory.buffer ? array : new Class(array);
  };
  const $arrayValues = Array.prototype[Symbol.iterator];
  const $typedValues = Object.getPrototypeOf(Int8Array.prototype)[Symbol.iterator];
  const $iterated = (iterator, where) => {
    $object(iterator, where, "an iterable object");
    const { next } = iterator;
    let count = -1;
    const values = {
      get length() {
        if (count < 0) return (count = 0);
        const step = next.call(iterator);
        $object(step, `${where}: an iterator's result`);
        if (!step.done) values[count++] = step.value;
        return count;
      },
    };
    return values;
  };

// @part found-iterator
  /** An iterable whose iterator has been looked for already. Of an array's own, nobody sees another look. */
  const $iterableBy = (value, method) => {
    const isOwn = (method === $arrayValues && Array.isArray(value)) || (method === $typedValues && ArrayBuffer.isView(value));
    return isOwn || typeof method !== "function" ? value : { [Symbol.iterator]: () => Reflect.apply(method, value, []) };
  };

// @part enumeration
  /** The index of a value that is not a string yet, or a TypeError (Web IDL 3.2.18). */
  const $enumeration = (value, indexOf, values, where) => {
    const index = indexOf($string(value, where));
    if (index < 0) $type(value, where, values.length > 1 ? `one of ${values.map((item) => JSON.stringify(item)).join(", ")}` : JSON.stringify(values[0]));
    return index;
  };

// @part tuple
  /** What a tuple's members are read from; null and undefined have none, as those of a dictionary. */
  const $tuple = (value, where) => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value) && value[Symbol.iterator] === Array.prototype.values) return value;
    if (typeof value !== "object" || value === null || typeof value[Symbol.iterator] !== "function") throw new TypeError(`${where} must be an array`);
    return [...value];
  };

// @part length
  const $length = (count, wanted, where) => {
    throw new TypeError(`${where} must have ${wanted} element${wanted === 1 ? "" : "s"}, not ${count}`);
  };
