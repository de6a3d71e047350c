import { Filter, type Key } from "./module.js";
const key: Key = "blur";
Filter.run(key);
