import assert from "node:assert/strict";
import { randomNumbers } from "./module.mjs";

const ENOMEM = 48;
const EINVAL = 28;

/** A heap and a list of what is in it: every block filled with its own byte, checked before it goes. */
class Model {
  constructor(instance, seed) {
    this.instance = instance;
    this.random = randomNumbers(seed);
    this.blocks = [];
    this.result = instance.exports.malloc(16);
  }

  size() {
    const kind = this.random.below(20);
    if (kind < 12) return this.random.below(200);
    if (kind < 18) return this.random.below(3000);
    return this.random.below(100_000);
  }

  note(pointer, size, alignment = 16) {
    assert.notEqual(pointer, 0);
    assert.equal(pointer % alignment, 0, `alignment of ${pointer}`);
    assert.ok(pointer + size <= this.instance.exports.memory.buffer.byteLength);
    const mark = 1 + this.random.below(255);
    this.instance.bytes.fill(mark, pointer, pointer + size);
    this.blocks.push({ pointer, size, mark });
  }

  take() {
    const index = this.random.below(this.blocks.length);
    const block = this.blocks[index];
    this.blocks[index] = this.blocks[this.blocks.length - 1];
    this.blocks.pop();
    return block;
  }

  check({ pointer, size, mark }, length = size) {
    const bytes = this.instance.bytes;
    for (let index = 0; index < length; index += 1) {
      if (bytes[pointer + index] !== mark) assert.fail(`byte ${index} of a block of ${size} was written over`);
    }
  }

  step() {
    const { exports } = this.instance;
    const action = this.random.below(10);
    if (this.blocks.length > 400 || (action < 4 && this.blocks.length > 0)) {
      const block = this.take();
      this.check(block);
      exports.free(block.pointer);
    } else if (action === 4 && this.blocks.length > 0) {
      const block = this.take();
      const size = this.size();
      const pointer = exports.realloc(block.pointer, size);
      this.check({ ...block, pointer }, Math.min(size, block.size));
      this.note(pointer, size);
    } else if (action === 5) {
      const alignment = 4 << this.random.below(12);
      const size = this.size();
      assert.equal(exports.posix_memalign(this.result, alignment, size), 0);
      this.note(this.instance.view.getUint32(this.result, true), size, Math.max(alignment, 16));
    } else if (action === 6) {
      const size = this.size();
      const pointer = exports.calloc(size, 1);
      assert.ok(this.instance.bytes.subarray(pointer, pointer + size).every((byte) => byte === 0));
      this.note(pointer, size);
    } else {
      const size = this.size();
      this.note(exports.malloc(size), size);
    }
  }

