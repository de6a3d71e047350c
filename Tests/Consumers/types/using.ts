// What TypeScript has from 5.2 on.
import { Image } from "image-filter";

export function area(): number {
  using image = new Image(2, 2);
  return image.width * image.height;
}

// @ts-expect-error what has no dispose cannot be used so
using number = 3;
