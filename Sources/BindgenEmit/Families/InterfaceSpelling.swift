package import BindgenABI

extension ObjectCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { type.swiftName }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.\(isOwned ? "ownedObject" : "object")(\(slots[0]), as: \(type.swiftName).self)"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["BindgenRuntime.Lower.object(\(value))"])
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("objects", "type")
        if value.isStored { js.use("hold-object") }
        let (variable, address, place) = (value.variable, value.derived("address"), value.place.text)
        let local = Naming.jsBinding(type.jsName)
        let live = "$live(\(type.address(of: variable)), \(place), \(jsLiteral("the " + type.jsName)))"
        return JSLowering(
            declares: [(address, "0")],
            convert: [
                .check(
                    "if (!\(type.test(variable))) $imitated(\(variable), \(place), \(jsLiteral(type.jsName.withArticle)), \(local));"
                )
            ],
            late: [.assign(address, live)], slots: [value.isStored ? "$holdObject(\(address))" : address])
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        js.use("objects", "wrap")
        guard js.plan.hierarchy.member(named: name) != nil else { return "$wrap(\(slots[0]), \(Naming.jsBinding(type.jsName)))" }
        js.use("class-of")
        return "$wrap(\(slots[0]), $Dynamic)"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { Naming.tsBinding(type.jsName) }

    /// Classes are the same by their name in the IDL, for a new name in JavaScript is told at the class, or by that one.
    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        let relation = type.relation(to: other.type)
        if relation == .same { return .same }
        if comparison.hierarchy.inherits(name, from: other.name) { return .wider }
        return comparison.hierarchy.inherits(other.name, from: name) ? .narrower : relation
    }
}

extension ImportedObjectCrossing: HandleSpelling {
    package func type(in swift: SwiftEmitter) -> String { type.swiftName }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type.swiftName)(adopting: \(slots[0]))"
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("type", "handles")
        let name = value.variable
        if js.isCompact {
            js.use("object")
            let check = "$object(\(name), \(value.place.text), \(jsLiteral(type.name.withArticle)));"
            return JSLowering(convert: [.line(check)], slots: [js.kept(value)])
        }
        let isOther = "\(name) === null || typeof \(name) !== \"object\" && typeof \(name) !== \"function\""
        return JSLowering(
            convert: [.check("if (\(isOther)) $type(\(name), \(value.place.text), \(jsLiteral(type.name.withArticle)));")],
            slots: [js.kept(value)])
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { Naming.tsBinding(type.jsName) }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation { type.relation(to: other.type) }
}

extension ClassName {
    /// The functions that reach the private fields of a class of Swift's: whether a value is of it, its address, and the registration for
    /// finalization. No symbol of a member is spelled like these, as each has a dot.
    var accessors: (test: String, address: String, settle: String) {
        let local = Naming.jsBinding(jsName)
        return ("$is$$\(local)", "$address$$\(local)", "$settle$$\(local)")
    }

    /// A test whether a value is an object of the class.
    func test(_ value: String) -> String { "\(accessors.test)(\(value))" }

    /// The address of an object that is known to be of the class.
    func address(of value: String) -> String { "\(accessors.address)(\(value))" }

    fileprivate func relation(to other: ClassName) -> TypeRelation {
        name == other.name || jsName == other.jsName ? .same : .different
    }
}

extension String {
    /// A message's `an Image`.
    var withArticle: String { ("AEIOU".contains(first ?? "x") ? "an " : "a ") + self }
}
