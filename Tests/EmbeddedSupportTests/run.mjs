/**
 * EmbeddedSupport, compiled to wasm with the toolchain's own clang and called from here.
 *
 * Its functions are tested one by one through their C signatures: a pointer is a number, a 128-bit integer two BigInts.
 */
import { compile, findCompiler } from "./module.mjs";
import * as allocator from "./allocator.mjs";
import * as floatingPoint from "./floating-point.mjs";
import * as host from "./host.mjs";
import * as memory from "./memory.mjs";
import * as numbers from "./numbers.mjs";
import * as wideIntegers from "./wide-integers.mjs";

const compiler = await findCompiler();
if (compiler === null) {
  console.log("skipped: EmbeddedSupport: there is no swiftc with a clang and wasm-ld beside it in PATH");
  console.log("0 passed, 0 failed, 1 skipped");
  process.exit(0);
}

let passed = 0;
let failed = 0;
const context = await compile(compiler);
for (const suite of [memory, allocator, wideIntegers, floatingPoint, numbers, host]) {
  for (const [name, test] of Object.entries(suite.tests)) {
    try {
      await test(context);
      passed += 1;
    } catch (error) {
      failed += 1;
      console.log(`failed: ${name}: ${String(error.stack).replaceAll("\n", "\n  ")}`);
    }
  }
}
await context.remove();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
