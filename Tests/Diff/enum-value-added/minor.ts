import { Filter, type Mode } from "./module.js";
const mode: Mode = "blur";
Filter.run(mode);
