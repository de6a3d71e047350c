/** What the IDL of the family imports. */
export class Row {
  constructor(id) {
    this.id = id;
  }
}
export const Table = {
  make: (id) => new Row(id),
  widths: (widths) => Object.fromEntries(Object.entries(widths).map(([key, value]) => [key, value * 10])),
  rows(rows) {
    if ("throw" in rows) throw new RangeError("a row that throws");
    return rows;
  },
};
