package import BindgenABI

extension PromiseCrossing: HandleSpelling {
    package func type(in swift: SwiftEmitter) -> String { "BindgenRuntime.JSPromise<\(value.spelling.type(in: swift))>" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(adopting: \(slots[0]), observe: \(swift.observeFunction(value)))"
    }

    /// Any value is taken for a promise that is resolved with it (Web IDL 3.2.24).
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("handles")
        var resolved = value
        resolved.variable = "Promise.resolve(\(value.variable))"
        return JSLowering(slots: [js.kept(resolved)])
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let inner = value.spelling.type(use, in: typeScript)
        return use.isInput ? "\(inner) | PromiseLike<\(inner)>" : "Promise<\(inner)>"
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        comparison.relation(value, other.value)
    }
}
