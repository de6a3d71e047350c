import { Circle } from "./module.js";
const circle = new Circle(1);
export const text: string = `${circle.name} ${circle.radius}`;
