import { Use } from "./module.js";
Use.pour({ write() {}, close() {} });
