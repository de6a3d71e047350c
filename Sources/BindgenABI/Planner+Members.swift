import BindgenIDL
import BindgenModel

/// Namespaces, interfaces and their members.
extension Planner {
    mutating func planNamespace(_ decl: NamespaceDecl) -> ContainerPlan? {
        var owner = Owner(name: decl.name, origin: decl.origin, kind: .namespace)
        for member in decl.members {
            attempt(member.origin, &owner) { planner, owner in
                switch member {
                case .operation(let operation): planner.planOperation(operation, &owner)
                case .attribute(let attribute): planner.planAttribute(attribute, &owner)
                case .constant(let constant): planner.planConstant(constant, &owner)
                }
            }
        }
        var plan = container(owner, Documentation(decl.origin))
        plan.hasNamedExports = decl.origin.annotations.hasNamedExports
        plan.isFlags = decl.origin.annotations.isFlags
        plan.isDefaultExport = decl.origin.annotations.isDefaultExport
        checkNamedExports(plan, decl.origin)
        checkDefaultExport(plan, decl.origin)
        checkFlags(plan, decl.origin)
        return plan
    }

    mutating func planInterface(_ decl: InterfaceDecl) -> ContainerPlan? {
        var owner = Owner(name: decl.name, origin: decl.origin, kind: .interface)
        owner.ancestors = planAncestors(of: decl)
        for member in decl.members {
            attempt(member.origin, &owner) { planner, owner in
                switch member {
                case .constructor(let constructor): planner.planConstructor(constructor, &owner)
                case .operation(let operation): planner.planOperation(operation, &owner)
                case .attribute(let attribute): planner.planAttribute(attribute, &owner)
                case .constant(let constant): planner.planConstant(constant, &owner)
                case .iterable(let iterable): planner.planIteration(iterable, of: decl, &owner)
                }
            }
        }
        planProperties(of: decl, &owner)
        planJSON(of: decl, &owner)
        for (name, decl) in decl.factoryFunctions {
            attempt(decl.origin, &owner) { planner, owner in planner.planFactoryFunction(name, decl, &owner) }
        }
        var plan = container(owner, Documentation(decl.origin))
        checkLifetime(of: decl, &plan)
        plan.isScoped = decl.origin.annotations.isScoped
        if plan.isScoped, plan.isImported {
            refuse(
                "[Scoped] on an imported interface", "put it on one that Swift implements",
                at: TypeSite(.nested, decl.origin).ofAttribute("Scoped"))
        }
        return plan
    }

    private mutating func container(_ owner: Owner, _ documentation: Documentation) -> ContainerPlan {
        var owner = owner
        checkSwiftOverloads(of: &owner)
        var plan = ContainerPlan(owner, documentation)
        plan.overloads = planOverloads(of: owner)
        return plan
    }

    /// A container while its members are planned.
    struct Owner {
        var kind: ContainerPlan.Kind
        var type: ClassName
        var ancestors: [ClassName] = []
        var source: Annotations.ImportSource?
        var namespace: String?
        var hasClass: Bool
        var members: [MemberPlan] = []
        /// The operations and constructors, by the name that overloads share.
        var overloads: [OverloadGroup] = []
        /// The functions behind properties by index and by name.
        var indexed: PropertyDecls?
        var named: PropertyDecls?
        /// The members by their names in JavaScript: static ones and the others are properties of different objects.
        var membersByJSName: [JSMemberName: String] = [:]

        init(name: String, origin: Origin, kind: ContainerPlan.Kind) {
            self.kind = kind
            type = ClassName(name, origin)
            source = origin.annotations.importSource
            namespace = origin.annotations.legacyNamespace
            hasClass = kind == .interface && source != nil && origin.annotations.hasInterfaceObject
        }

        var name: String { type.name }
        var isNamespace: Bool { kind == .namespace }
        var direction: FunctionPlan.Direction { source == nil ? .export : .import }
        var argumentPosition: TypeSite.Position { source == nil ? .exportArgument : .importArgument }
        var resultPosition: TypeSite.Position { source == nil ? .exportResult : .importResult }

        func result(_ crossing: Crossing) -> ResultPlan {
            source == nil ? ResultPlan(returnedToJavaScript: crossing) : ResultPlan(returnedToSwift: crossing)
        }
    }

