import { Text } from "./module.js";
export const length: number = Text.print("a");
