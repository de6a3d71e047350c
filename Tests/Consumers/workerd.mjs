/** The entry for a runtime whose import of a .wasm gives a WebAssembly.Module, as that of workerd does. */
import greeter from "greeter/greeter.wasm";
import image from "image-filter/image-filter.wasm";
import { probe } from "./probe.mjs";

console.log(`@answers ${JSON.stringify(await probe({ greeter, image }))}`);
