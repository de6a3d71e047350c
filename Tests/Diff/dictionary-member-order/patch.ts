import { Draw } from "./module.js";
export const { x, y } = Draw.end();
