/** IDL in library targets, of the same package and of another one: its types are used by the IDL of others, and all of it is in one .wasm. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "../Core/expect.mjs";
import { run } from "../Core/processes.mjs";

const dependency = (root) => `.package(name: "swift-bindgen", path: ${JSON.stringify(root)})`;
const runtime = `.product(name: "BindgenRuntime", package: "swift-bindgen")`;
const plugins = `plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]`;

const colors = {
  "Package.swift": (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Colors",
    products: [.library(name: "Colors", targets: ["Colors"])],
    dependencies: [${dependency(root)}],
    targets: [
        .target(
            name: "Colors", dependencies: [${runtime}],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility")],
            ${plugins})
    ]
)
`,
  "Sources/Colors/colors.idl": `enum Tone { "dark", "light" };
dictionary Color { required octet red; Tone tone = "dark"; DOMString? name; };
enum ColorFault { "unknown" };
callback Mix = Color (Color one, Color other);
typedef (Color or DOMString) ColorLike;
namespace Palette {
  [Throws=ColorFault] Color named(DOMString name);
  sequence<Color> mixed(sequence<Color> colors, Mix mix);
  const long depth = 8;
  (double or DOMString) level((double or DOMString) level);
};
interface Brush {
  constructor(Color color);
  readonly attribute Color color;
  DOMString stroke(optional unsigned long times = 1);
};
[Import="./host.mjs"] namespace Host { DOMString shout(DOMString text); Promise<DOMString> later(DOMString text); };
[Import] interface Surface { constructor(DOMString title); undefined paint(ColorLike color); Surface copy(); };
`,
  "Sources/Colors/host.mjs": `export const Host = { whisper: (text) => text.toLowerCase(), shout: (text) => text.toUpperCase(), later: async (text) => \`\${text} later\` };\n`,
  "Sources/Colors/Colors.swift": `public enum Palette: PaletteExports {
    public static func named(name: String) throws(ColorFault) -> Color {
        if name == "red" { return Color(red: 255, tone: .light, name: name) }
        throw .unknown
    }
    public static func mixed(colors: [Color], mix: Mix) -> [Color] {
        var result: [Color] = []
        for color in colors { result.append(mix(color, colors[0])) }
        return result
    }
    public static func level(level: DoubleOrString) -> DoubleOrString { level }
}
open class Brush: BrushExports {
    public let color: Color
    public init(color: Color) { self.color = color }
    open func stroke(times: UInt32) -> String { Host.shout(text: color.name ?? "none") }
}
`,
};

const app = {
  "Package.swift": (root) => `// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "App",
    dependencies: [${dependency(root)}, .package(path: "../Colors")],
    targets: [
        .target(name: "Shapes", dependencies: [.product(name: "Colors", package: "Colors"), ${runtime}], ${plugins}),
        .target(name: "Sounds", dependencies: [${runtime}], ${plugins}),
        .executableTarget(name: "App", dependencies: ["Shapes", "Sounds", "Colors", ${runtime}], ${plugins}),
    ]
)
`,
  "Sources/Shapes/shapes.idl": `dictionary Shape { required DOMString name; required Color fill; };
namespace Outlines { DOMString describe(Shape shape); };
partial interface Surface {
  constructor(long width, long height);
  readonly attribute DOMString title;
  [Throws] Shape frame(long width);
  const long edge = 2;
  static Surface named(DOMString name);
};
interface mixin Lit { attribute long light; };
Surface includes Lit;
partial namespace Host { DOMString whisper(DOMString text); };
`,
  "Sources/Shapes/Shapes.swift": `import Colors

public enum Outlines: OutlinesExports {
    public static func describe(shape: Shape) -> String { shape.fill.tone == .light ? shape.name : "dark" }
}
`,
  // It does not know Colors, and names the same union.
  "Sources/Sounds/sounds.idl": "namespace Sounds { (double or DOMString) loudness((double or DOMString) loudness); };\n",
  "Sources/Sounds/Sounds.swift": `public enum Sounds: SoundsExports { public static func loudness(loudness: DoubleOrString) -> DoubleOrString { loudness } }\n`,
  "Sources/App/app.idl": `interface WideBrush : Brush {
  constructor(Color color, double width);
  attribute double width;
};
namespace Studio {
  [Throws=ColorFault] Color twice(Color color);
  Brush brush(boolean wide, Color color);
  DOMString draw(Brush brush, Mix mix);
  ColorLike same(ColorLike color);
  undefined paint(Surface surface, ColorLike color);
  Promise<DOMString> wait(DOMString text);
  sequence<Shape> shapes(sequence<Shape> shapes);
  Mix mix();
  DOMString added(DOMString name);
  (double or DOMString) level((double or DOMString) level);
};
[Import] interface Canvas : Surface { readonly attribute Color color; Canvas copy(); };
`,
  "Sources/App/App.swift": `import Colors
import Shapes

final class WideBrush: Brush, WideBrushExports {
    var width: Double
    init(color: Color, width: Double) {
        self.width = width
        super.init(color: color)
    }
    override func stroke(times: UInt32) -> String { "wide " + super.stroke(times: times) }
}
enum Studio: StudioExports {
    static func twice(color: Color) throws(ColorFault) -> Color {
        if color.red > 127 { throw .unknown }
        return Color(red: color.red * 2, tone: color.tone, name: color.name)
    }
    static func brush(wide: Bool, color: Color) -> Brush { wide ? WideBrush(color: color, width: 2) : Brush(color: color) }
    static func draw(brush: Brush, mix: Mix) -> String { brush.stroke(times: UInt32(mix(brush.color, brush.color).red)) }
    static func same(color: ColorLike) -> ColorLike { color }
    static func paint(surface: Surface, color: ColorLike) {
        if let canvas = Canvas(surface) { surface.paint(color: .color(canvas.copyOfCanvas().color)) } else { surface.paint(color: color) }
    }
    static func wait(text: String) async -> String { (try? await Host.later(text: text)) ?? "?" }
    static func shapes(shapes: [Shape]) -> [Shape] { shapes.reversed() }
    static func mix() -> Mix { { one, _ in one } }
    static func level(level: DoubleOrString) -> DoubleOrString { Palette.level(level: level) }
    static func added(name: String) -> String {
        let surface = Surface.named(name: name)
        surface.light += 1
        let frame = try? surface.frame(width: Surface.edge)
        let asked = [surface.supports(.frame), surface.supports(.light), surface.supports(.paint), surface.supports(.title)]
        return "\\(Surface(width: 3, height: 4).title) \\(surface.light) \\(frame?.name ?? "none") \\(Host.whisper(text: "QUIET")) \\(asked.allSatisfy { $0 })"
    }
}
`,
};

/** Uses everything of the three modules; the host's objects are made before the package is loaded. */
const script = (entry) => `
globalThis.Surface = class {
  light = 41;
  constructor(...sizes) { this.sizes = sizes; }
  static named(name) { return Object.assign(new Surface(), { name }); }
  get title() { return this.sizes.join("x"); }
  frame(width) { return { name: this.name + width, fill: { red: 1 } }; }
  paint(color) { this.painted = color; } copy() { return this; } };
globalThis.Canvas = class extends Surface { color = { red: 9 }; };
const { init, Palette, Brush, WideBrush, Studio, Outlines, ColorFault, Sounds } = await import(${JSON.stringify(entry)});
await init();
const fault = (call) => { try { return call(); } catch (error) { return [error instanceof ColorFault, error.code]; } };
const red = Palette.named("red");
const wide = Studio.brush(true, red);
const own = new WideBrush({ red: 1, name: "own" }, 5);
const surfaces = [new Surface(), new Canvas()];
for (const surface of surfaces) Studio.paint(surface, "blue");
console.log(JSON.stringify([
  red, Palette.depth, fault(() => Palette.named("x")), fault(() => Studio.twice(red)), Studio.twice({ red: 4 }),
  Palette.mixed([red, { red: 1 }], (one, other) => ({ red: other.red - one.red })).map((color) => color.red),
  [wide instanceof WideBrush, wide instanceof Brush, Studio.brush(false, red) instanceof WideBrush],
  [wide.stroke(), new Brush(red).stroke(), own.width, Studio.draw(own, (color) => color), own.color.name],
  [Studio.same("x"), Studio.same(red).red], surfaces.map((surface) => surface.painted), await Studio.wait("much"),
  Studio.shapes([{ name: "a", fill: red }, { name: "b", fill: { red: 3 } }]).map((shape) => shape.name),
  Outlines.describe({ name: "a", fill: red }), Studio.mix()(red, { red: 1 }).red, Studio.added("n"),
  [Palette.level("low"), Sounds.loudness(3), Studio.level("high"), Studio.level(4)],
]));
`;

