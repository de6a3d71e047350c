import { Text } from "./module.js";
export const text: string = Text.lower("A");
