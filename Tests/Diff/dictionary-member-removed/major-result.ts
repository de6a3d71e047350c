import { type Options, Draw } from "./module.js";
export const area = (options: Options): number => Draw.line(options).area;
