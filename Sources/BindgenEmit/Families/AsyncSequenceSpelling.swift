package import BindgenABI

extension AsyncSequenceCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String {
        let value = element.spelling.type(in: swift)
        let name = kind == .writable ? "JSWritableStream" : "JSAsyncSequence"
        return "BindgenRuntime.\(name)<\(key.map { "(key: \($0.spelling.type(in: swift)), value: \(value))" } ?? value)>"
    }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        let argument =
            kind == .writable
            ? "settle: \(swift.settleFunction(element))" : "observe: \(swift.observeFunction(element))"
        return "\(type(in: swift))(adopting: \(slots[0]), \(argument))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        if kind == .writable { return LoweredValue(slots: ["\(value).given(observe: \(swift.observeFunction(element)))"]) }
        let settle = swift.settleFunction(element)
        guard let key else { return LoweredValue(slots: ["\(value).given(settle: \(settle))"]) }
        return LoweredValue(
            slots: [
                "\(value).given(settle: { BindgenRuntime.AsyncWork.beginPair($0); \(swift.settleFunction(key))($0, $1.key); \(settle)($0, $1.value) })"
            ])
    }

    /// Web IDL 3.2.22: the iterator is opened when somebody asks for the first element.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        let look =
            switch kind {
            case .iterable: (part: "async-iterable", function: "$asyncIterable")
            case .readable: (part: "readable", function: "$readable")
            case .writable: (part: "writable", function: "$writable")
            }
        js.use("handles", look.part)
        return JSLowering(
            convert: [.line("\(look.function)(\(value.variable), \(value.place.text));")], slots: [js.kept(value)])
    }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("handles")
        switch kind {
        case .iterable:
            js.use("opened")
            return "$opened(\(slots[0]))"
        case .readable:
            js.use("stream")
            return "$stream(\(slots[0]))"
        case .writable: return "$values[\(slots[0])]"
        }
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let isGiven = use.isInput == (kind != .writable)
        let value = element.spelling.type(TypeUse(isInput: isGiven), in: typeScript)
        let inner = key.map { "[\($0.spelling.type(TypeUse(isInput: isGiven), in: typeScript)), \(value)]" } ?? value
        switch kind {
        case .iterable: return use.isInput ? "AsyncIterable<\(inner)> | Iterable<\(inner)>" : "AsyncIterableIterator<\(inner)>"
        case .readable: return "ReadableStream<\(inner)>"
        case .writable: return "WritableStream<\(inner)>"
        }
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        guard kind == other.kind, (key == nil) == (other.key == nil) else { return .different }
        return comparison.relation(element, other.element)
    }
}
