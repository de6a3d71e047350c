import { Use } from "./module.js";
export const area: number = Use.area({ width: 2 });