const printed = [
  { red: 255, tone: "light", name: "red" }, 8, [true, "unknown"], [true, "unknown"], { red: 8, tone: "dark" }, [0, 254],
  [true, true, false], ["wide RED", "RED", 5, "wide OWN", "own"], ["x", 255],
  ["blue", { red: 9, tone: "dark" }], "much later", ["b", "a"], "a", 255,
  "3x4 42 n2 quiet true", ["low", 3, "high", 4],
];

/** The two packages, beside the consumer's. */
class Packages {
  /** @param {import("./build.mjs").Consumer} consumer */
  constructor(consumer) {
    this.consumer = consumer;
    this.folder = join(consumer.folder, "..", "libraries");
  }

  /** What is there as it should be stays: SwiftPM would compile it again. */
  async make() {
    await rm(join(this.folder, "App/Sources/App/more.idl"), { force: true });
    for (const [name, files] of Object.entries({ Colors: colors, App: app })) {
      for (const [path, text] of Object.entries(files)) await this.write(`${name}/${path}`, typeof text === "string" ? text : text(this.consumer.context.root));
    }
  }

  async write(path, text) {
    const known = await readFile(join(this.folder, path), "utf8").catch(() => null);
    if (known !== text) await this.consumer.write(join("..", "libraries", path), text);
  }

