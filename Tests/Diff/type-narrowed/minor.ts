import { Words } from "./module.js";
export const found: string | null = Words.find(3);
