import BindgenRuntime

final class Shape: ShapeExports {
    let id: Int32
    var label: Value = "unnamed"
    init(id: Int32) { self.id = id }
}

final class Other: OtherExports {
    init() {}
}

enum Unions: UnionsExports {
    static func numeric(value: DoubleOrBigInt) -> String {
        switch value {
        case .number(let number): "number \(number)"
        case .bigint(let bigint): "bigint \(bigint)"
        }
    }
    static func bigger(value: Int32OrBigInt) -> Int32OrBigInt { value }

    static func same(value: Value) -> Value { value }
    static func described(value: Value) -> String {
        switch value {
        case .string(let text): "text \(text)"
        case .number(let number): "number \(number == 1.5 ? "1.5" : "other")"
        }
    }
    static func kind(source: Source) -> String {
        switch source {
        case .shape(let shape): "shape \(shape.id)"
        case .options(let options): "options \(options.values?.count ?? -1)"
        case .sequence(let numbers): "numbers \(numbers.count)"
        case .string(let text): "text \(text)"
        }
    }
    static func source(kind: String) -> Source {
        switch kind {
        case "shape": .shape(Shape(id: 7))
        case "options": .options(Options(value: 2.5, limit: true, values: ["a", 1]))
        case "numbers": .sequence([1, 2, 3])
        case "long": .string(String(repeating: "long ", count: 200))
        default: "text"
        }
    }
    static func pick(shape: Bool) -> ShapeOrOther { shape ? .shape(Shape(id: 1)) : .other(Other()) }
    static func idOf(shape: ShapeOrInt32) -> Int32 {
        switch shape {
        case .shape(let shape): shape.id
        case .number(let number): -number
        }
    }
    static func three(value: BoolOrInt32OrString) -> BoolOrInt32OrString {
        switch value {
        case .boolean(let value): .boolean(!value)
        case .number(let value): .number(value + 1)
        case .string(let value): .string(value + "+")
        }
    }
    static func kindOf(value: VisitOrInt32RecordOrBool) -> String {
        switch value {
        case .visit(let visit):
            switch visit("asked") {
            case .string(let text): "function \(text)"
            case .number: "function of numbers"
            }
        case .record(let record): "record \(record.keys.count)"
        case .boolean(let value): "\(value)"
        }
    }
    static func choose(value: Value, level: LevelOrBool) -> String {
        let first = described(value: value)
        return switch level {
        case .level(let level): "\(first), \(level == .high ? "high" : "low")"
        case .boolean(let flag): "\(first), \(flag)"
        }
    }
    static func maybe(value: Value?) -> Value? { value }
    static func left(value: Value?) -> Value? { value }
    static func orUndefined(value: Value?) -> Value? { value }
    static func list(values: [Value]) -> [Value] { values.reversed() }
    static func table(values: JSRecord<String, Value>) -> JSRecord<String, Value> { values }
    static func options(options: Options) -> Options { options }
    static func shapes(values: [ShapeOrString]) -> [ShapeOrString] { values }
    static func visit(visit: @escaping Visit, value: Value) -> Value { visit(value) }
    static func visitor(prefix: String) -> Visit {
        { value in
            switch value {
            case .string(let text): .string(prefix + text)
            case .number(let number): .number(number * 2)
            }
        }
    }
    static func judged(judge: @escaping Judge, row: Bool) -> String {
        switch judge(row ? .row(Table.make(id: 9)) : 12) {
        case .boolean(let value): "\(value)"
        case .level(let level): level == .high ? "high" : "low"
        }
    }
    static func found(key: Int32OrString) -> RowOrString { Table.find(key: key) }
    static func through(value: Value) throws(JSError) -> Value { try Table.value(value: value) }
    static func perhaps(value: Value?) -> Value? { Table.perhaps(value: value) }
    static func failing(fails: Bool) throws(JSError) -> Value {
        if fails { throw JSError("no value") }
        return "some"
    }
    static func figures(figures: [Figure]) -> [Figure] {
        figures + [.circle(Circle(radius: 9)), .box(Box(kind: .square)), "drawn"]
    }
    static func area(figure: Figure) -> String {
        switch figure {
        case .circle(let circle): "circle \(Int(circle.radius))"
        case .box(let box): "\(box.kind == .square ? "square" : "box") \(Int(box.width))"
        case .string(let name): name
        }
    }
    static func size(size: Size) -> Size { size }
    static func sizeOrNull(size: Size?) -> Size? { size }
    static func sizeOrNeither(size: Size??) -> Size?? { size }
    static func frame(frame: Frame) -> Frame { frame }
    static func sizes(sizes: [Size]) -> [Size] { sizes.reversed() }
    static func toggle() -> Toggle {
        { size in
            switch size {
            case .number(let number): .boolean(number != 0)
            case .boolean(let flag): .number(flag ? 1 : 0)
            }
        }
    }
    static func checked(size: Size) throws(JSError) -> Size {
        if case .number(let number) = size, number < 0 { throw JSError("negative", kind: .rangeError) }
        return size
    }
    static func literals() -> String {
        let text: Value = "a"
        let number: Value = 1.5
        let whole: Value = 2
        let flag: BoolOrInt32OrString = true
        let values = [text, number, whole].map { described(value: $0) }
        guard case .boolean(true) = flag else { return "no flag" }
        return values.joined(separator: ", ")
    }
}
