import { type Options, Draw } from "./module.js";
export const length = (options: Options): number => Draw.line(options).length;
