/** What the IDL of the family imports. */
export class Tool {}
export const Outside = {
  half: (value) => (value === undefined ? undefined : value / 2),
  text: (...values) => (values.length === 1 ? values[0] : "more"),
  tool: (value) => value,
};
