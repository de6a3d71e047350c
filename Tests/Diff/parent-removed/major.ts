import type { Circle, Shape } from "./module.js";
export const general = (circle: Circle): Shape => circle;
