import BindgenRuntime

final class Store: StoreExports {
    var value: JSValue
    var target: JSObject
    var amount: JSBigInt
    let mark: JSSymbol
    init(value: JSValue) {
        self.value = value
        target = JSObject()
        amount = 1
        mark = JSSymbol("of the store")
    }
    func holds(value: JSValue) -> Bool { value == self.value }
}

func name(of value: JSValue) -> String {
    switch value {
    case .undefined: "undefined"
    case .null: "null"
    case .boolean(let value): "boolean \(value)"
    case .number(let value): "number \(Int64(value))"
    case .string(let value): "string \(value)"
    case .symbol(let value): "symbol \(value)"
    case .bigint(let value): "bigint \(value)"
    case .object(let object):
        JSFunction(object) != nil ? "function" : JSArray(object).map { "array \($0.count)" } ?? "object"
    }
}

enum Values: ValuesExports {
    static func echo(value: JSValue) -> JSValue { value }
    static func describe(value: JSValue) -> String { name(of: value) }
    static func second(first: JSValue, second: JSValue, third: JSValue?) -> JSValue { third ?? second }
    static func given(value: JSValue?) -> String { value.map { name(of: $0) } ?? "none" }
    static func orNull(value: JSValue) -> JSValue { value }
    static func orFive(value: JSValue) -> JSValue { value }
    static func orText(value: JSValue) -> JSValue { value }
    static func list(values: [JSValue]) -> [JSValue] { values }
    static func properties(values: JSRecord<String, JSValue>) -> JSRecord<String, JSValue> { values }
    static func bag(bag: Bag) -> Bag { bag }
    static func small(small: Small) -> Small { small }
    static func smalls(values: [Small]) -> [Small] { values }
    static func bags(values: [Bag]) -> [Bag] { values }
    static func throughHost(value: JSValue) -> JSValue { Host.echo(value: value) }
    static func twoThroughHost(first: JSValue) -> [JSValue] {
        [Host.two(first: first), Host.two(first: first, second: .undefined)]
    }
    static func wrapped(value: JSObject) -> JSObject { Host.wrap(value: value) }
    static func marked(value: JSSymbol) -> JSSymbol { Host.mark(value: value) }
    static func squared(value: JSBigInt) -> JSBigInt { Host.square(value: value) }
    static func maybeThroughHost(value: JSBigInt?) -> JSBigInt? { Host.maybe(value: value) }
    static func failing(value: JSValue) -> JSValue {
        do { return try Host.failing(value: value) } catch { return error.thrown ?? .undefined }
    }
    static func bagThroughHost(bag: Bag) -> Bag { Host.bag(bag: bag) }
    static func exchange(value: JSValue) -> [JSValue] {
        let cell = Cell(state: value)
        let former = cell.state
        cell.state = .bigint(cell.amount)
        cell.target = cell.target
        cell.amount = 5
        return [former, cell.state, .object(cell.target), .bigint(cell.amount)]
    }

    static func object(value: JSObject) -> JSObject { value }
    static func objectOrNull(value: JSObject?) -> JSObject? { value }
    static func objects(values: [JSObject]) -> [JSObject] { values }
    static func symbol(value: JSSymbol) -> JSSymbol { value }
    static func symbolOrNull(value: JSSymbol?) -> JSSymbol? { value }
    static func bigint(value: JSBigInt) -> JSBigInt { value }
    static func bigintOrNull(value: JSBigInt?) -> JSBigInt? { value }
    static func half(value: JSBigInt) -> JSBigInt { Int64(exactly: value).map { JSBigInt($0 / 2) } ?? value }
    static func bigints(values: [JSBigInt]) -> [JSBigInt] { values }
    static func amounts(values: JSRecord<String, JSBigInt>) -> JSRecord<String, JSBigInt> { values }
    static func same(first: JSValue, second: JSValue) -> Bool { first == second }

    static func map(value: JSValue, map: @escaping Map) -> JSValue { map(value) }
    static func mapObject(value: JSObject, map: @escaping MapObject) -> JSObject { map(value) }
    static func grow(value: JSBigInt, grow: @escaping Grow) -> JSBigInt { grow(value) }
    static func constant(value: JSValue) -> Map { { _ in value } }
    static func doubling() -> Grow { { value in Int64(exactly: value).map { JSBigInt($0 * 2) } ?? value } }
    static func handled(value: JSValue, mark: JSSymbol, handler: @escaping Handler) -> JSValue { handler(value, mark) }

