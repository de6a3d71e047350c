package import BindgenABI

/// What a function of its own lowers: `(value, address, where, index)`.
protocol StoredSpelling: Spelling {
    func storeFunction(in js: inout JavaScriptEmitter) -> String
}

extension NestedCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(releasing: \(slots[0]))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        swift.stored(self, value, name: name)
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        let size = swift.plan.definition(self).layout.size
        return "arena.storeNested(at: \(place.text), \(max(1, size))) { place, arena in \(value).store(at: place, &arena) }"
    }

    /// Not deeper than so many levels: a value that contains itself has no end (Web IDL 2.7 has no such dictionaries).
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("nest", "frame")
        guard let definition = js.plan.definition(self).form as? any StoredSpelling else { return JSLowering() }
        let (address, store) = (value.derived("address"), definition.storeFunction(in: &js))
        let nest = "$nest(\(store), \(value.variable), \(max(1, definition.layout.size)), \(value.place.text))"
        return JSLowering(declares: [(address, "0")], convert: [.assign(address, nest)], slots: [address])
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("nested")
        return js.plan.definition(self).spelling.load("$nested(\(slots[0]))", 0, in: &js)
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        typeScript.plan.definition(self).spelling.type(use, in: typeScript)
    }

    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other is any StoredSpelling && other.definition == name ? .same : .different
    }
}
