import { Gone } from "./module.js";
export const one: number = Gone.f();
