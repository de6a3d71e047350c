import { Filter } from "./module.js";
export const isBusy = (): boolean => Filter.state() === "busy";
