import BindgenRuntime

class Canvas: CanvasExports {
    let name: String
    var parent: Canvas?

    init() { name = "none" }
    init(name: String) { self.name = name }
    init(width: Int32, height: Int32) throws(JSError) {
        if width < 0 { throw JSError("width is negative") }
        name = "\(width)x\(height)"
    }

    func paint() -> String { "nothing" }
    func paint(color: String) -> String { "color \(color)" }
    func paint(x: Int32) -> String { "x \(x)" }
    func paint(all: Bool) -> String { "all \(all)" }
    func paint(pattern: Canvas) -> String { "canvas \(pattern.name)" }
    func paint(pattern: Other) -> String { "other" }
    func paint(style: Style) -> String { "style \(style.color)" }
    func paint(painter: (Int32) -> String) -> String { "painter \(painter(3))" }
    func paint(points: [Int32]) -> String { "points \(points.count)" }
    func paint(bytes: Span<UInt8>) -> String { "bytes \(bytes.count)" }
    func paint(buffer: Span<UInt8>) -> String { "buffer \(buffer.count)" }
    func paint(mark: JSSymbol) -> String { "symbol" }
    func paint(x: Int32, y: Int32) -> String { "point \(x) \(y)" }
    func paint(x: Int32, unit: String) -> String { "length \(x)\(unit)" }
    func paint(color: String, x: Int32, y: Int32, alpha: Double) -> String { "\(color) \(x) \(y) \(Int(alpha * 10))" }

    func late(name: String, value: Int32OrPainter) -> String {
        switch value {
        case .number(let number): "\(name) number \(number)"
        case .painter(let painter): "\(name) painter \(painter(1))"
        }
    }
    func late(name: String, value: Canvas?) -> String { "\(name) canvas \(value?.name ?? "null")" }

    func maybe(text: String) -> String { "text \(text)" }
    func maybe(other: Canvas?) -> String { "canvas \(other?.name ?? "missing")" }

    func fail(code: Int32) throws(JSError) { throw JSError("code \(code)") }
    func fail(text: String) throws(JSError) -> String {
        if text.isEmpty { throw JSError("no text") }
        return text
    }

    static func of(name: String) -> Canvas { Canvas(name: name) }
    static func of(parent: Canvas) -> Canvas {
        let made = Canvas(name: "child of \(parent.name)")
        made.parent = parent
        return made
    }
    static func of(a: Int32, b: Int32, c: Int32) -> String { "\(a + b + c)" }

    func add(value: JSBigInt) {}
    func add(value: String) {}

    func all(first: String, rest: [Int32]) -> String { "\(first) \(rest.reduce(0, +))" }
    func all(first: Canvas, rest: [String]) -> String { "\(first.name) " + Rest.join(separator: "+", parts: rest) }
    func all() -> String { "nothing" }
}

final class Other: OtherExports {
    init() {}
}

final class Special: Canvas, SpecialExports {
    override init(name: String) { super.init(name: "special \(name)") }
    init(style: Style) { super.init(name: style.color) }
    func only(a: Int32) -> String { "number \(a)" }
    func only(a: String, unit: Unit) -> String { "\(a) \(unit == .em ? "em" : "px")" }
}

enum Shapes: ShapesExports {
    static func area(side: Double) -> Double { side * side }
    static func area(width: Double, height: Double) -> Double { width * height }
    static func kind(value: ArrayBufferOrDataViewOrString) -> String {
        switch value {
        case .arrayBuffer: "buffer"
        case .dataView: "view"
        case .string: "string"
        }
    }
    static func measure(text: String) -> Double { Double(text.utf8.count) }
    static func measure(texts: [String]) -> Double { texts.reduce(0) { $0 + Double($1.utf8.count) } }
}

enum Rest: RestExports {
    static func sum(values: [Int32]) -> Int32 { values.reduce(0, &+) }
    static func join(separator: String, parts: [String]) -> String {
        var text = ""
        for (index, part) in parts.enumerated() { text += (index == 0 ? "" : separator) + part }
        return text
    }
    static func count(start: Double, values: [JSValue]) -> Double { start + Double(values.count) }
    static func canvases(canvases: [Canvas]) -> UInt32 { UInt32(canvases.count) }
    static func useImports() -> String {
        let pen = Pen()
        let red = Pen(color: "red")
        let wide = Pen(other: red, width: 3)
        let drawn = [pen.draw(), red.draw(x: 1), wide.draw(text: "t"), wide.draw(text: "t", x: 2)]
        let names = [Pen.name(code: 4), Pen.name(pen: wide), Tools.show(value: 5), Tools.show(value: "five")]
        let rests = [
            pen.join(), pen.join(parts: ["a", "b"]), pen.pick(), pen.pick(count: 1), pen.pick(count: 2, parts: ["c"]),
            Tools.list(values: [.number(1), .undefined, .boolean(true), .undefined]),
        ]
        return join(separator: "; ", parts: drawn + names + rests)
    }
    static func call(joiner: (String, [Int32]) -> String) -> String { joiner("-", []) + joiner("-", [1, 2]) }
    static func joiner() -> (String, [Int32]) -> String {
        { separator, values in join(separator: separator, parts: values.map { "\($0)" }) }
    }
}
