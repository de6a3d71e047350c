// What a strict compiler accepts of ImageFilter in a worker, and what it must not.
import { Image, init, instantiate, terminate } from "image-filter/worker";
import type { EdgeStyle, Progress, RemoteView } from "image-filter/worker";

await init();
const image = new Image(640, 480);
const isImage: boolean = image instanceof Image;
const width: number = await image.width;
// @ts-expect-error it is promised
const soon: number = image.width;
// @ts-expect-error an image has a height
new Image(640);

const original: RemoteView<unknown> = image.original;
await image.original.write([255, 0, 0, 255]);
await image.original.write(new Uint8ClampedArray(4), 8, { transfer: true });
// @ts-expect-error there are numbers in it
await image.original.write(["red"]);
const pixels: Uint8ClampedArray = await image.pixels.read(0, 4);

const progress: Progress = (fraction) => void fraction.toFixed(2);
await image.blur(4);
await image.blur(4, progress);
const style: EdgeStyle = "neon";
await image.detectEdges(1, style, progress);
// @ts-expect-error nobody draws so
await image.detectEdges(1, "oil");
image.dispose();

const other = await instantiate({ worker: () => new EventTarget() });
// @ts-expect-error there is no pool
await instantiate({ workers: 4 });
await other.terminate();
await terminate();
export { isImage, original, pixels, soon, width };
