import { Filter } from "./module.js";
export const state: string | boolean = Filter.state();
