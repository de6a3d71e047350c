import { Text } from "./module.js";
export function parse(text: string): number {
  try { return Text.parse(text); } catch { return 0; }
}
