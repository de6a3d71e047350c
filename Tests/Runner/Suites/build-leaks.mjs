/** What a build with `--inspect` tells of objects, closures and handles that are alive: a part of the suite `build`. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "../Core/expect.mjs";
import { patience } from "../Core/patience.mjs";
import { run } from "../Core/processes.mjs";

const idl = `callback Visit = undefined (long value);
interface Parent {
  constructor();
  Visit visitor();
  undefined keep(Visit visit);
  undefined forget();
};
interface Child : Parent {
  constructor();
};
`;
const swift = `class Parent: ParentExports {
    var kept: ((Int32) -> Void)?
    required init() {}
    func visitor() -> (Int32) -> Void { { _ in } }
    func keep(visit: @escaping (Int32) -> Void) { kept = visit }
    func forget() { kept = nil }
}
final class Child: Parent, ChildExports {
    required init() { super.init() }
}
#if !arch(wasm32)
@main enum Host { static func main() {} }
#endif
`;
const script = `import { assertNoLeaks, Child, init, inspect, Parent } from "./dist/consumer.node.js";
await init();
const told = () => {
  try {
    assertNoLeaks();
    return "nothing";
  } catch ({ message }) {
    return message;
  }
};
const lines = [told()];
const parent = new Parent();
const makeChild = () => new Child();
const children = [makeChild(), makeChild()];
const closure = parent.visitor();
parent.keep(function visited() {});
lines.push(told());
const before = inspect();
const late = new Parent();
try { assertNoLeaks(before); } catch ({ message }) { lines.push(message); }
late.dispose();
assertNoLeaks(before);
parent.forget();
closure.dispose();
for (const object of [parent, ...children]) object.dispose();
lines.push(told());
(() => { for (let index = 0; index < 3000; index++) new Parent(); })();
await new Promise((resume) => setTimeout(resume));
globalThis.gc();
await new Promise((resume) => setTimeout(resume));
lines.push(told(), inspect().live.length);
console.log(JSON.stringify(lines));
`;

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const leakTests = {
  async "--inspect tells what is alive, by class and place, until it is released"(consumer) {
    const files = ["Sources/Consumer/api.idl", "Sources/Consumer/Greeter.swift"];
    const texts = await Promise.all(files.map((file) => readFile(join(consumer.folder, file), "utf8")));
    await consumer.write("Sources/Consumer/api.idl", idl);
    await consumer.write("Sources/Consumer/Greeter.swift", swift);
    await consumer.build(0, ["--inspect"]);
    await consumer.write("main.mjs", script);
    const { code, stdout, output } = await run(process.execPath, ["--expose-gc", "main.mjs"], { cwd: consumer.folder, seconds: patience });
    for (const [index, file] of files.entries()) await consumer.write(file, texts[index]);
    await rm(join(consumer.folder, "main.mjs"));
    expect(code === 0, output);
    const [first, all, late, disposed, collected, count] = JSON.parse(stdout);
    expect(first === "nothing" && disposed === "nothing" && collected === "nothing" && count === 0, stdout);
    const place = (name, line) => new RegExp(`1 × ${name}, made at\n(?: +at .*\n)* +at .*main\\.mjs:${line}:`);
    expect(all.startsWith("still alive: 5\n"), all);
    expect(place("object Parent", 12).test(all) && place("closure closure", 15).test(all) && place("handle function visited", 16).test(all), all);
    expect(/2 × object Child, made at\n +at makeChild /.test(all) === false && all.match(/1 × object Child, made at\n +at makeChild .*main\.mjs:13:/g).length === 2, all);
    expect(!all.includes("consumer.glue.js"), all);
    expect(/^still alive: 1\n {2}1 × object Parent, made at\n.*main\.mjs:19:/.test(late), late);
  },
};
