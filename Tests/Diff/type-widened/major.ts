import { Words } from "./module.js";
export const first: string = Words.first();
