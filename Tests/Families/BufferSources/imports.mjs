/** What the IDL of the family imports. */
export const Disk = {
  read: (key) => new Uint8Array([...new Uint8Array(key.buffer ?? key), 9]).buffer,
  first(list) {
    if (list.length === 0) throw new RangeError("an empty list");
    return list[0];
  },
  turn: (chunk) => ({ ...chunk, bytes: chunk.bytes.toReversed?.() ?? chunk.bytes.slice().reverse(), numbers: new Float64Array([5]) }),
  view: (view) => new Uint16Array(view.buffer),
};
