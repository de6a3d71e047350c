import { Words, type Shape } from "./module.js";
export const area = (shape: Shape): number => Words.area(shape);
