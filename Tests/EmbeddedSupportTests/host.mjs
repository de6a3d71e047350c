import assert from "node:assert/strict";

/** @type {Record<string, (context: any) => Promise<void>>} */
export const tests = {
  async "print collects a line and hands it over whole"(context) {
    const instance = context.instance();
    const long = "täglich ".repeat(500);
    for (const byte of new TextEncoder().encode(`one\n\n${long}\nrest`)) assert.equal(instance.exports.putchar(byte), byte);
    assert.deepEqual(instance.lines, ["one", "", long]);
    instance.exports.putchar(10);
    assert.equal(instance.lines.at(-1), "rest");
    assert.equal(instance.exports.bindgen_heap_bytes(), 0);
  },

  async "random bytes come from the host"(context) {
    const instance = context.instance();
    const pointer = instance.exports.malloc(64);
    instance.exports.arc4random_buf(pointer, 64);
    assert.equal(instance.randomCalls, 1);
    assert.ok(new Set(instance.bytes.subarray(pointer, pointer + 64)).size > 8);
  },

  async "an import is there only where something calls it"(context) {
    const names = async (...exported) => WebAssembly.Module.imports(await context.link(exported)).map(({ module, name }) => `${module}.${name}`);
    assert.deepEqual(await names("malloc", "free", "memcmp", "fma", "__divti3", "_swift_stdlib_strtod_clocale"), []);
    assert.deepEqual(await names("putchar"), ["bindgen.print"]);
    assert.deepEqual(await names("arc4random_buf"), ["bindgen.random"]);
  },

  async "a symbol that nobody has is an error of the linker"(context) {
    await context.linkProgram("void *malloc(unsigned long); void *program(void) { return malloc(8); }");
    await assert.rejects(context.linkProgram("int nowhere(void); int program(void) { return nowhere(); }"), /undefined symbol: nowhere/);
  },
};
