import { Frame } from "./module.js";
export const frame = new Frame();
