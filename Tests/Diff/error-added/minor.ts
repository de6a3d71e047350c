import { Text } from "./module.js";
export const last = Text.last();
