import { Words } from "./module.js";
export const pick = (size: string): void => Words.pick(size);
