import { Work } from "./module.js";
Work.start((part: number) => { console.log(part); });
