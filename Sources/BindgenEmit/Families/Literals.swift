import BindgenModel

/// Default values and constants whose words are the same for every type that can have them.
extension DefaultValue {
    var swiftText: String {
        switch self {
        case .boolean(let value): value ? "true" : "false"
        case .integer(let magnitude, let isNegative): (isNegative ? "-" : "") + String(magnitude)
        case .decimal(let value): "\(value)"
        case .infinity(let isNegative): isNegative ? "-.infinity" : ".infinity"
        case .notANumber: ".nan"
        case .string(let text): swiftLiteral(text)
        case .null, .undefined: "nil"
        case .emptySequence: "[]"
        case .emptyDictionary: ".init()"
        }
    }

    var javaScriptText: String {
        switch self {
        case .boolean(let value): "\(value)"
        case .integer(let magnitude, let isNegative): (isNegative ? "-" : "") + "\(magnitude)"
        case .decimal(let value): "\(value)"
        case .infinity(let isNegative): isNegative ? "-Infinity" : "Infinity"
        case .notANumber: "NaN"
        case .string(let text): jsLiteral(text)
        case .null: "null"
        case .undefined: "undefined"
        case .emptySequence: "[]"
        case .emptyDictionary: "{}"
        }
    }
}
