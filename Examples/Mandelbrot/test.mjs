// `node --test` runs it when the module is built.
import assert from "node:assert/strict";
import { test } from "node:test";
import { instantiate, variants } from "./dist/mandelbrot.node.js";

const paint = async (name, width, height, ...place) => {
  const { Painting, threads } = await instantiate(variants.source(name), { threads: 3 });
  const painting = new Painting(width, height);
  painting.paint(...place);
  const pixels = painting.pixels.slice();
  painting.dispose();
  threads.stop();
  return pixels;
};
const pixel = (pixels, width, x, y) => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];

test("points of the set are dark, and others have left", async () => {
  const pixels = await paint("base", 301, 201, -0.7, 0, 3, 200);
  const inside = [8, 6, 20, 255];
  assert.deepEqual(pixel(pixels, 301, 150, 100), inside);
  assert.deepEqual(pixel(pixels, 301, 220, 100), inside);
  for (const [x, y] of [[0, 0], [300, 200], [300, 100], [150, 0]]) assert.notDeepEqual(pixel(pixels, 301, x, y), inside, `${x}, ${y}`);
  assert.ok(pixels.every((value, index) => index % 4 !== 3 || value === 255), "every pixel is opaque");
});

test("every build paints the same, whatever the width", async (context) => {
  for (const width of [1, 6, 303]) {
    const base = await paint("base", width, 61, -0.75, 0.1, 0.05, 500);
    for (const name of ["simd", "threads"]) {
      if (variants.supports(name)) assert.deepEqual(await paint(name, width, 61, -0.75, 0.1, 0.05, 500), base, `${name}, ${width}`);
      else context.diagnostic(`${name}: ${variants.why(name)}`);
    }
  }
});

test("a picture without pixels, or with too many, is an error", async () => {
  const { Painting } = await instantiate(variants.source("base"));
  assert.throws(() => new Painting(0, 5), { name: "RangeError", message: "0 x 5 is no size for a picture" });
  assert.throws(() => new Painting(5000, 5000), RangeError);
  assert.throws(() => new Painting(-1, 5), TypeError);
});
