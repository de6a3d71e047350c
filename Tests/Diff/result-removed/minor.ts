import { Use } from "./module.js";
Use.pour({ write: (_text: string): number => 1 });
