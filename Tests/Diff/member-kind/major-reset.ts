import type { Counter } from "./module.js";
export const reset = (counter: Counter): void => counter.reset();
