import { Filter, type Key } from "./module.js";
const key: Key = true;
Filter.run(key);
