package import BindgenIDL
package import BindgenModel

/// Resolved declarations in, a `BindingPlan` and the last diagnostics out.
///
/// This is the last stage that may report an error: whatever it returns without one can be emitted.
///
/// A module with errors is planned too, so that all of them can be told at once: of what has no meaning nothing further is said.
/// What cannot be bound of a foreign definition is no error: it is skipped, and `skipped` tells why.
package func plan(
    _ module: ResolvedModule, moduleName: String, scope: ModuleScope = ModuleScope()
) -> (plan: BindingPlan, diagnostics: [Diagnostic], skipped: [Diagnostic]) {
    let module = module.withoutCycles
    var planner = Planner(module, scope)
    // A plan that is given its definitions makes its index of them anew.
    var plan = planner.planDefinitions(module, moduleName: moduleName)
    planner.checkRedeclaredMembers(plan)
    plan.findReach()
    plan.declared = planDeclared(plan)
    planner.checkNames(plan)
    planner.checkLackingMembers(plan)
    planner.checkExceptions(plan)
    plan.fingerprint = fingerprint(of: plan)
    return (plan, planner.diagnostics, planner.skipped)
}

extension ModuleScope {
    /// Adds what a library has. The build of its own target looks at the rest, and tells what is wrong with it.
    package mutating func add(_ library: ResolvedModule, moduleName: String) {
        let module = library.withoutCycles
        var planner = Planner(module, self)
        add(planner.planDefinitions(module, moduleName: moduleName))
    }
}

struct Planner {
    var declarations: [String: Declaration] = [:]
    var diagnostics: [Diagnostic] = []
    let foreign: ForeignDefinitions
    /// What other modules have.
    var scope: ModuleScope
    /// The module whose definition is planned, and those that name each union that has no name of its own.
    var home = ""
    var unionHomes: [String: Set<String>] = [:]
    /// What was skipped of foreign definitions, and why.
    var skipped: [Diagnostic] = []
    /// The members that dictionaries go without, by the dictionary's name.
    var lackingMembers: [(dictionary: String, reason: Diagnostic)] = []
    /// Foreign callbacks that are planned already, nil for one that cannot cross.
    var callbacks: [String: CallbackPlan?] = [:]
    var callbacksInProgress: Set<String> = []
    /// Enums that are planned already.
    var enums: [String: EnumPlan] = [:]
    /// Dictionaries that are planned already, nil for one with an error; and those whose planning has begun (to find recursion).
    var dictionaries: [String: DictionaryCrossing?] = [:]
    var dictionariesInProgress: Set<String> = []
    /// Unions that are planned already, and those of them that the running definition named first.
    var unions: [String: UnionCrossing] = [:]
    var newUnions: [UnionPlan] = []
    /// The names of unions whose planning has begun, and the unions that contain themselves: planned anew, the place where they do so would
    /// be another.
    var unionsInProgress: [UnionKey: String] = [:]
    var recursiveUnions: [UnionKey: UnionCrossing] = [:]
    /// The typedefs that contain themselves.
    let typedefs: [String: ResolvedType]
    /// The JavaScript variables and globals that stand for definitions.
    var definitionBindings: Set<String> = []
    /// The enums and dictionaries that some member throws.
    var errors: Set<String> = []

    /// The plan of each definition, of which nothing is known yet that a look at all of them tells.
    mutating func planDefinitions(_ module: ResolvedModule, moduleName: String) -> BindingPlan {
        var definitions: [DefinitionPlan] = []
        for declaration in module.declarations {
            home = scope.owners[declaration.name] ?? moduleName
            let definition = planDeclaration(declaration)
            // The unions that it names first stand before it.
            definitions += takeUnions().map(DefinitionPlan.union)
            if let definition { definitions.append(definition) }
            if let overrides = overrides(of: declaration), let plan = planNamespace(overrides) {
                definitions.append(.container(plan))
            }
        }
        scope.findShared(unionHomes.mapValues { $0.subtracting([moduleName]) })
        definitions = dropIncomplete(withoutCollisions(definitions))
        return BindingPlan(moduleName: moduleName, scope: scope, definitions: planRedeclaredImports(definitions))
    }

    init(_ module: ResolvedModule, _ scope: ModuleScope = ModuleScope()) {
        foreign = module.foreign
        typedefs = module.typedefs
        self.scope = scope
        for declaration in module.declarations {
            declarations[declaration.name] = declaration
            let name = declaration.origin.annotations.jsName ?? declaration.name
            definitionBindings.formUnion([name, Naming.jsBinding(name)])
        }
        for declaration in module.declarations {
            for annotations in declaration.memberAnnotations {
                if case .typed(let name) = annotations.throws { errors.insert(name) }
            }
        }
    }

    mutating func report(_ rule: String, _ message: String, at site: TypeSite, fixIts: [Diagnostic.FixIt] = []) {
        diagnostics.append(
            Diagnostic(.error, rule: rule, message, at: site.range, breadcrumb: site.breadcrumb, fixIts: fixIts))
    }

