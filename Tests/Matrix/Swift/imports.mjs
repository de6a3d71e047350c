// What the matrix imports. A test says what the imported operations do by setting `answers.call`.
export const answers = { call: null };

/** Every imported operation of the matrix. */
export const Host = new Proxy({}, { get: (_, name) => (...given) => answers.call(name, given) });

export class Item {
  constructor(value) {
    this.value = value;
  }
}
