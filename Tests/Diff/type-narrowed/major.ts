import { Words } from "./module.js";
Words.show(null);
