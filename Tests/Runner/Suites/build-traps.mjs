/** What a trap tells, in Node and in the browsers; source maps, by themselves and in a debugger; what Embedded Swift lacks. */
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect } from "../Core/expect.mjs";
import { exists } from "../Core/files.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";
import { inPath } from "../Core/tools.mjs";
import { within } from "../Engines/browser.mjs";
import { serve } from "../Engines/static-server.mjs";

const file = "Sources/Consumer/Greeter.swift";
const idl = `namespace Greeter {
  unsigned long pick(sequence<unsigned long> items, unsigned long index);
  undefined stop(DOMString why);
  undefined check(unsigned long value);
  long add(long a, long b);
};
`;
const swift = `enum Greeter: GreeterExports {
    static func pick(items: [UInt32], index: UInt32) -> UInt32 {
        let doubled = items.map { $0 &* 2 }
        return chosen(doubled, Int(index))
    }
    private static func chosen(_ items: [UInt32], _ index: Int) -> UInt32 {
        items[index]
    }
    static func stop(why: String) {
        fatalError("stopped: \\(why)")
    }
    static func check(value: UInt32) {
        precondition(value < 10, "too large")
    }
    static func add(a: Int32, b: Int32) -> Int32 {
        a + b
    }
}
`;
const lineOf = (text) => swift.split("\n").findIndex((line) => line.includes(text)) + 1;

/** Calls that trap, with what the message of each says, and where. */
const traps = [
  ["m.Greeter.pick([1], 7)", "Fatal error: Index out of range", "static Greeter.chosen(_:_:)", "items[index]"],
  ['m.Greeter.stop("a\\nb")', "Fatal error: stopped: a\nb", "static Greeter.stop(why:)", "fatalError"],
  ["m.Greeter.check(20)", "Precondition failed: too large", "static Greeter.check(value:)", "precondition"],
  ["m.Greeter.add(2147483647, 1)", "arithmetic overflow", "static Greeter.add(a:b:)", "a + b"],
];
const restart = "this instance has stopped; make another with instantiate()";
const tellsAll = traps.map(([, why, name, code]) => `trapped (${why}; in ${name} at ${file}:${lineOf(code)}): ${restart}`);
const script = (entry, first = "") => `(async () => {
  ${first}
  const { instantiate } = await import(${JSON.stringify(entry)});
  const messages = [];
  for (const call of [${traps.map(([call]) => `(m) => ${call}`).join(", ")}]) {
    const instance = await instantiate();
    try { call(instance); } catch (error) { messages.push([error.message, structuredClone(error).message, structuredClone(error).cause?.message ?? ""]); }
  }
  return messages;
})()`;

/** The messages of the traps in Node. */
async function messagesIn(dist) {
  const { code, stdout, output } = await run(process.execPath, ["--input-type=module", "-e", `console.log("messages " + JSON.stringify(await ${script(join(dist, "consumer.node.js"))}));`]);
  expect(code === 0, output);
  return { output, messages: JSON.parse(stdout.split("messages ").at(-1)) };
}

/** What a program hears of instances that stop. */
const fatal = (entry) => `
  import assert from "node:assert/strict";
  import { instantiate } from ${JSON.stringify(entry)};
  const [one, other] = [await instantiate(), await instantiate()];
  const heard = [];
  const hear = (error) => heard.push(error);
  one.onFatal(hear);
  one.onFatal(hear);
  one.onFatal(hear)();
  other.onFatal(hear);
  assert.throws(() => one.onFatal(1), /onFatal takes a function/);
  assert.throws(() => one.Greeter.stop("now"), /stopped: now/);
  assert.throws(() => one.Greeter.add(1, 2), /this instance has stopped/);
  assert.equal(heard.length, 0);
  await null;
  assert.equal(heard.length, 2);
  assert(heard[0] instanceof WebAssembly.RuntimeError && heard[0] === heard[1]);
  one.onFatal(hear);
  one.onFatal(hear)();
  await null;
  assert.equal(heard.length, 3);
  assert.equal(other.Greeter.add(1, 2), 3);
`;

