import { Words } from "./module.js";
export const found: string | null = Words.find(3);
Words.show("a");
Words.add(new Set([1, 2]));
