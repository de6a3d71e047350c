package import BindgenABI
package import BindgenModel

extension ByteStringCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "[UInt8]" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.array(\(slots[0]), \(slots[1]), of: UInt8.self)"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        .opened("BindgenRuntime.Lower.elements(\(value))", name, "length")
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        .opened("BindgenRuntime.Lower.optionalElements(\(value))", name, "length")
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        "arena.store(\(value), at: \(place.text))"
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        guard case .string(let text) = value else { return value.swiftText }
        return "[\(text.unicodeScalars.map { String($0.value) }.joined(separator: ", "))]"
    }

    /// Web IDL 3.2.9: the string is converted, and then has no character above U+00FF.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("byte-string", "bytes-in")
        if value.isHeld { js.use("frame") }
        let (name, place) = (value.variable, js.placeIfThere(value))
        let (address, length) = (value.derived("address"), value.derived("length"))
        let encoded = "$encodeBytes(\(name))"
        let convert = "\(name) = $byteString(\(name), \(place))"
        return JSLowering(
            declares: [(address, "0"), (length, "0")],
            convert: [nullIsEmpty ? .line("if (\(name) === null) \(name) = \"\"; else \(convert);") : .line("\(convert);")],
            lower: [.assign(address, value.isHeld ? "$hold(\(encoded))" : encoded), .assign(length, "\(name).length")],
            taken: value.isHeld ? [] : [address], slots: [address, length])
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("bytes-out")
        return "$decodeBytes(\(slots[0]), \(slots[1]))"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "string" }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        if nullIsEmpty == other.nullIsEmpty || !comparison.isGiven { return .same }
        return other.nullIsEmpty ? .wider : .narrower
    }
    /// A text may have more characters, and TypeScript calls both a string.
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other is StringCrossing ? .wider : .different
    }
}