    /// Web IDL that the generator cannot carry across yet: named, with what to write instead.
    mutating func refuse(_ construct: String, _ alternative: String, at site: TypeSite) {
        report("unsupported", "\(construct) is not supported yet; \(alternative)", at: site)
    }

    mutating func planDeclaration(_ declaration: Declaration) -> DefinitionPlan? {
        switch declaration {
        case .enumeration(let decl): attempt(decl.origin) { .enumeration($0.planEnum(decl)) }
        case .dictionary(let decl):
            dictionary(named: decl.name, site: TypeSite(.nested, decl.origin)).map {
                .dictionary(
                    DictionaryPlan(
                        documentation: Documentation(decl.origin), crossing: $0,
                        ownMemberCount: $0.members.filter { member in decl.members.contains { $0.name == member.name } }.count))
            }
        case .callbackFunction(let decl):
            planCallback(named: decl.name, decl.origin) { $0.planCallback(decl) }.map(DefinitionPlan.callback)
        case .namespace(let decl): planNamespace(decl).map(DefinitionPlan.container)
        case .interface(let decl): attempt(decl.origin) { $0.planInterface(decl) }.map(DefinitionPlan.container)
        case .callbackInterface(let decl):
            planCallback(named: decl.name, decl.origin) { $0.planCallbackInterface(decl) }.map(DefinitionPlan.callback)
        }
    }

    /// The crossing of a type, or nil where an error has been reported.
    mutating func planType(_ type: ResolvedType, site: TypeSite) -> Crossing? {
        let site = site.narrowed(to: type)
        switch type {
        case .undefined: return .undefined(UndefinedCrossing())
        case .boolean: return .boolean(BooleanCrossing())
        case .integer(let integer, let conversion): return planInteger(integer, conversion, site: site)
        case .float(let float): return planFloat(float)
        case .string(let kind, let nullIsEmpty): return planString(kind, nullIsEmpty: nullIsEmpty, site: site)
        case .enumeration(let name): return planEnum(name)
        case .dictionary(let name): return planDictionaryType(name, site: site)
        case .interface(let name): return planObject(name, site: site)
        case .callbackFunction(let name), .callbackInterface(let name): return planCallbackType(name, site: site)
        case .buffer(let buffer, let sharing): return planBuffer(buffer, sharing, site: site)
        case .sequence(let element): return planSequence(element, isFrozen: false, site: site)
        case .frozenArray(let element): return planSequence(element, isFrozen: true, site: site)
        case .record(let key, let value): return planRecord(key, value, site: site)
        case .nullable(let wrapped): return planNullable(wrapped, site: site)
        case .union(_, let typedef): return planUnion(type, typedef: typedef, site: site)
        case .typedef(let name): return typedefs[name].flatMap { planType($0, site: site) }
        case .any: return .any(AnyCrossing())
        case .object: return .handle(HandleCrossing(kind: .object))
        case .symbol: return .handle(HandleCrossing(kind: .symbol))
        case .bigint: return .bigint(BigIntCrossing())
        case .promise(let value): return planPromise(value, site: site)
        case .asyncSequence(let element): return planAsyncSequence(element, site: site)
        case .observableArray:
            refuse("ObservableArray as anything but the type of an attribute", "write `sequence`", at: site)
            return nil
        }
    }

    private mutating func planEnum(_ name: String) -> Crossing? {
        guard case .enumeration(let decl) = declarations[name] else { return nil }
        return .enumeration(EnumCrossing(plan: planEnum(decl)))
    }

    private func planObject(_ name: String, site: TypeSite) -> Crossing? {
        // An unknown name, about which the resolver has said all.
        guard case .interface(let decl) = declarations[name] else { return nil }
        let type = ClassName(name, decl.origin)
        return decl.origin.annotations.importSource == nil
            ? .object(ObjectCrossing(type: type))
            : .importedObject(ImportedObjectCrossing(type: type, movement: RemoteForm.Movement(of: decl.origin.annotations)))
    }

}

extension Declaration {
    fileprivate var memberAnnotations: [Annotations] {
        switch self {
        case .interface(let decl):
            decl.members.map { member in
                switch member {
                case .constructor(let member): member.origin.annotations
                case .attribute(let member): member.origin.annotations
                case .operation(let member): member.origin.annotations
                case .constant(let member): member.origin.annotations
                case .iterable(let member): member.origin.annotations
                }
            }
        case .namespace(let decl):
            decl.members.map { member in
                switch member {
                case .attribute(let member): member.origin.annotations
                case .operation(let member): member.origin.annotations
                case .constant(let member): member.origin.annotations
                }
            }
        case .callbackFunction(let decl): [decl.origin.annotations]
        case .callbackInterface(let decl): decl.operation.map { [$0.origin.annotations] } ?? []
        case .dictionary, .enumeration: []
        }
    }
}
