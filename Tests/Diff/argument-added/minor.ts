import { Text, Use } from "./module.js";
export const text: string = Text.pad("a");
Use.pour({ write(_text: string) {} });
