package import BindgenABI
package import BindgenModel

extension IntegerCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "\(isSigned ? "" : "U")Int\(bits)" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        switch (bits, isSigned) {
        case (32, true): slots[0]
        case (32, false): "UInt32(bitPattern: \(slots[0]))"
        case (_, _): "\(type(in: swift))(truncatingIfNeeded: \(slots[0]))"
        }
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        switch (bits, isSigned) {
        case (32, true): LoweredValue(slots: [value])
        case (32, false): LoweredValue(slots: ["Int32(bitPattern: \(value))"])
        case (_, _): LoweredValue(slots: ["Int32(\(value))"])
        }
    }
    package func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String { place.load(as: type(in: swift)) }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        place.store(value, as: type(in: swift))
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [convert(value.variable, js.placeIfThere(value), &js)], slots: [value.variable])
    }

    private func convert(_ value: String, _ place: String, _ js: inout JavaScriptEmitter) -> JSStatement {
        let (low, high) = bounds
        switch conversion {
        case .modulo:
            js.use("number")
            return js.converted("if (typeof \(value) !== \"number\") ", "\(value) = $number(\(value), \(place));")
        case .enforceRange:
            js.use("enforce")
            return js.converted("if (\(isOutside(value))) ", "\(value) = $enforce(\(value), \(low), \(high), \(place));")
        case .clamp:
            js.use("clamp")
            return js.converted("if (\(isOutside(value))) ", "\(value) = $clamp(\(value), \(low), \(high), \(place));")
        }
    }

    /// A test that is true unless the value is one of the type's own.
    private func isOutside(_ value: String) -> String {
        let own =
            switch (bits, isSigned) {
            case (8, false): "(\(value) & 255)"
            case (16, false): "(\(value) & 65535)"
            case (32, false): "\(value) >>> 0"
            case (32, true): "(\(value) | 0)"
            case (_, _): "\(value) << \(32 - bits) >> \(32 - bits)"
            }
        return "typeof \(value) !== \"number\" || \(own) !== \(value)"
    }

    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        ["\(isAbsent) ? NaN : \(slots[0]) \(bits == 32 && !isSigned ? ">>> 0" : "| 0")"]
    }
    package func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        var lowering = lower(value, in: &js)
        lowering.slots = [js.write(view, address, value.variable)]
        return lowering
    }
    /// Modulo their range (Web IDL 3.2.4.9).
    package var isConvertedByTypedArrays: Bool { conversion == .modulo }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        bits == 32 && !isSigned ? "\(slots[0]) >>> 0" : slots[0]
    }
    package func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        js.element(view, offset == 0 ? address : "\(address) + \(offset)")
    }

    /// The typed array whose elements are the stored form.
    private var view: String { (isSigned ? "i" : "u") + String(bits) }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "number" }

    package var numbers: NumberSet? { NumberSet(self) }
}

extension LongIntegerCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { isSigned ? "Int64" : "UInt64" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        if isBigInt { return isSigned ? slots[0] : "UInt64(bitPattern: \(slots[0]))" }
        return isSigned ? "Int64(\(slots[0]))" : "UInt64(bitPattern: Int64(\(slots[0])))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        if !isBigInt { return LoweredValue(slots: ["Double(\(value))"]) }
        return LoweredValue(slots: [isSigned ? value : "Int64(bitPattern: \(value))"])
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [convert(value.variable, js.placeIfThere(value), &js)], slots: [value.variable])
    }

    private func convert(_ value: String, _ place: String, _ js: inout JavaScriptEmitter) -> JSStatement {
        if isBigInt {
            js.use("bigint")
            return .check("if (typeof \(value) !== \"bigint\") \(value) = $bigint(\(value), \(place));")
        }
        // Web IDL 3.3: the range of a 64-bit integer is that of the integers a Number holds exactly.
        let low = isSigned ? "-9007199254740991" : "0"
        let isOutside = "!Number.isSafeInteger(\(value))" + (isSigned ? "" : " || \(value) < 0")
        switch conversion {
        case .modulo:
            js.use("long")
            return .check("if (!Number.isSafeInteger(\(value))) \(value) = $long(\(value), \(place));")
        case .enforceRange:
            js.use("enforce")
            return .check("if (\(isOutside)) \(value) = $enforce(\(value), \(low), 9007199254740991, \(place));")
        case .clamp:
            js.use("clamp")
            return .check("if (\(isOutside)) \(value) = $clamp(\(value), \(low), 9007199254740991, \(place));")
        }
    }

    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        // undefined is no BigInt that wasm would take.
        ["\(isAbsent) ? 0 : 1", isBigInt ? "\(isAbsent) ? 0n : \(slots[0])" : slots[0]]
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        isBigInt && !isSigned ? "BigInt.asUintN(64, \(slots[0]))" : slots[0]
    }
    package func literal(_ value: DefaultValue) -> String {
        if case .integer = value, isBigInt { value.javaScriptText + "n" } else { value.javaScriptText }
    }
    /// Numbers from 2^63 on would be converted modulo 2^64; what stands here has the same bits already. No Number is 2^63 - 1.
    package func defaultLiteral(_ value: DefaultValue) -> String {
        guard !isBigInt, conversion == .modulo, case .integer(let magnitude, false) = value,
            magnitude > Int64.max.magnitude - 512
        else { return literal(value) }
        return isSigned || magnitude <= Int64.max.magnitude ? "9223372036854774784" : "\(Int64(bitPattern: magnitude))"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { isBigInt ? "bigint" : "number" }

    package var numbers: NumberSet? { NumberSet(self) }
}