    fileprivate mutating func planConstructor(_ decl: ConstructorDecl, _ owner: inout Owner) {
        guard let arguments = planArguments(decl.arguments, of: owner) else { return }
        let symbol = overloadSymbol("constructor", jsName: "constructor", isStatic: false, decl.arguments, &owner)
        let made: Crossing =
            owner.source == nil
            ? .object(ObjectCrossing(type: owner.type))
            : .importedObject(ImportedObjectCrossing(type: owner.type))
        owner.members.append(
            .constructor(
                FunctionPlan(
                    kind: .constructor, direction: owner.direction, owner: owner.type, name: "constructor", swiftName: "init",
                    jsName: "constructor", symbol: symbol, hasReceiver: false, arguments: arguments,
                    result: ResultPlan(crossing: made, passing: .slot), throwing: ThrowsPlan(decl.origin.annotations),
                    requiredCount: arguments.requiredCount, isStatic: false, documentation: Documentation(decl.origin),
                    displayName: "new \(owner.name)", origin: decl.origin)))
    }

    /// `[LegacyFactoryFunction=Image(…)]`: another constructor of the class, under a name of its own (Web IDL 3.4.1).
    private mutating func planFactoryFunction(_ name: String, _ decl: ConstructorDecl, _ owner: inout Owner) {
        if owner.direction == .export {
            refuse(
                "[LegacyFactoryFunction]", "declare a static operation that returns the object",
                at: TypeSite(owner.argumentPosition, decl.origin))
            return
        }
        guard let arguments = planArguments(decl.arguments, of: owner) else { return }
        owner.members.append(
            .operation(
                FunctionPlan(
                    kind: .factory, direction: owner.direction, owner: owner.type, name: name,
                    swiftName: swiftMember(name, decl.origin, of: owner),
                    jsName: name, symbol: "\(owner.name).\(name)", hasReceiver: false, arguments: arguments,
                    result: owner.result(.importedObject(ImportedObjectCrossing(type: owner.type))), throwing: .never,
                    requiredCount: arguments.requiredCount, isStatic: true,
                    documentation: Documentation(text: "`new \(name)()` in JavaScript.", deprecation: nil),
                    displayName: "new \(name)", origin: decl.origin)))
    }

    mutating func planOperation(_ decl: OperationDecl, _ owner: inout Owner) {
        let site = TypeSite(owner.resultPosition, decl.origin)
        if decl.origin.annotations.isDefault, owner.direction == .export { return }
        if let special = decl.special { return planSpecial(special, decl, &owner) }
        // Without a name it is no operation, as the resolver has said.
        guard let name = decl.name else { return }
        let isPromise = if case .promise = decl.result { true } else { false }
        let isPromised = isPromise && owner.direction == .export
        let hasReceiver = !owner.isNamespace && !decl.isStatic
        let planned = planArguments(
            decl.arguments, of: owner, areKept: isPromised, hasReceiver: hasReceiver && owner.direction == .export)
        guard let result = planType(decl.result, site: site), let arguments = planned else { return }
        if isPromised { checkLending(decl.arguments, position: owner.argumentPosition) }
        let jsName = decl.origin.annotations.jsName ?? name
        checkMemberName(name, jsName: jsName, isStatic: decl.isStatic, origin: decl.origin, &owner)
        var function = FunctionPlan(
            kind: .operation, direction: owner.direction, owner: owner.type, name: name,
            swiftName: swiftMember(name, decl.origin, of: owner), jsName: jsName,
            symbol: overloadSymbol(name, jsName: jsName, isStatic: decl.isStatic, decl.arguments, &owner),
            hasReceiver: hasReceiver, arguments: arguments,
            result: isPromised ? ResultPlan(promised: result) : owner.result(result),
            throwing: ThrowsPlan(decl.origin.annotations, ofPromise: isPromise ? owner.direction : nil),
            requiredCount: arguments.requiredCount, isStatic: decl.isStatic, documentation: Documentation(decl.origin),
            displayName: "\(owner.type.jsName).\(jsName)", origin: decl.origin)
        function.returnsReceiver = decl.origin.annotations.returnsThis
        if isPromised { function.suspension = decl.origin.annotations.suspension }
        function.isDisposer = decl.origin.annotations.isDisposer
        function.isUnscopable = decl.origin.annotations.isUnscopable
        function.tsType = tsType(decl.origin)
        checkShape(of: function, decl.origin)
        checkExceptions(of: function)
        owner.members.append(.operation(function))
    }

