import { Draw } from "./module.js";
Draw.line({ width: 2 });
Draw.line(Draw.options());
