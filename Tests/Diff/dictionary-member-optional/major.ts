import { Draw } from "./module.js";
export const length: number = Draw.line({ id: 1, width: 2 }).length;
