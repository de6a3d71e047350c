import BindgenABI

/// A family whose values are JavaScript's own, for which Swift has a value with a handle.
package protocol HandleSpelling: Spelling {}

extension HandleSpelling {
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value).handle"])
    }

    // At handle 0 stands null.
    package var liftsZeroAsNull: Bool { true }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("handles")
        return "$values[\(slots[0])]"
    }
}
