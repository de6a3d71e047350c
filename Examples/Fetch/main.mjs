// `swift run bindgen run Examples/Fetch` builds the module and runs this: a server for the texts, and Swift that fetches them from it.
import { init, Reader } from "./dist/fetch.node.js";
import { serveTexts } from "./texts.mjs";

await init();
const { folder, close } = await serveTexts();
for (const { title, words, bytes } of await Reader.count(folder)) console.log(`${title}: ${words} words in ${bytes} bytes`);
await close();
