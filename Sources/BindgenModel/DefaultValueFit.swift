/// Whether a value can be the default of an argument or dictionary member, or the value of a constant (Web IDL 2.5.1, 2.5.3, 2.7).
package enum DefaultValueFit {
    package enum Verdict: Equatable, Sendable {
        case fits
        /// The reason, as the end of the sentence "… does not fit: …".
        case misfit(String)
    }

    /// - Parameter enumValues: the texts of the enum of that name.
    package static func check(
        _ value: DefaultValue, against type: ResolvedType, enumValues: (String) -> [String]
    ) -> Verdict {
        if value == .null {
            return acceptsNull(type) ? .fits : .misfit("`null` needs a nullable type; write `\(type.spelling)?`")
        }
        if case .any = type { return .fits }
        if case .union = type.innermost { return checkUnion(value, against: type, enumValues: enumValues) }
        switch (value, type.innermost) {
        case (.boolean, .boolean), (.emptySequence, .sequence), (.emptySequence, .asyncSequence), (.emptyDictionary, .dictionary),
            (.undefined, .undefined), (.emptyDictionary, .record):
            return .fits
        case (.integer(let magnitude, let isNegative), .integer(let type, _)):
            if type.holds(magnitude: magnitude, isNegative: isNegative) { return .fits }
            return .misfit("`\(type.rawValue)` holds \(type.rangeInWords)")
        case (.integer, .float), (.integer, .bigint): return .fits
        case (.decimal(let number), .float(let type)): return checkDecimal(number, type)
        case (.decimal(let number), .integer(let type, _)) where number.magnitude >= 0x1p64:
            return .misfit("`\(type.rawValue)` holds \(type.rangeInWords)")
        case (.decimal(let number), .bigint) where number.magnitude >= 0x1p64: return .fits
        case (.infinity, .float(let type)), (.notANumber, .float(let type)):
            if type == .unrestrictedDouble || type == .unrestrictedFloat { return .fits }
            return .misfit("`\(type.rawValue)` holds finite numbers only; `unrestricted \(type.rawValue)` holds it")
        case (.string(let text), .string(let type, _)): return checkString(text, type)
        case (.string(let text), .enumeration(let name)): return checkEnumValue(text, name, enumValues(name))
        default: return .misfit("it is no value of type `\(type.spelling)`")
        }
    }

    private static func acceptsNull(_ type: ResolvedType) -> Bool {
        if case .any = type { return true }
        return type.includesNullableType
    }

    private static func checkDecimal(_ number: Double, _ type: ResolvedType.FloatType) -> Verdict {
        switch type {
        case .float, .unrestrictedFloat:
            return number.isFinite && Float(number).isFinite ? .fits : .misfit("it is out of the range of `\(type.rawValue)`")
        case .double, .unrestrictedDouble:
            return number.isFinite ? .fits : .misfit("it is out of the range of `\(type.rawValue)`")
        }
    }

    private static func checkString(_ text: String, _ type: ResolvedType.StringType) -> Verdict {
        if type == .byteString, text.unicodeScalars.contains(where: { $0.value > 0xFF }) {
            return .misfit("a ByteString holds characters up to U+00FF only")
        }
        return .fits
    }

    private static func checkEnumValue(_ text: String, _ name: String, _ values: [String]) -> Verdict {
        if values.contains(text) { return .fits }
        return .misfit("enum `\(name)` has the values " + values.map { "\"\($0)\"" }.joined(separator: ", "))
    }

    private static func checkUnion(
        _ value: DefaultValue, against type: ResolvedType, enumValues: (String) -> [String]
    ) -> Verdict {
        let members = type.flattenedMembers
        if members.contains(where: { check(value, against: $0, enumValues: enumValues) == .fits }) { return .fits }
        return .misfit("it is no value of a type in `\(type.spelling)`")
    }
}
