package import BindgenABI

extension AsyncSequenceCrossing: HandleSpelling {
    package func type(in swift: SwiftEmitter) -> String { "BindgenRuntime.JSAsyncSequence<\(element.spelling.type(in: swift))>" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(adopting: \(slots[0]), observe: \(swift.observeFunction(element)))"
    }

    /// Web IDL 3.2.22: the iterator is opened when somebody asks for the first element.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("handles", "async-iterable")
        return JSLowering(
            convert: [.line("$asyncIterable(\(value.variable), \(value.place.text));")], slots: [js.kept(value)])
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let inner = element.spelling.type(TypeUse(isInput: use.isInput), in: typeScript)
        return "AsyncIterable<\(inner)> | Iterable<\(inner)>"
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        comparison.relation(element, other.element)
    }
}
