import assert from "node:assert/strict";
import { randomNumbers } from "./module.mjs";

const low = (value) => BigInt.asIntN(64, value);
const high = (value) => BigInt.asIntN(64, value >> 64n);
const result = 300_000;

const operands = () => {
  const random = randomNumbers(5);
  const edges = [0n, 1n, 2n, 3n, 10n, (1n << 63n) - 1n, 1n << 63n, (1n << 64n) - 1n, 1n << 64n, (1n << 127n) - 1n];
  const values = [...edges, ...edges.map((value) => -value), -(1n << 127n)];
  for (const bits of [8, 31, 32, 33, 63, 64, 65, 96, 127, 128]) {
    for (let count = 0; count < 6; count += 1) values.push(BigInt.asIntN(128, random.bits(bits)));
  }
  return values;
};

/** @type {[string, boolean, (a: bigint, b: bigint) => bigint][]} name, unsigned, meaning */
const operations = [
  ["__multi3", false, (a, b) => a * b],
  ["__udivti3", true, (a, b) => a / b],
  ["__umodti3", true, (a, b) => a % b],
  ["__divti3", false, (a, b) => a / b],
  ["__modti3", false, (a, b) => a % b],
];

const shifts = [
  ["__ashlti3", false, (a, n) => a << n],
  ["__lshrti3", true, (a, n) => a >> n],
  ["__ashrti3", false, (a, n) => a >> n],
];

const start = (context) => {
  const instance = context.instance();
  instance.exports.memory.grow(1);
  const read = () => instance.view.getBigUint64(result, true) | (instance.view.getBigUint64(result + 8, true) << 64n);
  return { exports: instance.exports, read };
};

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "multiplication and division of 128-bit integers"(context) {
    const { exports, read } = start(context);
    const values = operands();
    for (const [name, unsigned, meaning] of operations) {
      for (const left of values) {
        for (const right of values) {
          if (right === 0n && name !== "__multi3") continue;
          const [a, b] = unsigned ? [BigInt.asUintN(128, left), BigInt.asUintN(128, right)] : [left, right];
          exports[name](result, low(a), high(a), low(b), high(b));
          assert.equal(read(), BigInt.asUintN(128, meaning(a, b)), `${name} ${a} ${b}`);
        }
      }
    }
  },

  async "shifts of 128-bit integers"(context) {
    const { exports, read } = start(context);
    for (const [name, unsigned, meaning] of shifts) {
      for (const value of operands()) {
        const a = unsigned ? BigInt.asUintN(128, value) : value;
        for (const count of [0, 1, 31, 32, 63, 64, 65, 100, 127]) {
          exports[name](result, low(a), high(a), count);
          assert.equal(read(), BigInt.asUintN(128, meaning(a, BigInt(count))), `${name} ${a} ${count}`);
        }
      }
    }
  },
};