    /// The name of a member in Swift. Of what JavaScript implements, the bodies stand in the class, where a function hides a type of its name.
    func swiftMember(_ name: String, _ origin: Origin, of owner: Owner) -> String {
        if let name = origin.annotations.swiftName { return Naming.swiftMember(name) }
        return Naming.swiftMember(name) + (owner.direction == .import && declarations[name] != nil ? "_" : "")
    }

    mutating func planAttribute(_ decl: AttributeDecl, _ owner: inout Owner) {
        if decl.origin.annotations.isJSOnly { return planKept(decl, &owner) }
        let site = TypeSite(owner.resultPosition, decl.origin)
        // An inherited attribute is one of its own, with a setter: Swift overrides the property.
        let (valueType, isObservable) = decl.type.observed
        guard let crossing = planType(valueType, site: site) else { return }
        let jsName = decl.origin.annotations.jsName ?? decl.name
        let swiftName = swiftMember(decl.name, decl.origin, of: owner)
        checkMemberName(decl.name, jsName: jsName, isStatic: decl.isStatic, origin: decl.origin, &owner)
        func function(_ kind: FunctionPlan.Kind, _ arguments: [ArgumentPlan], _ result: ResultPlan) -> FunctionPlan {
            FunctionPlan(
                kind: kind, direction: owner.direction, owner: owner.type, name: decl.name, swiftName: swiftName,
                jsName: jsName, symbol: "\(owner.name).\(decl.name).\(kind == .getter ? "get" : "set")",
                hasReceiver: !owner.isNamespace && !decl.isStatic, arguments: arguments, result: result,
                throwing: ThrowsPlan(decl.origin.annotations), requiredCount: arguments.count, isStatic: decl.isStatic,
                documentation: Documentation(decl.origin), displayName: "\(owner.type.jsName).\(jsName)", origin: decl.origin)
        }
        var getter = function(.getter, [], owner.result(crossing))
        getter.isSameObject = decl.origin.annotations.isSameObject
        getter.forwardsTo = decl.origin.annotations.forwardsTo
        getter.isReplaceable = decl.origin.annotations.isReplaceable
        getter.isUnscopable = decl.origin.annotations.isUnscopable
        // JavaScript's own ones are arrays like others: Swift reads and sets the whole.
        getter.isObservable = isObservable && owner.direction == .export
        getter.tsType = tsType(decl.origin)
        checkExceptions(of: getter)
        if decl.isStringifier { planStringifier(decl.origin, of: swiftName, &owner) }
        if decl.isReadonly, !getter.isObservable { return owner.members.append(.attribute(getter: getter, setter: nil)) }
        var setterSite = TypeSite(owner.argumentPosition, decl.origin)
        // A property has one type, so what is set is what is got: an array of Swift's own.
        setterSite.annotations.isCopy = true
        guard let lowered = planType(valueType, site: setterSite) else { return }
        let value = ArgumentPlan(
            name: "value", swiftName: "value", jsName: "value", crossing: lowered, isOptional: false, defaultValue: nil)
        var setter = function(.setter, [value], ResultPlan(crossing: .undefined(UndefinedCrossing()), passing: .none))
        setter.isHidden = decl.isReadonly
        owner.members.append(.attribute(getter: getter, setter: setter))
    }

    private mutating func planConstant(_ decl: ConstantDecl, _ owner: inout Owner) {
        guard let constant = planConstant(decl) else { return }
        checkMemberName(decl.name, jsName: constant.jsName, isStatic: true, origin: decl.origin, &owner)
        owner.members.append(.constant(constant))
    }

    mutating func planConstant(_ decl: ConstantDecl) -> ConstantPlan? {
        guard let crossing = planType(decl.type, site: TypeSite(.exportResult, decl.origin)) else { return nil }
        return ConstantPlan(
            name: decl.name, swiftName: Naming.swiftMember(decl.origin.annotations.swiftName ?? decl.name),
            jsName: decl.origin.annotations.jsName ?? decl.name, crossing: crossing, value: decl.value,
            documentation: Documentation(decl.origin), origin: decl.origin)
    }

