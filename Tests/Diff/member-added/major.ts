import { type Counter, Use } from "./module.js";
export const pour = (counter: Counter): void => Use.pour(counter, { write(value: number) { console.log(value); } });
