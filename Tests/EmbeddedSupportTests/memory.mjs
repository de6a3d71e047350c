import assert from "node:assert/strict";
import { randomNumbers } from "./module.mjs";

const base = 300_000;
const lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 64, 1000];

function fill(instance, random) {
  const bytes = instance.bytes;
  for (let index = 0; index < 4096; index += 1) bytes[base + index] = random.below(256);
  return bytes;
}

const room = async (context) => {
  const instance = context.instance();
  instance.exports.memory.grow(1);
  return instance;
};

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "memcpy and memmove copy, whatever the overlap"(context) {
    const instance = await room(context);
    const random = randomNumbers(1);
    for (const name of ["memcpy", "memmove"]) {
      for (const length of lengths) {
        for (const shift of name === "memcpy" ? [2000] : [-40, -9, -8, -3, -1, 0, 1, 2, 5, 8, 13, 100]) {
          const bytes = fill(instance, random);
          const source = base + 1000;
          const expected = bytes.slice(base, base + 4096);
          expected.copyWithin(1000 + shift, 1000, 1000 + length);
          assert.equal(instance.exports[name](source + shift, source, length), source + shift);
          assert.deepEqual(bytes.slice(base, base + 4096), expected, `${name} ${length} by ${shift}`);
        }
      }
    }
  },

  async "memset fills exactly its range"(context) {
    const instance = await room(context);
    const random = randomNumbers(2);
    for (const length of lengths) {
      const bytes = fill(instance, random);
      const expected = bytes.slice(base, base + 4096).fill(0xab, 100, 100 + length);
      assert.equal(instance.exports.memset(base + 100, 0x1ab, length), base + 100);
      assert.deepEqual(bytes.slice(base, base + 4096), expected);
    }
  },

  async "memcmp orders by the first different byte, as unsigned"(context) {
    const instance = await room(context);
    const random = randomNumbers(3);
    for (const length of lengths) {
      const bytes = fill(instance, random);
      bytes.copyWithin(base + 2001, base, base + length);
      assert.equal(instance.exports.memcmp(base, base + 2001, length), 0);
      for (let index = 0; index < Math.min(length, 40); index += 1) {
        bytes[base + index] ^= 0x80;
        const expected = Math.sign(bytes[base + index] - bytes[base + 2001 + index]);
        assert.equal(Math.sign(instance.exports.memcmp(base, base + 2001, length)), expected);
        bytes[base + index] ^= 0x80;
      }
    }
  },

  async "strlen counts up to the zero"(context) {
    const instance = await room(context);
    instance.bytes.set(new TextEncoder().encode("seven b\0"), base);
    assert.equal(instance.exports.strlen(base), 7);
    assert.equal(instance.exports.strlen(base + 7), 0);
  },
};
