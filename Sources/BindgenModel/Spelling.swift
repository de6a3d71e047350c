import BindgenIDL

extension ResolvedType {
    /// The type as Web IDL spells it, for diagnostics. Type attributes are left out: they are in the source line.
    package var spelling: String {
        switch self {
        case .undefined: return "undefined"
        case .any: return "any"
        case .object: return "object"
        case .symbol: return "symbol"
        case .boolean: return "boolean"
        case .integer(let type, _): return type.rawValue
        case .float(let type): return type.rawValue
        case .bigint: return "bigint"
        case .string(let type, _): return type.rawValue
        case .enumeration(let name), .dictionary(let name), .interface(let name), .callbackFunction(let name),
            .callbackInterface(let name), .typedef(let name):
            return name
        case .buffer(let type, _): return type.rawValue
        case .sequence(let element): return "sequence<\(element.spelling)>"
        case .asyncSequence(let element): return "async_sequence<\(element.spelling)>"
        case .frozenArray(let element): return "FrozenArray<\(element.spelling)>"
        case .observableArray(let element): return "ObservableArray<\(element.spelling)>"
        case .record(let key, let value): return "record<\(key.rawValue), \(value.spelling)>"
        case .promise(let result): return "Promise<\(result.spelling)>"
        case .nullable(let inner): return "\(inner.spelling)?"
        case .union(let members, _): return "(" + members.map(\.spelling).joined(separator: " or ") + ")"
        }
    }
}

extension DefaultValue {
    /// The value in words for diagnostics.
    package var spelling: String {
        switch self {
        case .boolean(let value): return value ? "true" : "false"
        case .integer(let magnitude, let isNegative): return (isNegative ? "-" : "") + String(magnitude)
        case .decimal(let value): return String(value)
        case .infinity(let isNegative): return isNegative ? "-Infinity" : "Infinity"
        case .notANumber: return "NaN"
        case .string(let text): return "\"\(text)\""
        case .null: return "null"
        case .undefined: return "undefined"
        case .emptySequence: return "[]"
        case .emptyDictionary: return "{}"
        }
    }
}

extension DefaultValue {
    /// As it is written where that is a number: 18446744073709551616 has no better name.
    func spelling(as syntax: DefaultValueSyntax) -> String {
        if case .decimal = self { return syntax.range.file.text(in: syntax.range.offsets) }
        return spelling
    }
}
