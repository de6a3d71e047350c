/** C++ without a standard library, and constructors of statics in C and C++, in a package of a user. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "../Core/processes.mjs";

const manifest = (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Shapes",
    dependencies: [.package(name: "swift-bindgen", path: ${JSON.stringify(root)})],
    targets: [
        .target(name: "CXXShapes"),
        .executableTarget(
            name: "Shapes", dependencies: ["CXXShapes", .product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]),
    ]
)
`;

const functions = [
  ["double", "shapes_area", "double width, double height"],
  ["int", "shapes_next", ""],
  ["int", "shapes_started", ""],
  ["int", "shapes_pages", ""],
  ["void", "shapes_pure", ""],
];
const header = `#pragma once
#ifdef __cplusplus
extern "C" {
#endif
${functions.map(([result, name, parameters]) => `${result} ${name}(${parameters || "void"});`).join("\n")}
#ifdef __cplusplus
}
#endif
`;

const shapes = `#include "CXXShapes.h"
#include <stddef.h>

namespace {
volatile int seed = 41;

struct Shape {
    Shape() { describe(); }
    virtual ~Shape() = default;
    virtual double area() const = 0;
    __attribute__((noinline)) void describe() const { if (seed == 0) area(); }
};
struct Rectangle final : Shape {
    double width, height;
    Rectangle(double w, double h) : width(w), height(h) {}
    double area() const override { return width * height; }
};
struct alignas(64) Wide { double numbers[8]; };
struct Registry {
    int count;
    int *cells;
    Registry() : count(seed), cells(new int[seed]) { cells[40] = 1; }
    ~Registry() { delete[] cells; }
};
Registry registry;
template <typename Value> struct Box {
    Value value;
    template <typename Body> auto with(Body body) { return body(value); }
};
__attribute__((noinline)) Shape *make(double width, double height) { return new Rectangle(width, height); }
}

double shapes_area(double width, double height) {
    Shape *shape = make(width, height);
    Wide *wide = new Wide[2];
    bool isAligned = reinterpret_cast<size_t>(wide) % 64 == 0;
    double *number = new double(shape->area());
    double area = Box<double>{*number}.with([isAligned](double value) { return isAligned ? value : -1; });
    delete number;
    delete[] wide;
    delete shape;
    return area;
}
int shapes_next() {
    static Registry local;
    local.count++;
    registry.count += registry.cells[40];
    return registry.count * 1000 + local.count;
}
int shapes_pages() { return static_cast<int>(__builtin_wasm_memory_size(0)); }
void shapes_pure() {
    seed = 0;
    make(1, 1);
}
`;

const started = `#include "CXXShapes.h"

static int started;
__attribute__((constructor)) static void start(void) { started++; }
int shapes_started(void) { return started; }
`;

const files = (root) => ({
  "Package.swift": manifest(root),
  "Sources/CXXShapes/include/CXXShapes.h": header,
  "Sources/CXXShapes/shapes.cpp": shapes,
  "Sources/CXXShapes/started.c": started,
  "Sources/Shapes/api.idl": `namespace Shapes {
  double area(double width, double height);
  long next();
  long started();
  long pages();
  undefined pure();
};
`,
  "Sources/Shapes/Shapes.swift": `import CXXShapes

enum Shapes: ShapesExports {
    static func area(width: Double, height: Double) -> Double { shapes_area(width, height) }
    static func next() -> Int32 { shapes_next() }
    static func started() -> Int32 { shapes_started() }
    static func pages() -> Int32 { shapes_pages() }
    static func pure() { shapes_pure() }
}
`,
});

const script = (entry) => `
const { init, Shapes } = await import(${JSON.stringify(entry)});
await init();
const results = [Shapes.area(2, 3), Shapes.next(), Shapes.next(), Shapes.next(), Shapes.started()];
const pages = Shapes.pages();
for (let round = 0; round < 100_000; round++) Shapes.area(round, 2);
results.push(Shapes.pages() - pages);
try { Shapes.pure(); results.push("went on"); } catch (error) { results.push(/trapped/.test(error.message)); }
console.log(JSON.stringify(results));
`;

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const cxxTests = {
  async "C++: new and delete, virtual functions, and constructors of statics that run once"(consumer) {
    const folder = join(consumer.folder, "..", "cxx");
    for (const [path, text] of Object.entries(files(consumer.context.root))) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rm(join(folder, "dist"), { recursive: true, force: true });
    const build = () => consumer.context.swift.run(folder, () => run(consumer.tool, ["build"], { cwd: folder }));
    const { code, output } = await build();
    if (code !== 0) throw new Error(output);
    const entry = pathToFileURL(join(folder, "dist", "shapes.node.js")).href;
    const ran = await run("node", ["--input-type=module", "-e", script(entry)]);
    const expected = JSON.stringify([6, 42_042, 43_043, 44_044, 1, 0, true]);
    if (ran.stdout.trim() !== expected) throw new Error(`${ran.output}\ninstead of ${expected}`);
  },
};
