import BindgenModel

/// The properties that an object has by index, or by name: `getter`, `setter` and `deleter` (Web IDL 2.5.6).
package struct PropertiesPlan: Sendable {
    package var isIndexed: Bool
    package var getter: FunctionPlan
    package var setter: FunctionPlan?
    package var deleter: FunctionPlan?
    /// Of an export with names: all of them, and whether there is one.
    package var names: FunctionPlan?
    package var test: FunctionPlan?

    /// The getter, the setter and the deleter that are no operations as well, having no name.
    var unnamed: [(special: OperationDecl.Special, origin: Origin)] = []

    /// Of an import: what an interface above has in Swift already.
    package var inheritsGetter = false
    package var inheritsSetter = false
    package var inheritsDeleter = false

    /// `[LegacyOverrideBuiltIns]` and `[LegacyUnenumerableNamedProperties]`.
    package var isOverriding = false
    package var isHidden = false

    /// Of an import: whether its subscript sets as well. One has one type, and what its `set` does cannot throw.
    package var isSetBySubscript: Bool {
        guard let setter, setter.throwing == .never, getter.throwing == .never, setter.arguments.count == 2 else { return false }
        let (set, got) = (setter.arguments[1].crossing, getter.result.crossing)
        return (set.nullable?.wrapped ?? set) == (got.nullable?.wrapped ?? got)
    }

    package var name: String { isIndexed ? "indexed getter" : "named getter" }
    package var functions: [FunctionPlan] {
        [inheritsGetter ? nil : getter, inheritsSetter ? nil : setter, inheritsDeleter ? nil : deleter, names, test].compactMap {
            $0
        }
    }
}

extension Planner {
    mutating func planSpecial(_ special: OperationDecl.Special, _ decl: OperationDecl, _ owner: inout Owner) {
        // With a name it is an operation, too.
        if decl.name != nil {
            var operation = decl
            operation.special = nil
            planOperation(operation, &owner)
        }
        switch special {
        case .stringifier: planStringifier(decl.origin, of: decl.name.map { "\($0)()" }, &owner)
        case .getter, .setter, .deleter: collect(special, decl, &owner)
        }
    }

    /// The functions of one kind of properties, as they are declared.
    struct PropertyDecls {
        var getter: OperationDecl?
        var setter: OperationDecl?
        var deleter: OperationDecl?

        var origin: Origin? { (getter ?? setter ?? deleter)?.origin }
    }

    private func collect(_ special: OperationDecl.Special, _ decl: OperationDecl, _ owner: inout Owner) {
        guard !decl.arguments.isEmpty else { return }
        let isIndexed = decl.hasIndex
        var decls = (isIndexed ? owner.indexed : owner.named) ?? PropertyDecls()
        switch special {
        case .getter: decls.getter = decl
        case .setter: decls.setter = decl
        case .deleter: decls.deleter = decl
        case .stringifier: break
        }
        if isIndexed { owner.indexed = decls } else { owner.named = decls }
    }

    /// When all members are planned.
    mutating func planProperties(of interface: InterfaceDecl, _ owner: inout Owner) {
        for (isIndexed, decls) in [(true, owner.indexed), (false, owner.named)] {
            guard let own = decls, let origin = own.origin else { continue }
            let decls = completed(own, isIndexed: isIndexed, of: interface)
            guard let getter = decls.getter else {
                attempt(origin, &owner) { planner, owner in
                    planner.refuse(
                        "a setter or a deleter without a getter", "declare the getter, too",
                        at: TypeSite(.nested, origin))
                }
                continue
            }
            attempt(getter.origin, &owner) { planner, owner in
                planner.planProperties(decls, getter, isIndexed: isIndexed, of: interface, &owner)
            }
        }
    }

    private mutating func planProperties(
        _ decls: PropertyDecls, _ getterDecl: OperationDecl, isIndexed: Bool, of interface: InterfaceDecl, _ owner: inout Owner
    ) {
        let chain = [interface] + above(interface)
        if owner.direction == .export, isIndexed, !hasLength(chain, getterDecl) { return }
        guard let getter = property(.propertyGetter, getterDecl, isIndexed: isIndexed, owner) else { return }
        var plan = PropertiesPlan(isIndexed: isIndexed, getter: getter)
        plan.isOverriding = chain.contains { $0.origin.annotations.overridesBuiltIns }
        plan.isHidden = chain.contains { $0.origin.annotations.hidesNamedProperties }
        if let decl = decls.setter {
            guard
                let setter = property(
                    .propertySetter, decl, isIndexed: isIndexed,
                    isBesideNamed: getterDecl.name != nil || decl.origin.annotations.throws != nil, owner)
            else { return }
            plan.setter = setter
        }
        if let decl = decls.deleter {
            guard let deleter = property(.propertyDeleter, decl, isIndexed: isIndexed, owner) else { return }
            plan.deleter = deleter
        }
        if owner.direction == .export, !isIndexed {
            let names = OperationDecl(
                name: nil, origin: getterDecl.origin, result: .sequence(.string(.domString, nullIsEmpty: false)), arguments: [])
            let test = OperationDecl(
                name: nil, origin: getterDecl.origin, result: .boolean, arguments: Array(getterDecl.arguments.prefix(1)))
            plan.names = property(.propertyNames, names, isIndexed: false, owner)
            plan.test = property(.propertyTest, test, isIndexed: false, owner)
        }
        plan.unnamed = [(.getter, getterDecl), (.setter, decls.setter), (.deleter, decls.deleter)].compactMap { special, decl in
            decl.flatMap { $0.name == nil ? (special, $0.origin) : nil }
        }
        owner.members.append(.properties(plan))
    }

