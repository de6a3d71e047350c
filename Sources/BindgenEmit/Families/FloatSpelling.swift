package import BindgenABI
package import BindgenModel

extension FloatCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { isDouble ? "Double" : "Float" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String { slots[0] }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue { LoweredValue(slots: [value]) }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        JSLowering(convert: [convert(value.variable, js.placeIfThere(value), &js)], slots: [value.variable])
    }

    private func convert(_ value: String, _ place: String, _ js: inout JavaScriptEmitter) -> JSStatement {
        if !isRestricted {
            js.use("number")
            return js.converted("if (typeof \(value) !== \"number\") ", "\(value) = $number(\(value), \(place));")
        }
        if !isDouble {
            js.use("float")
            // Halfway between the greatest float and 2^128, which rounds to infinity.
            let bound = "3.4028235677973366e38"
            let fits = "\(value) > -\(bound) && \(value) < \(bound)"
            return js.converted("if (typeof \(value) !== \"number\" || !(\(fits))) ", "\(value) = $float(\(value), \(place));")
        }
        js.use("double")
        return js.converted(
            "if (typeof \(value) !== \"number\" || \(value) - \(value) !== 0) ", "\(value) = $double(\(value), \(place));")
    }

    /// Unrestricted floating point (Web IDL 3.2.6, 3.2.8).
    package var isConvertedByTypedArrays: Bool { !isRestricted }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String { slots[0] }
    /// A float is the nearest one that there is, as everywhere else.
    package func literal(_ value: DefaultValue) -> String {
        if case .decimal(let number) = value, !isDouble {
            DefaultValue.decimal(Double(Float(number))).javaScriptText
        } else {
            value.javaScriptText
        }
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "number" }

    package var numbers: NumberSet? { NumberSet(self) }
}
