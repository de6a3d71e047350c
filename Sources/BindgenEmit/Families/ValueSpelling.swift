package import BindgenABI
package import BindgenModel

extension AnyCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "BindgenRuntime.JSValue" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.value(\(slots[0]), \(slots[1]))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value).tag", "\(value).payload"])
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        LoweredValue(slots: ["\(value) == nil ? 0 : 1", "\(value)?.tag ?? 0", "\(value)?.payload ?? 0"])
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        switch value {
        case .null: ".null"
        case .undefined: ".undefined"
        case .boolean: ".boolean(\(value.swiftText))"
        case .integer, .decimal, .infinity, .notANumber: ".number(\(value.swiftText))"
        case .string(let text): ".string(BindgenRuntime.JSString(\(swiftLiteral(text))))"
        case .emptySequence: ".object(BindgenRuntime.JSArray().object)"
        case .emptyDictionary: ".object(BindgenRuntime.JSObject())"
        }
    }

    /// Every value is one (Web IDL 3.2.1): nothing is converted.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use(value.isStored ? "hold-value" : "values-in")
        let function = value.isStored ? "$holdValue" : "$lowerValue"
        return JSLowering(slots: ["\(function)(\(value.variable))", "$payload"])
    }
    /// The Number that stands beside a missing value is any.
    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        ["\(isAbsent) ? 0 : 1"] + slots
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("values-out")
        return "$liftValue(\(slots[0]), \(slots[1]))"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { use.isInput ? "unknown" : "any" }
}

extension HandleCrossing: HandleSpelling {
    package func type(in swift: SwiftEmitter) -> String {
        switch kind {
        case .object: "BindgenRuntime.JSObject"
        case .symbol: "BindgenRuntime.JSSymbol"
        }
    }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(adopting: \(slots[0]))"
    }

    /// Web IDL 3.2.13 and 3.2.14: nothing is converted.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("type", "handles")
        let name = value.variable
        let (isOther, expected) =
            switch kind {
            case .object: ("\(name) === null || typeof \(name) !== \"object\" && typeof \(name) !== \"function\"", "an object")
            case .symbol: ("typeof \(name) !== \"symbol\"", "a symbol")
            }
        return JSLowering(
            convert: [.check("if (\(isOther)) $type(\(name), \(value.place.text), \"\(expected)\");")], slots: [js.kept(value)])
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { kind.rawValue }
}

extension BigIntCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "BindgenRuntime.JSBigInt" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.bigint(\(slots[0]), \(slots[1]))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value).low", "\(value).handle"])
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String { value.swiftText }

    /// Web IDL 3.2.7.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("large", "large-in")
        if value.isStored { js.use("hold-handle") }
        let name = value.variable
        let handle = "$keepLarge(\(name))"
        return JSLowering(
            convert: [.check("if (typeof \(name) !== \"bigint\") \(name) = $large(\(name), \(value.place.text));")],
            slots: [name, value.isStored ? "$holdHandle(\(handle))" : handle])
    }
    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        // undefined is no BigInt that wasm would take.
        ["\(isAbsent) ? 0 : 1", "\(isAbsent) ? 0n : \(slots[0])", "\(isAbsent) ? 0 : \(slots[1])"]
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("large-out")
        return "$liftLarge(\(slots[0]), \(slots[1]))"
    }
    package func literal(_ value: DefaultValue) -> String {
        if case .integer = value { value.javaScriptText + "n" } else { value.javaScriptText }
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "bigint" }

    /// 64 bits are some of all that there are.
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        guard let integer = other as? LongIntegerCrossing, integer.isBigInt else { return .different }
        return .narrower
    }
}
