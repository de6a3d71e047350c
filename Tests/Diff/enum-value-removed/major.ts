import { Filter } from "./module.js";
Filter.run("sharpen");
