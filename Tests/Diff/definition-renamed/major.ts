import { Picture } from "./module.js";
export const picture = new Picture();
