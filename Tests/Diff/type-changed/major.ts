import { Words } from "./module.js";
export const text: string = Words.text("a");
