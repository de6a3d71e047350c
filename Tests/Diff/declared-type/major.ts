import { Parser } from "./module.js";
export const time: Date = Parser.time;
