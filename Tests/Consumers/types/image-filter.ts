// What a strict compiler accepts of ImageFilter, and what it must not.
import { Image, init } from "image-filter";
import type { EdgeStyle, Progress } from "image-filter";

await init();
const image = new Image(640, 480);
const isImage: boolean = image instanceof Image;
const width: number = image.width;
// @ts-expect-error the width stays
image.width = 3;
// @ts-expect-error an image has a height
new Image(640);

const pixels: Uint8ClampedArray = image.pixels;
image.original.set([255, 0, 0, 255]);
// @ts-expect-error the array stays; its elements can be set
image.original = new Uint8ClampedArray(4);

const progress: Progress = (fraction) => void fraction.toFixed(2);
image.blur(4);
image.blur(4, progress);
const style: EdgeStyle = "neon";
image.detectEdges(1, style, progress);
// @ts-expect-error nobody draws so
image.detectEdges(1, "oil");
// @ts-expect-error progress is a function
image.blur(4, true);

class Photo extends Image {
  readonly title: string = "";
}
const photo: Image = new Photo(1, 1);
// @ts-expect-error an object that looks like an image is none
const forged: Image = { width: 1, height: 1 };

image.dispose();
image[Symbol.dispose]();
export { forged, isImage, photo, pixels, width };
