package import BindgenABI
package import BindgenModel

extension EnumCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(lifting: \(slots[0]))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["\(value).lowered"])
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        guard case .string(let text) = value, let item = plan.cases.first(where: { $0.value == text }) else {
            return value.swiftText
        }
        return ".\(item.swiftName)"
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("enumeration")
        let index = value.derived("index")
        let (indexOf, values) = js.enumNames(plan)
        let look = JSStatement.assign(index, "\(indexOf)(\(value.isAssigned ? "`${\(value.variable)}`" : value.variable))")
        // An attribute ignores a value that the enum does not have (Web IDL 3.7.6).
        let refusal =
            value.isAssigned
            ? "return;" : "\(index) = $enumeration(\(value.variable), \(indexOf), \(values), \(value.place.text));"
        return JSLowering(
            declares: [(index, "-1")], convert: [look, .check("if (\(index) < 0) \(refusal)")], slots: [index])
    }

    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String { "\(js.enumNames(plan).values)[\(slots[0])]" }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { Naming.tsBinding(name) }

    /// A union of literals is its values. What becomes of one enum is told at the enum.
    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        if name == other.name { return .same }
        let (before, after) = (Set(plan.cases.map(\.value)), Set(other.plan.cases.map(\.value)))
        if before == after { return .same }
        if before.isSubset(of: after) { return .wider }
        return after.isSubset(of: before) ? .narrower : .different
    }
    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation {
        other is StringCrossing ? .wider : .different
    }
}

extension JavaScriptEmitter {
    /// An enum's index function, where values of it go to Swift, and its list of values.
    mutating func enumNames(_ enumPlan: EnumPlan) -> (indexOf: String, values: String) {
        let (indexOf, values) = ("$indexOf\(enumPlan.name)", "$\(enumPlan.name)$values")
        _ = typeFunction("enum \(enumPlan.name)", name: values) { _ in
            "const \(values) = [\(enumPlan.cases.map { jsLiteral($0.value) }.joined(separator: ", "))];\n"
        }
        guard plan.reach.toSwift.contains(enumPlan.name) else { return (indexOf, values) }
        _ = typeFunction("enum index \(enumPlan.name)", name: indexOf) { js in
            if js.isCompact { return "const \(indexOf) = (value) => \(values).indexOf(value);\n" }
            let cases = enumPlan.cases.enumerated().map { "    case \(jsLiteral($1.value)): return \($0);" }
            return """
                const \(indexOf) = (value) => {
                  switch (value) {
                \(cases.joined(separator: "\n"))
                    default: return -1;
                  }
                };

                """
        }
        return (indexOf, values)
    }
}
