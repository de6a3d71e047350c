// What the module imports: objects that iterate, and objects with properties by index and name.
export class Pair {
  *[Symbol.iterator]() {
    yield ["a", 1];
    yield ["b", 2];
  }
  toString() {
    return "a pair";
  }
}

export class List {
  constructor(count) {
    for (let index = 0; index < count; index++) this[index] = `item ${index}`;
    Object.defineProperty(this, "length", { value: count });
  }
}
List.prototype[Symbol.iterator] = Array.prototype.values;

export class FinePair extends Pair {
  fineness = 7;
  toString() {
    return "a fine pair";
  }
}

export class Things {
  length = 0;
  get first() {
    return new Pair();
  }
  item(index) {
    return this[index] ?? null;
  }
}
export class OpenThings extends Things {
  second = new Pair();
}
export class FineThings extends Things {}
export class OtherThings extends Things {
  0 = new FinePair();
  text = "a text";
}

export class Dataset {
  get text() {
    return JSON.stringify(this);
  }
}

export class Table extends Map {}
export class Names extends Set {}

/** Fails at its second value. */
export class Broken extends Pair {
  *[Symbol.iterator]() {
    yield ["a", 1];
    throw new Error("broken");
  }
}
