import { Draw } from "./module.js";
Draw.line({ id: 1, width: 2, height: 3 });