    /// The arguments of a member.
    mutating func planArguments(
        _ decls: [ArgumentDecl], of owner: Owner, areKept: Bool = false, hasReceiver: Bool = false
    ) -> [ArgumentPlan]? {
        planArguments(
            decls, position: owner.argumentPosition, areKept: areKept, hasReceiver: hasReceiver, source: owner.source)
    }

    /// An argument's JavaScript variable, which must not hide a class or an imported global that the same function names.
    private func argumentBinding(_ name: String) -> String {
        let binding = Naming.jsBinding(name)
        return definitionBindings.contains(binding) ? binding + "$" : binding
    }

    /// - Parameters:
    ///   - areKept: whether Swift keeps the arguments beyond the call, so that none is lent.
    ///   - hasReceiver: whether JavaScript calls the member on an object of Swift's.
    ///   - source: where JavaScript has the member.
    mutating func planArguments(
        _ decls: [ArgumentDecl], position: TypeSite.Position, areKept: Bool = false, hasReceiver: Bool = false,
        source: Annotations.ImportSource? = nil
    ) -> [ArgumentPlan]? {
        var arguments: [ArgumentPlan] = []
        var isComplete = true
        for decl in decls {
            var site = TypeSite(position, decl.origin)
            if areKept {
                site.annotations.isCopy = true
                site.annotations.isInto = false
                site.annotations.isBorrowed = false
            }
            if decl.origin.annotations.isOnce { checkOnce(decl, position: position, site) }
            if decl.origin.annotations.isMethod { checkMethod(decl, hasReceiver: hasReceiver, site) }
            guard var crossing = planType(decl.isVariadic ? .sequence(decl.type) : decl.type, site: site) else {
                isComplete = false
                continue
            }
            if decl.origin.annotations.isTransferred { checkTransfer(crossing, position: position, site) }
            // The resolver has said that an argument cannot be undefined.
            if crossing.isNothing { isComplete = false }
            if decl.origin.annotations.exactLength != nil { checkLength(of: crossing, position: position, site) }
            var defaultValue = decl.defaultValue
            // The platform makes of nothing what it makes of {} (Web IDL 3.2.18), so that Swift makes no empty dictionary at each call; a
            // function of a script may want to read its members. Where some are required, there is no empty one in Swift.
            if position == .importArgument, let value = defaultValue,
                crossing.isRefused(value) || (value == .emptyDictionary && source == .global)
            {
                defaultValue = nil
            }
            if decl.isOptional, defaultValue == nil {
                guard let optional = planAbsence(.undefined, of: crossing, site: site.ofType) else {
                    isComplete = false
                    continue
                }
                crossing = optional
            }
            arguments.append(
                ArgumentPlan(
                    name: decl.name, swiftName: Naming.swiftIdentifier(decl.origin.annotations.swiftName ?? decl.name),
                    jsName: argumentBinding(decl.name), crossing: crossing, isOptional: decl.isOptional,
                    defaultValue: defaultValue, isVariadic: decl.isVariadic, exactLength: decl.origin.annotations.exactLength,
                    isOnce: decl.origin.annotations.isOnce, isMethod: decl.origin.annotations.isMethod,
                    isTransferred: decl.origin.annotations.isTransferred, tsType: tsType(decl.origin)))
        }
        return isComplete ? arguments : nil
    }
}

extension ContainerPlan {
    fileprivate init(_ owner: Planner.Owner, _ documentation: Documentation) {
        self.init(
            kind: owner.kind, name: owner.name, documentation: documentation, ancestors: owner.ancestors,
            importSource: owner.source, members: owner.members, swiftName: owner.type.swiftName, jsName: owner.type.jsName)
        namespace = owner.namespace
        hasClass = owner.hasClass
    }
}

extension ClassName {
    init(_ name: String, _ origin: Origin) {
        self.init(
            name: name, swiftName: Naming.swiftIdentifier(origin.annotations.swiftName ?? name),
            jsName: origin.annotations.jsName ?? name)
    }
}

extension ResolvedType {
    /// What an attribute of the type is read and set as, and whether it is an ObservableArray of that.
    fileprivate var observed: (value: ResolvedType, isObservable: Bool) {
        if case .observableArray(let element) = self { (.sequence(element), true) } else { (self, false) }
    }
}
