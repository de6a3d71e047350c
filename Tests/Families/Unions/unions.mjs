/** Rows are objects of JavaScript's own class. */
export class Row {
  constructor(id) {
    this.id = id;
  }
}

export const Table = {
  make: (id) => new Row(id),
  find: (key) => (typeof key === "number" ? new Row(key) : `no ${key}`),
  value(value) {
    if (value === "throw") throw new RangeError("refused");
    return typeof value === "number" ? value + 1 : `${value}!`;
  },
  perhaps: (value) => value,
};
