// What needs the declarations of a browser.
import { init } from "greeter";
import { Image } from "image-filter";

await init(new URL("greeter.wasm", "https://example.com"));
await init(fetch("greeter.wasm"));
await init(await WebAssembly.compile(new Uint8Array(8)));

const image = new Image(2, 2);
// Compilers that tell buffers apart must know that the pixels are not shared: ImageData and Blob take no others.
const data = new ImageData(image.pixels, image.width);
const blob = new Blob([image.original]);
export { blob, data };
