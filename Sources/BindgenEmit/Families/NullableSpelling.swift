package import BindgenABI
package import BindgenModel

extension NullableCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "\(wrapped.spelling.type(in: swift))?" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        func value(_ slots: [String]) -> String { wrapped.spelling.lift(slots, isOwned: isOwned, in: swift) }
        switch representation {
        case .sentinel: return "\(slots[0]) < 0 ? nil : \(value(slots))"
        case .notANumber: return "BindgenRuntime.Lift.optional(\(slots[0]), as: \(wrapped.spelling.type(in: swift)).self)"
        case .zero, .zeroAddress: return "\(slots[0]) == 0 ? nil : \(value(slots))"
        case .address: return "\(slots[0]) == 0 ? nil : \(wrapped.spelling.type(in: swift))(releasing: \(slots[0]))"
        case .flag: return "\(slots[0]) == 0 ? nil : .some(\(value(Array(slots.dropFirst()))))"
        }
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        wrapped.spelling.lowerOptional(value, self, name: name, in: swift)
    }
    package func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        switch representation {
        case .flag, .address:
            let value = wrapped.spelling.load(at: place.advanced(by: valueOffset), in: swift)
            return "\(place.load(as: "Int32")) == 0 ? nil : .some(\(value))"
        case .sentinel, .notANumber, .zero, .zeroAddress:
            return loadSlots(at: place, in: swift)
        }
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        switch representation {
        case .sentinel, .zero, .notANumber:
            return place.store(lower(value, name: "value", in: swift).slots[0], as: swift.type(slots[0].type))
        case .zeroAddress:
            let present = wrapped.spelling.store("present", at: place, in: swift)
            let none = slots.count == 1 ? place.store("0", as: "Int32") : "arena.storeAbsence(at: \(place.text))"
            return "if let present = \(value) { \(present) } else { \(none) }"
        case .flag, .address:
            let present = wrapped.spelling.store("present", at: place.advanced(by: valueOffset), in: swift)
            let (some, none) = (place.store("1", as: "Int32"), place.store("0", as: "Int32"))
            return "if let present = \(value) { \(some); \(present) } else { \(none) }"
        }
    }
    package func leaveInArea(_ expression: String, known: String?, in swift: SwiftEmitter) -> [String] {
        guard traits.contains(.isView) else { return leaveStored(expression, in: swift) }
        let shown = wrapped.spelling.leaveInArea("result", known: known, in: swift).joined(separator: "; ")
        return swift.named(expression) + [
            "if let result { \(shown) } else { BindgenRuntime.Region.resultArea.storeBytes(of: 0, as: Int32.self) }"
        ]
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        value == .null || value == .undefined ? "nil" : wrapped.spelling.literal(value, in: swift)
    }
}

extension NullableCrossing {
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        let isPresent = isPresent(value.variable)
        if representation == .address {
            var result = js.storedInRegion(wrapped.spelling, value)
            result.convert = JSStatement.when(isPresent, result.convert)
            return result
        }
        var result = wrapped.spelling.lower(value, in: &js)
        result.convert = JSStatement.when(isPresent, result.convert)
        result.late = JSStatement.when(isPresent, result.late)
        result.lower = JSStatement.when(isPresent, result.lower)
        result.slots = wrapped.spelling.slotsOrAbsent(result.slots, of: value, isAbsent: isAbsent(value.variable))
        return result
    }
    package func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        switch representation {
        case .flag, .address: return storeFlagged(value, at: address, in: &js)
        case .sentinel, .notANumber, .zero, .zeroAddress: return storeSlots(value, at: address, in: &js)
        }
    }

    private func storeFlagged(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        let isPresent = isPresent(value.variable)
        let inner = wrapped.spelling.store(value, at: "\(address) + \(valueOffset)", in: &js)
        let flag = js.write("i32", address, "\(isPresent) ? 1 : 0")
        return JSLowering(
            declares: inner.declares, convert: JSStatement.block(isPresent, inner.convert),
            late: JSStatement.block(isPresent, inner.late), lower: JSStatement.block(isPresent, inner.lower),
            slots: [flag] + JSStatement.block(isPresent, inner.slots.map { .line($0) }).map(\.text))
    }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        switch representation {
        case .sentinel: return "\(slots[0]) < 0 ? \(absent) : \(wrapped.spelling.lift(slots, in: &js))"
        case .notANumber: return "\(slots[0]) !== \(slots[0]) ? \(absent) : \(slots[0])"
        case .zero, .zeroAddress:
            let value = wrapped.spelling.lift(slots, in: &js)
            return absence == .null && wrapped.spelling.liftsZeroAsNull ? value : "\(slots[0]) === 0 ? \(absent) : \(value)"
        case .address:
            js.use("stored")
            return "\(slots[0]) === 0 ? \(absent) : \(wrapped.spelling.load("$stored(\(slots[0]))", 0, in: &js))"
        case .flag: return "\(slots[0]) === 0 ? \(absent) : \(wrapped.spelling.lift(Array(slots.dropFirst()), in: &js))"
        }
    }
    package func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        switch representation {
        case .flag, .address:
            let value = wrapped.spelling.load(address, offset + valueOffset, in: &js)
            return "\(js.element("i32", offset == 0 ? address : "\(address) + \(offset)")) === 0 ? \(absent) : \(value)"
        case .sentinel, .notANumber, .zero, .zeroAddress: return loadSlots(address, offset, in: &js)
        }
    }
    package func liftArea(in js: inout JavaScriptEmitter) -> String {
        traits.contains(.isView) ? wrapped.spelling.liftArea(in: &js) : liftStored(in: &js)
    }
    package func see(_ variable: String, in js: inout JavaScriptEmitter) -> String? { wrapped.spelling.see(variable, in: &js) }
    package func afterCall(_ variable: String, isOptional: Bool, in js: inout JavaScriptEmitter) -> [String] {
        wrapped.spelling.afterCall(variable, isOptional: true, in: &js)
    }
    package func literal(_ value: DefaultValue) -> String {
        value == .null || value == .undefined ? value.javaScriptText : wrapped.spelling.literal(value)
    }
    package func defaultLiteral(_ value: DefaultValue) -> String {
        value == .null || value == .undefined ? value.javaScriptText : wrapped.spelling.defaultLiteral(value)
    }

    /// What JavaScript has where there is no value.
    private var absent: String { absence == .null ? "null" : "undefined" }
    private func isPresent(_ value: String) -> String { absence == .undefined ? "\(value) !== undefined" : "\(value) != null" }
    private func isAbsent(_ value: String) -> String { absence == .undefined ? "\(value) === undefined" : "\(value) == null" }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let wrapped = wrapped.spelling.type(use, in: typeScript)
        let absent = absence == .nullOrUndefined ? "null | undefined" : absent
        return "\(wrapped.contains("=>") ? "(\(wrapped))" : wrapped) | \(absent)"
    }
}
