/** What the IDL of the family imports. */
export class Cell {
  amount = 2n ** 64n;
  target = globalThis;
  constructor(state) {
    this.state = state;
  }
}
export const Host = {
  echo: (value) => value,
  two: (...values) => values.length,
  wrap: (value) => Object.freeze({ value }),
  mark: (value) => Symbol.for(`marked ${value.description}`),
  square: (value) => value * value,
  maybe: (value) => (value === null ? null : value + 1n),
  failing(value) {
    throw value;
  },
  bag: (bag) => ({ ...bag, other: "from the host" }),
};
