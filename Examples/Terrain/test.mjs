// `node --test` runs it after `swift run bindgen build --package-path Examples/Terrain`.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { init, Terrain } from "./dist/terrain.node.js";

before(() => init());

/** The same arithmetic once more, in JavaScript: doubles are doubles. */
const hash = (x, y, seed) => {
  let h = (seed + 0x9e3779b9) | 0;
  h = Math.imul(h ^ x, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h ^ y, 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x27d4eb2f);
  return h ^ (h >>> 15);
};
const slope = (h, dx, dy) =>
  [dx + dy, dx - dy, dy - dx, -dx - dy, Math.SQRT2 * dx, Math.SQRT2 * dy, -Math.SQRT2 * dx, -Math.SQRT2 * dy][h & 7];
const fade = (t) => t * t * t * (t * (t * 6 - 15) + 10);
const blend = (a, b, t) => a + t * (b - a);
const noise = (x, y, seed) => {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - column, y - row];
  const corner = (i, j) => slope(hash(column + i, row + j, seed), dx - i, dy - j);
  const u = fade(dx);
  return blend(blend(corner(0, 0), corner(1, 0), u), blend(corner(0, 1), corner(1, 1), u), fade(dy));
};
const octaves = (x, y, { seed, count, gain }) => {
  let [sum, whole, height] = [0, 0, 1];
  for (let octave = 0; octave < count; octave += 1) {
    sum += height * noise(x * 2 ** octave, y * 2 ** octave, seed + octave);
    whole += height;
    height *= gain;
  }
  return whole > 0 ? sum / whole : 0;
};

test("one height is what the arithmetic says, to the last bit", () => {
  for (const seed of [0, 1, 4294967295]) {
    for (const [x, y] of [[0.5, 0.25], [-3.75, 1e6 + 0.1], [123.456, -789.012], [-0.001, 0.999]]) {
      assert.equal(Terrain.height(x, y, seed), noise(x, y, seed), `${x}, ${y}, ${seed}`);
    }
  }
});

test("a landscape is sampled row by row", () => {
  const heights = new Float32Array(6 * 4);
  Terrain.sample(heights, 6, { seed: 7, scale: 3, octaves: 4, gain: 0.6 }, -2, 10);
  heights.forEach((height, index) => {
    const [x, y] = [(-2 + (index % 6)) / 3, (10 + Math.floor(index / 6)) / 3];
    assert.equal(height, Math.fround(octaves(x, y, { seed: 7, count: 4, gain: 0.6 })), `point ${index}`);
  });
});

test("heights are smooth and stay between -1 and 1", () => {
  let [least, greatest, steepest] = [1, -1, 0];
  for (let x = 0; x < 200; x += 0.01) {
    const height = Terrain.height(x, x / 7, 3);
    steepest = Math.max(steepest, Math.abs(height - Terrain.height(x + 0.001, x / 7, 3)));
    [least, greatest] = [Math.min(least, height), Math.max(greatest, height)];
  }
  assert.ok(least >= -1 && least < -0.4 && greatest > 0.4 && greatest <= 1, `${least} to ${greatest}`);
  assert.ok(steepest < 0.005, `a step of ${steepest}`);
});

test("what has no room or no end is no trap", () => {
  Terrain.sample(new Float32Array(0), 0);
  const row = new Float32Array(5);
  Terrain.sample(row, 0, { octaves: 0 });
  assert.deepEqual([...row], [0, 0, 0, 0, 0]);
  assert.equal(Terrain.height(1e300, 0.5), 0);
  assert.throws(() => Terrain.height(Number.NaN, 0), { name: "TypeError", message: /Terrain\.height: x must be a finite number/ });
  assert.throws(() => Terrain.sample(row, -1), { name: "TypeError", message: /width must be an integer from 0 to 4294967295/ });
});
