import { Words } from "./module.js";
export const big: bigint = Words.big();