  freeAll() {
    while (this.blocks.length > 0) {
      const block = this.take();
      this.check(block);
      this.instance.exports.free(block.pointer);
    }
    this.instance.exports.free(this.result);
  }
}

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "100,000 random requests never overlap, and all memory comes back"(context) {
    for (const seed of [1, 2, 3, 4]) {
      const instance = context.instance();
      const model = new Model(instance, seed);
      for (let step = 0; step < 25_000; step += 1) {
        model.step();
        if (step % 5000 === 4999) instance.exports.bindgen_heap_bytes();
      }
      model.freeAll();
      assert.equal(instance.exports.bindgen_heap_bytes(), 0);
      const pages = instance.exports.memory.buffer.byteLength;
      const whole = instance.exports.malloc(pages - 300_000);
      assert.notEqual(whole, 0, "freed memory did not join");
      assert.equal(instance.exports.memory.buffer.byteLength, pages, "memory grew though all of it was free");
    }
  },

  async "memory that somebody else grew is walked around"(context) {
    const instance = context.instance();
    const model = new Model(instance, 9);
    for (let step = 0; step < 20_000; step += 1) {
      model.step();
      if (step % 4000 === 0) instance.exports.memory.grow(1);
    }
    model.freeAll();
    assert.equal(instance.exports.bindgen_heap_bytes(), 0);
  },

  async "blocks of one size are used again"(context) {
    const { exports } = context.instance();
    exports.free(exports.malloc(32));
    const pages = exports.memory.buffer.byteLength;
    const before = exports.bindgen_heap_bytes();
    for (const size of [1, 12, 13, 32, 508, 509, 5000, 100_000]) {
      for (let count = 0; count < 10_000; count += 1) exports.free(exports.malloc(size));
    }
    assert.equal(exports.bindgen_heap_bytes(), before);
    assert.ok(exports.memory.buffer.byteLength <= pages + 131_072);
  },

  async "the large block that was freed last waits for one of its size, and joins before memory grows"(context) {
    const { exports } = context.instance();
    const first = exports.malloc(10_000), between = exports.malloc(600), last = exports.malloc(2_000_000);
    exports.free(first);
    assert.notEqual(exports.malloc(9_000), first, "it waits for its own size only");
    assert.equal(exports.malloc(10_000), first);
    exports.free(first);
    exports.free(last);
    assert.notEqual(exports.malloc(10_000), 0);
    const size = exports.memory.buffer.byteLength;
    assert.notEqual(exports.malloc(1_990_000), 0, "what waits is part of the memory that is free");
    assert.equal(exports.memory.buffer.byteLength, size);
    exports.free(between);
  },

  async "small blocks join before memory grows"(context) {
    const { exports } = context.instance();
    const blocks = Array.from({ length: 40_000 }, () => exports.malloc(28));
    for (const block of blocks) exports.free(block);
    const size = exports.memory.buffer.byteLength;
    assert.notEqual(exports.malloc(40_000 * 32 - 64), 0);
    assert.equal(exports.memory.buffer.byteLength, size);
  },

  async "a string that is built byte by byte does not move each time"(context) {
    const { exports } = context.instance();
    let pointer = exports.malloc(1);
    let moves = 0;
    for (let size = 2; size < 50_000; size += 1) {
      const next = exports.realloc(pointer, size);
      if (next !== pointer) moves += 1;
      pointer = next;
    }
    assert.ok(moves < 10, `${moves} moves`);
  },

  async "a request that is too large fails and harms nothing"(context) {
    const { exports, view } = context.instance();
    const result = exports.malloc(8);
    const before = exports.bindgen_heap_bytes();
    for (const size of [100_000_000, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff]) {
      assert.equal(exports.malloc(size | 0), 0, `malloc ${size}`);
      assert.equal(exports.realloc(result, size | 0), 0, `realloc ${size}`);
      for (const alignment of [4, 16, 64, 0x40000000, 0x80000000]) {
        assert.equal(exports.posix_memalign(result, alignment | 0, size | 0), ENOMEM, `posix_memalign ${alignment} ${size}`);
        assert.equal(exports.aligned_alloc(alignment | 0, size | 0), 0);
      }
    }
    assert.equal(exports.calloc(0x10000, 0x10000), 0);
    assert.equal(exports.posix_memalign(result, 24, 8), EINVAL);
    assert.equal(exports.posix_memalign(result, 2, 8), EINVAL);
    assert.equal(exports.bindgen_heap_bytes(), before);
    assert.equal(exports.posix_memalign(result, 32, 8), 0);
    assert.equal(view.byteLength > 0 || exports.memory.buffer.byteLength > 0, true);
  },

  async "memory can be filled to its limit and used again"(context) {
    const { exports } = context.instance();
    for (let round = 0; round < 2; round += 1) {
      const blocks = [];
      for (;;) {
        const block = exports.malloc(60_000);
        if (block === 0) break;
        blocks.push(block);
      }
      assert.ok(blocks.length > 1080, `${blocks.length} of 1,118 blocks`);
      for (const block of blocks) exports.free(block);
    }
    assert.equal(exports.bindgen_heap_bytes(), 0);
  },

  async "free of null does nothing"(context) {
    const { exports } = context.instance();
    exports.free(0);
    assert.notEqual(exports.realloc(0, 10), 0);
  },

  async "the allocator is small and imports nothing"(context) {
    const module = await context.link(["posix_memalign", "free"]);
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    const size = context.sizeOf(module);
    assert.ok(size < 2200, `${size} bytes`);
  },
};
