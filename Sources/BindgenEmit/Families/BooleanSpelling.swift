package import BindgenABI
package import BindgenModel

extension UndefinedCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "Void" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String { "()" }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue { LoweredValue() }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String { "()" }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering { JSLowering() }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String { "undefined" }
    package func literal(_ value: DefaultValue) -> String { "undefined" }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "void" }
}

extension BooleanCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "Bool" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String { "\(slots[0]) != 0" }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value) ? 1 : 0"])
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        let slot = "\(value.variable) ? 1 : 0"
        if value.attribute == nil { return JSLowering(slots: [slot]) }
        return JSLowering(convert: [.check("if (\(value.variable) === undefined) \(js.placeIfThere(value));")], slots: [slot])
    }
    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        ["\(isAbsent) ? -1 : \(slots[0])"]
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String { "\(slots[0]) !== 0" }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { "boolean" }
}
