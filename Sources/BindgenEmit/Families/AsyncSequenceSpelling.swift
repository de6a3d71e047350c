package import BindgenABI

extension AsyncSequenceCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "BindgenRuntime.JSAsyncSequence<\(element.spelling.type(in: swift))>" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(adopting: \(slots[0]), observe: \(swift.observeFunction(element)))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value).handle"])
    }

    /// Web IDL 3.2.22: the iterator is opened when somebody asks for the first element.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("handles", "async-iterable")
        return JSLowering(
            convert: [.line("$asyncIterable(\(value.variable), \(value.place.text));")], slots: [js.kept(value)])
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("handles")
        return "$values[\(slots[0])]"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let inner = element.spelling.type(TypeUse(isInput: use.isInput), in: typeScript)
        return "AsyncIterable<\(inner)> | Iterable<\(inner)>"
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        comparison.relation(element, other.element)
    }
}
