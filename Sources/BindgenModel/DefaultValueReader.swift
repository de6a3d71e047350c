import BindgenIDL

extension DefaultValue {
    /// The meaning of a literal. An integer beyond 64 bits becomes a decimal, which fits no integer type.
    init(_ syntax: DefaultValueSyntax) {
        switch syntax.kind {
        case .boolean(let value): self = .boolean(value)
        case .integer(let text): self = Self.integer(spelled: text)
        case .decimal(let text): self = .decimal(Double(text) ?? .infinity)
        case .infinity(let isNegative): self = .infinity(isNegative: isNegative)
        case .notANumber: self = .notANumber
        case .string(let text): self = .string(text)
        case .null: self = .null
        case .undefined: self = .undefined
        case .emptySequence: self = .emptySequence
        case .emptyDictionary: self = .emptyDictionary
        }
    }

    /// Web IDL 2.5.1: a leading `0x` means base 16, another leading `0` base 8.
    private static func integer(spelled text: String) -> DefaultValue {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        var digits = text.utf8.dropFirst(isNegative ? 1 : 0)
        var base: UInt64 = 10
        if digits.first == UInt8(ascii: "0"), digits.count > 1 {
            digits = digits.dropFirst()
            base = 8
            if digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X") {
                digits = digits.dropFirst()
                base = 16
            }
        }
        var magnitude: UInt64 = 0
        for digit in digits {
            let value: UInt64 =
                switch digit {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a")) + 10
                case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A")) + 10
                default: 0
                }
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: base)
            let (sum, carry) = product.addingReportingOverflow(value)
            if overflow || carry { return .decimal((isNegative ? -1 : 1) * large(digits, base: base)) }
            magnitude = sum
        }
        return .integer(magnitude: magnitude, isNegative: isNegative && magnitude != 0)
    }

    /// The nearest double of an integer beyond 64 bits, or infinity.
    private static func large(_ digits: Substring.UTF8View, base: UInt64) -> Double {
        if base == 8 { return digits.reduce(0) { $0 * 8 + Double($1 - UInt8(ascii: "0")) } }
        return Double((base == 16 ? "0x" : "") + String(Substring(digits))) ?? .infinity
    }
}
