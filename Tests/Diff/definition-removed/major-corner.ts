import type { Corner } from "./module.js";
export const corner: Corner = "round";
