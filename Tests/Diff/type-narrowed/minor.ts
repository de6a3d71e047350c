import { Words, type Shape } from "./module.js";
export const found: string | null = Words.find(3);
export const shape: Shape = Words.shape();