/** @param {import("./build.mjs").Consumer} consumer */
async function place(consumer) {
  await consumer.write("Sources/Consumer/api.idl", idl);
  await consumer.write(file, `${swift}#if !arch(wasm32)\n@main enum Host { static func main() {} }\n#endif\n`);
}

/** @param {import("./build.mjs").Consumer} consumer */
const folderOf = (consumer, name) => join(consumer.folder, "dist", name);

/** Decodes the mappings of a source map of one line. */
function segmentsOf({ mappings, sources }) {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const last = [0, 0, 0, 0];
  return mappings.split(",").map((segment) => {
    let [index, value, shift] = [0, 0, 0];
    for (const character of segment) {
      const digit = digits.indexOf(character);
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit > 31) continue;
      last[index++] += value & 1 ? -(value >> 1) : value >> 1;
      value = shift = 0;
    }
    return { offset: last[0], source: index > 1 ? sources[last[1]] : undefined, line: index > 1 ? last[2] + 1 : 0 };
  });
}

const at = (segments, offset) => segments.findLast((segment) => segment.offset <= offset);

/** Where the contents of the code section begin. */
function codeOf(bytes) {
  let position = 8;
  for (;;) {
    const id = bytes[position++];
    let [size, shift, byte] = [0, 0, 0];
    do {
      byte = bytes[position++];
      size |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    if (id === 10) return position;
    position += size;
  }
}

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const trapTests = {
  async "a trap tells why, in which function of Swift and in which line, in Node and in the browsers"(consumer) {
    await place(consumer);
    await consumer.build(0, ["-c", "debug", "--source-map"]);
    const dist = join(consumer.folder, "dist");
    const { messages } = await messagesIn(dist);
    for (const [index, [message, cloned, cause]] of messages.entries()) {
      expect(message.endsWith(tellsAll[index]), `${message}\nand not\n${tellsAll[index]}`);
      expect(cloned === message && cause.startsWith("unreachable"), `a clone says ${cloned}, caused by ${cause}`);
    }
    expect(messages.length === traps.length, `${messages.length} calls trapped`);
    const browsers = (await consumer.context.engines()).filter(({ kind, missing }) => kind === "browser" && missing === null);
    await consumer.write("page.html", "<!doctype html><title>page</title>\n");
    const server = await serve({ mounts: { "/": consumer.folder } });
    try {
      for (const { name, open } of browsers) {
        const page = await open();
        try {
          await page.open(`${server.origin}/page.html`);
          const seen = await within(page.evaluate(script("/dist/consumer.js")), patience, () => `${name} says nothing`);
          for (const [index, [message]] of seen.entries()) {
            // The words of a trap without a text are the engine's.
            expect(message.endsWith(tellsAll[index]), `${name}: ${message}\nand not\n${tellsAll[index]}`);
          }
        } finally {
          await page.close();
        }
      }
    } finally {
      await server.close();
      await rm(join(consumer.folder, "page.html"));
    }
  },

  async "onFatal tells what stops an instance, once and to whom it may concern"(consumer) {
    await consumer.write("bindgen.json", '{ "onFatal": true }\n');
    await consumer.build(0, ["-c", "debug", "--source-map"]);
    const { code, output } = await run(process.execPath, ["--input-type=module", "-e", fatal(join(consumer.folder, "dist", "consumer.node.js"))]);
    expect(code === 0, output);
    await consumer.write("Sources/Consumer/api.idl", `${idl}[JSName="onFatal"] namespace Fatal { long a(); };\n`);
    const refused = await consumer.build(1, ["-c", "debug"]);
    expect(refused.includes("a package with `onFatal` in bindgen.json exports `onFatal` itself; give the definition `onFatal` a [JSName]"), refused);
    await consumer.write("Sources/Consumer/api.idl", idl);
    await rm(join(consumer.folder, "bindgen.json"));
  },

  async "a release build names the option that tells more, and by that option the function"(consumer) {
    await consumer.build(0, []);
    const plain = await messagesIn(join(consumer.folder, "dist"));
    expect(plain.messages.every(([message]) => message.includes(`trapped (unreachable; see --debug-info): ${restart}`)), plain.output);
    expect(!(await exists(folderOf(consumer, "consumer.wasm.map"))), "the source map of another build stays");
    await consumer.build(0, ["--debug-info", "names"]);
    const named = await messagesIn(join(consumer.folder, "dist"));
    expect(named.messages.every(([message]) => /trapped \(unreachable; in \S/.test(message)), named.output);
  },

  async "the source map of a debug build says what LLVM says"(consumer) {
    await consumer.build(0, ["-c", "debug", "--source-map"]);
    const bytes = await readFile(folderOf(consumer, "consumer.wasm"));
    const text = await readFile(folderOf(consumer, "consumer.wasm.map"), "utf8");
    expect(!text.includes(consumer.context.root) && !text.includes(JSON.stringify(consumer.folder).slice(1, -1)), "the map names a folder of this machine");
    const map = JSON.parse(text);
    const source = map.sources.findIndex((name) => name === "../Sources/Consumer/Greeter.swift");
    expect(source >= 0 && map.sourcesContent[source].startsWith(swift), map.sources.join());
    const sections = (name) => WebAssembly.Module.customSections(new WebAssembly.Module(bytes), name);
    expect(sections(".debug_line").length === 1 && sections(".swift_ast").length === 0, "the module has no lines, or has the compiler's modules");
    const [url] = sections("sourceMappingURL");
    expect(Buffer.from(url).subarray(1).toString() === "consumer.wasm.map", "the module does not name its map");
    const manifest = JSON.parse(await readFile(folderOf(consumer, "package.json"), "utf8"));
    expect(manifest.files.includes("consumer.wasm.map"), "npm would not publish the map");
    if ((await inPath("llvm-dwarfdump")) === null) return;
    const rows = await rowsOfLLVM(folderOf(consumer, "consumer.wasm"));
    const [segments, start] = [segmentsOf(map), codeOf(bytes)];
    const wrong = rows.filter(({ address, line, file: name }) => {
      const found = at(segments, start + address);
      // A place of a check that LLVM has no line for is told by its call.
      if (line === 0) return found?.source === basename(name);
      return found?.line !== line || !decodeURIComponent(found.source).endsWith(basename(name));
    });
    expect(rows.length > 1000 && wrong.length === 0, `${wrong.length} of ${rows.length} rows differ: ${JSON.stringify(wrong.slice(0, 5))}`);
  },

  async "a debugger steps from JavaScript into wasm, and the source map tells the line of Swift"(consumer) {
    const { code, output, stdout } = await run(process.execPath, ["--input-type=module", "-e", debugging(join(consumer.folder, "dist", "consumer.node.js"))]);
    expect(code === 0, output);
    const { map: url, offsets } = JSON.parse(stdout.trim().split("\n").at(-1));
    expect(url === "consumer.wasm.map", `the debugger heard of ${url}`);
    const segments = segmentsOf(JSON.parse(await readFile(folderOf(consumer, url), "utf8")));
    const lines = offsets.map((offset) => at(segments, offset)).filter((found) => found?.source?.endsWith("/Greeter.swift"));
    expect(lines.some(({ line }) => line === lineOf("precondition")), `${offsets.length} steps, of them in Greeter.swift: ${lines.map(({ line }) => line)}`);
  },

  async "--source-map of a release build goes through wasm-opt, which makes the same code but for a hundredth"(consumer) {
    await consumer.build();
    const plain = (await readFile(folderOf(consumer, "consumer.wasm"))).length;
    await consumer.build(0, ["--source-map"]);
    const bytes = await readFile(folderOf(consumer, "consumer.wasm"));
    expect(Math.abs(bytes.length - plain) < plain / 100, `${bytes.length} B with a map, ${plain} B without`);
    const segments = segmentsOf(JSON.parse(await readFile(folderOf(consumer, "consumer.wasm.map"), "utf8")));
    const lines = new Set(segments.filter(({ source }) => source?.endsWith("/Greeter.swift")).map(({ line }) => line));
    expect(lines.has(lineOf("a + b")), `lines of Greeter.swift: ${[...lines]}`);
    expect(segments.every(({ offset }) => offset < bytes.length), "the map goes beyond the module");
    await rm(folderOf(consumer, "consumer.wasm.map"));
  },

  async "what Embedded Swift lacks is told with its cure, and a crash with its place"(consumer) {
    const broken = (text) => consumer.write(file, swift.replace("a + b", text));
    await broken("Int32(pow(Double(a), 2)) + b");
    const missing = await consumer.build(1, ["-c", "debug"]);
    expect(missing.includes("cannot find 'pow' in scope"), missing);
    expect(missing.includes('hint: `import BindgenRuntime` has the functions of C\'s math.h; see "Mathematics" on the page EmbeddedSwift'), missing);
    await consumer.write(file, `${swift}func later() async -> Int { async let one = later(); return await one }\n`);
    const crash = await consumer.build(1, ["-c", "debug"]);
    const line = swift.split("\n").length;
    expect(crash.includes(`${file}:${line}: error: \`async let\` makes the Swift compiler crash for WebAssembly, in \`later()\``), crash);
    expect(crash.includes("hint: start a `Task` and await its `value`, or use a task group; see the page AsynchronousCode"), crash);
    await place(consumer);
  },
};

/** The rows of `.debug_line` as LLVM prints them: of functions that are there, the copy that comes first, of each address the last row. */
async function rowsOfLLVM(path) {
  const { stdout } = await run("llvm-dwarfdump", ["--debug-line", path]);
  const sequences = [];
  let [files, number, rows] = [{}, 0, []];
  for (const line of stdout.split("\n")) {
    if (line.startsWith("debug_line[")) files = {};
    number = Number(/^file_names\[ *(\d+)\]/.exec(line)?.[1] ?? number);
    const name = /^ +name: "(.*)"/.exec(line)?.[1];
    if (name !== undefined) files[number] = name;
    const row = /^0x([\da-f]+) +(\d+) +\d+ +(\d+)/.exec(line);
    if (row === null) continue;
    rows.push({ address: Number.parseInt(row[1], 16), line: Number(row[2]), file: files[row[3]] ?? "" });
    if (!line.includes("end_sequence")) continue;
    sequences.push(rows);
    rows = [];
  }
  const all = [];
  let end = 1;
  for (const sequence of sequences.toSorted((a, b) => a[0].address - b[0].address)) {
    if (sequence[0].address < end) continue;
    end = sequence.at(-1).address;
    all.push(...sequence.slice(0, -1).filter((row, index) => sequence[index + 1].address !== row.address));
  }
  return all;
}

/** A program that debugs itself: stops before a call, steps into it, and tells the bytes of wasm that it came by. */
const debugging = (entry) => `
import { Session } from "node:inspector";
const session = new Session();
session.connect();
const scripts = new Map();
const offsets = [];
let steps = 0;
session.on("Debugger.scriptParsed", ({ params }) => {
  if (params.scriptLanguage === "WebAssembly" || params.url.startsWith("wasm:")) scripts.set(params.scriptId, params.sourceMapURL);
});
session.on("Debugger.paused", ({ params }) => {
  const { location } = params.callFrames[0];
  if (scripts.has(location.scriptId)) offsets.push(location.columnNumber);
  steps += 1;
  session.post(steps < 400 ? "Debugger.stepInto" : "Debugger.resume");
});
session.post("Debugger.enable");
const { Greeter, init } = await import(${JSON.stringify(entry)});
await init();
debugger;
Greeter.check(3);
session.post("Debugger.disable");
console.log(JSON.stringify({ map: [...scripts.values()][0], offsets }));
session.disconnect();
`;
