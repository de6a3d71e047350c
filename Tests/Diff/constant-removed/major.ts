import { Limits } from "./module.js";
export const least: number = Limits.LEAST;
