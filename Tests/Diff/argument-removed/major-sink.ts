import { Use } from "./module.js";
Use.pour({ write(_text: string, _width: number) {} });
