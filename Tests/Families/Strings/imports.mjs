/** What the IDL of the family imports. */
export const Wire = {
  twice: (bytes) => (bytes === "wrong" ? "\u0100" : bytes + bytes),
  maybe: (bytes) => (bytes === null ? null : bytes + bytes),
};
