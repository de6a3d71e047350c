import { Words } from "./module.js";
Words.store(new Uint8Array(2));
