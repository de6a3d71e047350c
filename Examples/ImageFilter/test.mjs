// The filters against plain JavaScript that computes the same. `node --test` runs it after the build.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Image, init } from "./dist/image-filter.node.js";

before(() => init());

/** An image whose channels come from a function of the place. */
function make(width, height, colour) {
  const image = new Image(width, height);
  const { original } = image;
  for (let index = 0; index < width * height; index++) {
    original.set([...colour(index % width, Math.floor(index / width)), 255], index * 4);
  }
  return image;
}

const noise = (x, y) => [(x * 73 + y * 151) % 256, (x * 199 + y * 31) % 256, (x * x + 7 * y) % 256];
const luma = (data, at) => (54 * data[at] + 183 * data[at + 1] + 19 * data[at + 2]) >> 8;

test("both arrays are views of Swift's memory", () => {
  const image = make(20, 10, noise);
  assert.ok(image.original instanceof Uint8ClampedArray);
  assert.equal(image.pixels.length, 20 * 10 * 4);
  assert.equal(image.pixels, image.pixels);
  assert.equal(image.pixels.buffer, image.original.buffer);
  image.greyscale();
  assert.equal(image.pixels[0], luma(image.original, 0));
  image.dispose();
  assert.throws(() => image.pixels, { name: "TypeError", message: /disposed/ });
});

test("refuses sizes that make no image", () => {
  assert.throws(() => new Image(0, 10), { name: "RangeError", message: /0 x 10/ });
  assert.throws(() => new Image(65_536, 65_536), { name: "RangeError", message: /too many/ });
  assert.throws(() => new Image(-1, 10), { name: "TypeError", message: /width/ });
});

test("a blur leaves an even colour as it is, to the very edge", () => {
  for (const [width, height, radius] of [[1, 1, 5], [7, 3, 100], [64, 64, 0.4], [50, 50, 9], [3, 200, 1e300]]) {
    const image = make(width, height, () => [255, 128, 3]);
    image.blur(radius);
    assert.deepEqual(image.pixels, image.original, `${width} x ${height}, radius ${radius}`);
    image.dispose();
  }
});

test("a blur spreads a line as a Gaussian does", () => {
  for (const radius of [3, 8, 20, 33]) {
    const image = make(301, 2, (x) => [Math.abs(x - 150) < 25 ? 250 : 0, 0, 0]);
    const variance = (pixels) => {
      let sum = 0, square = 0;
      for (let x = 0; x < 301; x++) {
        sum += pixels[x * 4];
        square += pixels[x * 4] * (x - 150) ** 2;
      }
      return square / sum;
    };
    image.blur(radius);
    const added = variance(image.pixels) - variance(image.original);
    assert.ok(Math.abs(added - (radius / 2) ** 2) < 0.06 * (radius / 2) ** 2 + 0.6, `radius ${radius} adds a variance of ${added}`);
    image.dispose();
  }
});

test("edges are those of Sobel", () => {
  const [width, height] = [37, 23];
  const image = make(width, height, noise);
  const { original } = image;
  const at = (x, y) => luma(original, (Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))) * 4);
  const expected = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const side = (offset) => at(x + offset, y - 1) + 2 * at(x + offset, y) + at(x + offset, y + 1);
      const level = (offset) => at(x - 1, y + offset) + 2 * at(x, y + offset) + at(x + 1, y + offset);
      expected.push(Math.min(255, Math.floor(Math.sqrt((side(1) - side(-1)) ** 2 + (level(1) - level(-1)) ** 2))));
    }
  }
  image.detectEdges(0, "chalk");
  assert.deepEqual([...image.pixels].filter((_value, index) => index % 4 === 0), expected);
  image.detectEdges(0, "ink");
  assert.deepEqual([...image.pixels].filter((_value, index) => index % 4 === 1), expected.map((value) => 255 - value));
  assert.throws(() => image.detectEdges(0, "crayon"), { name: "TypeError", message: /style.*"neon", "chalk", "ink".*"crayon"/ });
});

test("sharpening by nothing changes nothing", () => {
  const image = make(31, 17, noise);
  image.sharpen(6, 0);
  assert.deepEqual(image.pixels, image.original);
  image.sharpen(6, 2);
  assert.notDeepEqual(image.pixels, image.original);
});

test("progress grows to 1 in at most a hundred steps", () => {
  const image = make(16, 700, noise);
  const steps = [];
  image.detectEdges(5, "neon", (fraction) => steps.push(fraction));
  assert.ok(steps.length > 50 && steps.length <= 101, `${steps.length} steps`);
  assert.equal(steps.at(-1), 1);
  assert.deepEqual(steps, steps.toSorted((a, b) => a - b));
});

test("a filter ends when its listener throws, and the image still works", () => {
  const image = make(8, 300, noise);
  const refusal = new Error("enough");
  let calls = 0;
  const refuse = () => {
    calls += 1;
    throw refusal;
  };
  assert.throws(() => image.blur(2, refuse), (error) => error === refusal);
  assert.equal(calls, 1);
  image.blur(0);
  assert.deepEqual(image.pixels, image.original);
});

test("run.mjs serves the page and nothing beside it", async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL("run.mjs", import.meta.url)), "0"]);
  try {
    const origin = await new Promise((resolve, reject) => {
      child.stdout.on("data", (data) => resolve(/http:\S+/.exec(data)[0]));
      child.on("exit", reject);
    });
    const answers = ["/", "/dist/image-filter.wasm", "/none.js", "/.build/x.js", "/..%2f..%2fREADME.md"].map(async (path) => {
      const response = await fetch(origin + path);
      return [response.status, response.headers.get("content-type")];
    });
    assert.deepEqual(await Promise.all(answers), [[200, "text/html"], [200, "application/wasm"], [404, null], [404, null], [404, null]]);
  } finally {
    child.kill();
  }
});
