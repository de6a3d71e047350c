import { Numbers } from "./module.js";
export const four: number = Numbers.twice(2);
