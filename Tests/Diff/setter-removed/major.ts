import type { Counter } from "./module.js";
export const clear = (counter: Counter): void => { counter.total = 0; };