    static func get(target: JSObject, name: String) throws(JSError) -> JSValue { try target.get(name) }
    static func getKey(target: JSObject, key: JSValue) throws(JSError) -> JSValue { try target.get(key) }
    static func set(target: JSObject, name: String, value: JSValue) throws(JSError) { try target.set(name, value) }
    static func setKey(target: JSObject, key: JSValue, value: JSValue) throws(JSError) { try target.set(key, value) }
    static func call(target: JSObject, name: String, values: [JSValue]) throws(JSError) -> JSValue {
        switch values.count {
        case 0: try target.call(name)
        case 1: try target.call(name, values[0])
        default: try target.call(name, values[0], values[1])
        }
    }
    static func apply(function: JSObject, receiver: JSValue, values: [JSValue]) throws(JSError) -> JSValue {
        guard let function = JSFunction(function) else { throw JSError("no function", kind: .typeError) }
        return try function.call(values, this: receiver)
    }
    static func construct(function: JSObject, values: [JSValue]) throws(JSError) -> JSObject {
        guard let function = JSFunction(function) else { throw JSError("no function", kind: .typeError) }
        return values.isEmpty ? try function.construct() : try function.construct(values[0])
    }
    static func global(name: String) throws(JSError) -> JSValue { try JSObject.global.get(name) }
    static func rethrow(value: JSValue) throws(JSError) { throw JSError(value) }
    static func caught(function: JSObject) -> String {
        do { return name(of: try JSFunction(function)?() ?? .undefined) } catch { return "caught \(error.message)" }
    }
    static func caughtValue(function: JSObject) -> JSValue {
        do { return try JSFunction(function)?() ?? .undefined } catch { return error.thrown ?? .undefined }
    }
    static func made() -> JSObject {
        let object = JSObject()
        try? object.set("name", "made")
        try? object.set("numbers", .object(JSArray([1, 2.5, true, .null, .undefined]).object))
        return object
    }
    static func kind(value: JSObject) -> String { name(of: .object(value)) }

    static func words(value: JSBigInt) -> String {
        (value.isNegative ? "-" : "") + value.words.map { String($0) }.joined(separator: ",")
    }
    static func fromWords(words: [String], isNegative: Bool) -> JSBigInt {
        JSBigInt(words: words.map { UInt64($0) ?? 0 }, isNegative: isNegative)
    }
    static func digits(value: JSBigInt) -> String {
        "\(value) \(Int64(exactly: value).map { String($0) } ?? "-") \(UInt64(exactly: value).map { String($0) } ?? "-")"
    }
    static func bigintsEqual(first: JSBigInt, second: JSBigInt) -> Bool { first == second }
    static func text(value: JSValue) -> String { value.text ?? "no text" }
    static func isText(value: JSValue, text: String) -> Bool { value == JSValue(text) }
    static func textOf(text: String) -> JSValue { JSValue(text) }
    static func descriptionOf(value: JSSymbol) -> String { value.description }
    static func newSymbol(description: String) -> JSSymbol { JSSymbol(description) }
    static func sumOf(array: JSObject) throws(JSError) -> JSValue {
        guard let array = JSArray(array) else { throw JSError("no array", kind: .typeError) }
        var sum = 0.0
        for index in 0..<array.count {
            if case .number(let number) = try array.get(index) { sum += number }
        }
        try array.set(array.count, .number(sum))
        return .number(sum)
    }
    static func arrayOf(values: [JSValue]) -> JSObject { JSArray(values).object }
    static func floats(value: JSObject) -> String {
        if let floats = JSTypedArray<Float>(value) {
            return "floats " + floats.elements.map { String(Int32($0 * 2)) }.joined(separator: ",")
        }
        if let bytes = JSTypedArray<UInt8>(value) { return "bytes \(bytes.count)" }
        if let words = JSTypedArray<UInt64>(value) {
            return "words " + words.elements.map { String($0) }.joined(separator: ",")
        }
        return "other"
    }
    static func bytes(values: [UInt8]) -> JSObject { JSTypedArray(values).object }
}
