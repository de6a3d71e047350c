/** Throws an error with this message unless `truth` holds. @param {unknown} truth @param {string} message */
export function expect(truth, message) {
  if (!truth) throw new Error(message);
}
