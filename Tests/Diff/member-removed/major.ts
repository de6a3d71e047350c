import { Numbers } from "./module.js";
export const three: number = Numbers.thrice(1);
