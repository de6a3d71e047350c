// What the module imports: named exports.
export const twice = (number) => number * 2;
export function greet(name) {
  return `hello ${name}`;
}
