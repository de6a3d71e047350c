import { Text } from "./module.js";
export const text: string = Text.pad("a", 3);
