/** What Swift calls; tests put other functions in the place of these. */
export const host = { pay: (amount) => amount, rename: (name) => name, anything: () => {} };
