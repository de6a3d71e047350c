import type { Counter } from "./module.js";
export const total = (counter: Counter): number => counter.total;
