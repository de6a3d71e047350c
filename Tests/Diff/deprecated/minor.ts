import { Greeter } from "./module.js";
export const text: string = Greeter.greet("you");
