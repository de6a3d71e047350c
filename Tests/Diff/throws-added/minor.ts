import { Use } from "./module.js";
Use.done(() => { throw new Error("allowed now"); });
