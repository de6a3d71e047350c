package import BindgenABI

extension StringCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { isBorrowed ? "Swift.UTF8Span" : "String" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.string(\(slots[0]), \(slots[1]))"
    }
    package func liftArgument(_ slots: [String], local: String, _ setup: inout [String], in swift: SwiftEmitter) -> String {
        guard isBorrowed else { return lift(slots, isOwned: false, in: swift) }
        setup += [
            "defer { BindgenRuntime.Region.release(\(slots[0])) }",
            // The glue marks ASCII by ~length.
            "let \(local)Count = \(slots[1]) < 0 ? ~\(slots[1]) : \(slots[1])",
            "let \(local) = unsafe Swift.UTF8Span(unchecked: BindgenRuntime.Lift.elements(\(slots[0]), \(local)Count, of: UInt8.self).span, isKnownASCII: \(slots[1]) < 0)",
        ]
        return local
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        .opened("BindgenRuntime.Lower.string(\(value))", name, "length")
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        .opened("BindgenRuntime.Lower.optionalString(\(value))", name, "length")
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        "arena.store(\(value), at: \(place.text))"
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("string", "strings-in")
        if value.isHeld { js.use("frame") }
        let encoded = "$encode(\(value.variable))"
        let (address, length) = (value.derived("address"), value.derived("length"))
        return JSLowering(
            declares: [(address, "0"), (length, "0")], convert: [convert(value, &js)],
            lower: [.assign(address, value.isHeld ? "$hold(\(encoded))" : encoded), .assign(length, "$size")],
            taken: value.isHeld ? [] : [address], slots: [address, length])
    }

    private func convert(_ value: JSValue, _ js: inout JavaScriptEmitter) -> JSStatement {
        let name = value.variable
        let test = js.isCompact ? "" : "if (typeof \(name) !== \"string\") "
        let convert = "\(test)\(name) = $string(\(name), \(js.placeIfThere(value)));"
        return .check(nullIsEmpty ? "if (\(name) === null) \(name) = \"\"; else " + convert : convert)
    }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("strings-out")
        return "$decode(\(slots[0]), \(slots[1]))"
    }
    package func returnFromImport(
        _ value: JSValue, in js: inout JavaScriptEmitter
    ) -> (convert: JSStatement, leave: JSStatement)? {
        js.use("string", "strings-in", "strings-return")
        return (convert(value, &js), .line("$returnString(\(value.variable));"))
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "string" }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        // `null` is accepted besides.
        if nullIsEmpty == other.nullIsEmpty || !comparison.isGiven { return .same }
        return other.nullIsEmpty ? .wider : .narrower
    }
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other is EnumCrossing || other is ByteStringCrossing ? .narrower : .different
    }
}
