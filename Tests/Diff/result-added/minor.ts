import { Text } from "./module.js";
Text.print("a");
export const print: (text: string) => void = Text.print;
