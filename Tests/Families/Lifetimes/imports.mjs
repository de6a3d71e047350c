// What the module Lifetimes imports.
export const told = [];

export class Row {
  #id;
  constructor(id) {
    this.#id = id;
  }
  get id() {
    return this.#id;
  }
  tell() {
    told.push(this.#id);
  }
}

export const Source = {
  make: (id) => new Row(id),
  idOf: (row) => row.id,
  sumOf: (rows) => rows.reduce((sum, row) => sum + row.id, 0),
  numberOf: ({ row, number }) => row.id * 100 + number,
  rowsOf: ({ rows, head }) => rows.reduce((sum, row) => sum + row.id, head.id),
  echo: (text) => text,
};

export const Broken = {
  text: () => {
    throw new RangeError("mine");
  },
  label: () => {
    throw new RangeError("mine");
  },
};
