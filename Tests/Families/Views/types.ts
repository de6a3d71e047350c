import { Image, Storage, init } from "views";

await init();
const image = new Image(4);
const pixels: Uint8ClampedArray = image.pixels;
// @ts-expect-error it is readonly
image.pixels = pixels;
const depth: Float32Array | null = image.depth;
// @ts-expect-error it may be null
image.depth.length;
const maybe: Uint8Array | null = Storage.maybe(true);
export { depth, maybe };