    private mutating func property(
        _ kind: FunctionPlan.Kind, _ decl: OperationDecl, isIndexed: Bool, isBesideNamed: Bool = false, _ owner: Owner
    ) -> FunctionPlan? {
        let site = TypeSite(owner.resultPosition, decl.origin)
        guard let arguments = planArguments(decl.arguments, of: owner) else { return nil }
        // What a setter or a deleter answers is of no use.
        guard var result = planType(kind == .propertySetter ? .undefined : decl.result, site: site) else { return nil }
        if owner.direction == .import, kind == .propertyDeleter { result = .undefined(UndefinedCrossing()) }
        // JavaScript gives undefined for a property that is not there.
        if owner.direction == .import, kind == .propertyGetter, result.nullable == nil {
            guard let absent = planAbsence(.undefined, of: result, site: site) else { return nil }
            result = absent
        }
        let place = isIndexed ? "index" : "name"
        var function = FunctionPlan(
            kind: kind, direction: owner.direction, owner: owner.type, name: isIndexed ? "indexed getter" : "named getter",
            swiftName: decl.name.map { swiftMember($0, decl.origin, of: owner) } ?? kind.swiftName(besideNamed: isBesideNamed),
            jsName: "",
            symbol: "\(owner.name).properties:\(place).\(kind.rawValue)", hasReceiver: true, arguments: arguments,
            result: owner.result(result), throwing: ThrowsPlan(decl.origin.annotations), requiredCount: 0, isStatic: false,
            documentation: Documentation(decl.origin), displayName: "\(owner.type.jsName)[\(place)]", origin: decl.origin)
        function.isTrap = owner.direction == .export
        return function
    }

    /// An exported object with indices tells how many there are.
    private mutating func hasLength(_ chain: [InterfaceDecl], _ decl: OperationDecl) -> Bool {
        let hasLength = chain.flatMap(\.members).contains { member in
            if case .attribute(let length) = member { length.isLength } else { false }
        }
        if !hasLength {
            refuse(
                "an exported getter by index without a length", "add `readonly attribute unsigned long length;`",
                at: TypeSite(.nested, decl.origin))
        }
        return hasLength
    }

    /// - Parameter source: the Swift expression of the object's whose value the text is; nil for a `description` of its own.
    mutating func planStringifier(_ origin: Origin, of source: String?, _ owner: inout Owner) {
        checkMemberName("toString", jsName: "toString", isStatic: false, origin: origin, &owner)
        let function = FunctionPlan(
            kind: .stringifier, direction: owner.direction, owner: owner.type, name: "toString",
            swiftName: source ?? "description", jsName: "toString", symbol: "\(owner.name).stringifier", hasReceiver: true,
            arguments: [], result: owner.result(.string(StringCrossing(isBorrowed: false, nullIsEmpty: false, kind: .domString))),
            throwing: ThrowsPlan(origin.annotations), requiredCount: 0, isStatic: false,
            documentation: source == nil ? Documentation(origin) : Documentation(text: nil, deprecation: nil),
            displayName: "\(owner.type.jsName).toString", origin: origin)
        // In Swift an imported attribute says the same.
        if source != nil, owner.direction == .import { return }
        owner.members.append(.stringifier(function, ofAttribute: source != nil))
    }
}

extension AttributeDecl {
    /// Whether it says how many properties by index there are.
    fileprivate var isLength: Bool { (origin.annotations.jsName ?? name) == "length" && !isStatic }
}

extension FunctionPlan.Kind {
    /// The Swift member behind a function without a name in the IDL; empty for a subscript.
    fileprivate func swiftName(besideNamed isBesideNamed: Bool) -> String {
        switch self {
        case .propertySetter: isBesideNamed ? "setProperty" : ""
        case .propertyDeleter: "deleteProperty"
        case .propertyNames: "propertyNames"
        case .propertyTest: "hasProperty"
        default: ""
        }
    }
}