  /** Runs bindgen in the program's package. */
  async bindgen(code, ...args) {
    const folder = join(this.folder, "App");
    const outcome = await this.consumer.context.swift.run(folder, () => run(this.consumer.tool, args, { cwd: folder }));
    expect(outcome.code === code, `exit code ${outcome.code} instead of ${code}\n${outcome.output}`);
    return outcome.output;
  }

  /** What a script prints that uses the package. */
  async output(text) {
    const { stdout, output } = await run(process.execPath, ["--input-type=module", "-e", text(pathToFileURL(join(this.folder, "App/dist/app.node.js")).href)], { seconds: 60 });
    expect(stdout !== "", output);
    return stdout;
  }
}

/** @type {Record<string, (consumer: import("./build.mjs").Consumer) => Promise<void>>} */
export const libraryTests = {
  async "IDL of a program, of its package's library and of another package make one module, with the types of one another"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    const told = await packages.bindgen(0, "build", "--verbose");
    expect(!/warning: public import/.test(told), told);
    const output = await packages.output(script);
    expect(output === `${JSON.stringify(printed)}\n`, output);
  },

  async "WIT knows the types of the libraries"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    for (const args of [["wit"], ["check", "--wit"]]) {
      const errors = (await packages.bindgen(1, ...args)).split("\n").filter((line) => line.includes(": error: "));
      expect(errors.length > 0 && errors.every((line) => line.endsWith(" [wit]")), errors.join("\n"));
    }
  },

  async "a change of a library's IDL is one of the program's module"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    await packages.write("Colors/Sources/Colors/colors.idl", colors["Sources/Colors/colors.idl"].replace("const long depth = 8", "const long depth = 16"));
    await packages.bindgen(0, "build");
    const output = await packages.output((entry) => `const { init, Palette } = await import(${JSON.stringify(entry)}); await init(); console.log(Palette.depth);`);
    expect(output === "16\n", output);
  },

  async "a program without IDL of its own is the module of its libraries"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    await rm(join(packages.folder, "App/Sources/App/app.idl"));
    await packages.write("App/Sources/App/App.swift", "import Shapes\n");
    await packages.bindgen(0, "build");
    const output = await packages.output((entry) => `const { init, Palette, Outlines } = await import(${JSON.stringify(entry)}); await init(); console.log(Palette.named("red").red, Outlines.describe({ name: "a", fill: { red: 1 } }));`);
    expect(output === "255 dark\n", output);
  },

  async "what another module cannot do to a library's definitions is an error at its line"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    const tried = [
      ["partial namespace Palette { boolean more(); };", 1, "`Palette` is the module Colors's, to which another module adds nothing"],
      ["partial dictionary Color { DOMString more; };", 1, "`Color` is the module Colors's, to which another module adds nothing"],
      ["interface mixin Named { DOMString name(); };\nBrush includes Named;", 2, "`Brush` is the module Colors's, to which another module adds nothing"],
      ['enum Tone { "bright" };\nnamespace Tones { Tone tone(); };', 1, "`Tone` is already defined as an enum"],
    ];
    for (const [text, line, message] of tried) {
      await packages.write("App/Sources/App/more.idl", `${text}\n`);
      const output = await packages.bindgen(1, "check");
      expect(output.includes(`Sources/App/more.idl:${line}:`) && output.includes(`error: ${message}`), output);
    }
    await packages.make();
    await packages.bindgen(0, "check");
  },

  async "a target with IDL and no Swift file, which SwiftPM leaves out, is named"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    await rm(join(packages.folder, "App/Sources/Shapes/Shapes.swift"));
    const output = await packages.bindgen(1, "check");
    expect(output.startsWith("error: the target Shapes has IDL and no Swift file, so SwiftPM leaves it out; add a file such as Shapes.swift to it"), output);
    await packages.write("App/Sources/Shapes/Shapes.swift", "");
    await packages.bindgen(0, "check");
    await packages.make();
  },

  async "a target that needs BindgenPlugin and does not use it is named"(consumer) {
    const packages = new Packages(consumer);
    await packages.make();
    const manifest = app["Package.swift"](consumer.context.root);
    for (const name of ["App", "Shapes"]) {
      const lines = manifest.split("\n").map((line) => (line.includes(`name: "${name}", dependencies`) ? line.replace(`, ${plugins}`, "") : line));
      await packages.write("App/Package.swift", lines.join("\n"));
      const output = await packages.bindgen(1, "build");
      expect(output.includes(`error: the target ${name} is part of the module App, and does not use BindgenPlugin; write \`plugins: [`), output);
    }
  },
};
