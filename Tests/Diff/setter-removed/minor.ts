import { type Counter, Use } from "./module.js";
export const draw = (counter: Counter): void => Use.draw(counter, { width: 3 });
