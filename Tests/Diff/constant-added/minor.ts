import { Limits } from "./module.js";
export const most: number = Limits.MOST;
