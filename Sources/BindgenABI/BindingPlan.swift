package import BindgenModel

/// Everything that is generated for one module, decided: emitters spell it and ask no further question.
package struct BindingPlan: Sendable {
    /// The Swift module and the stem of every generated file.
    package var moduleName: String
    /// In IDL order.
    package var definitions: [DefinitionPlan] {
        didSet { indices = Self.index(definitions) }
    }
    /// The exported interfaces that inherit or are inherited from.
    package var hierarchy: ClassHierarchy
    /// The values that Swift hands to JavaScript by a call of their own (see `ResultPlan.Passing.delivered`), each type once.
    package var deliveries: [DeliveryPlan]
    /// The types with which promises are fulfilled, each once.
    package var promises: [PromisePlan]
    /// Which definitions are reached in which direction.
    package var reach: Reach
    /// Which definitions the declarations in TypeScript name: what JavaScript calls is made of them, and what only Swift calls is not.
    package var declared: Reach
    /// What the module needs of the runtime.
    package var support: SupportPlan
    /// A hash of the plan's text. Swift exports it by name and the glue looks for that name.
    package var fingerprint: String = ""
    /// What the definitions are part of.
    package var scope: ModuleScope
    /// The imports that the compiled module has; nil where there is no module to look at, which may then call all of them.
    var imports: Set<String>?
    /// Whether the package holds a build with threads.
    package var hasThreads = false
    /// Whether programs are told when the instance stops.
    package var tellsFatal = false
    /// Where each definition stands: emitters look names up for every type they spell.
    private var indices: [String: Int] = [:]

    init(moduleName: String, scope: ModuleScope = ModuleScope(), definitions: [DefinitionPlan] = []) {
        self.moduleName = moduleName
        self.scope = scope
        self.definitions = definitions
        hierarchy = ClassHierarchy(definitions)
        deliveries = []
        promises = []
        reach = Reach()
        declared = Reach()
        support = SupportPlan()
        indices = Self.index(definitions)
    }

    private static func index(_ definitions: [DefinitionPlan]) -> [String: Int] {
        Dictionary(definitions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Looks a definition up by its IDL name.
    package func definition(named name: String) -> DefinitionPlan? {
        indices[name].map { definitions[$0] }
    }

    /// The function type that a crossing names. The planner makes such a crossing only for a callback that it plans, and a plan with
    /// errors is never emitted.
    package func callback(_ crossing: CallbackCrossing) -> CallbackPlan {
        guard case .callback(let plan) = definition(named: crossing.name) else {
            preconditionFailure("the plan has no callback \(crossing.name)")
        }
        return plan
    }

    /// The dictionary or union that a crossing inside it names, in the same way.
    package func definition(_ crossing: NestedCrossing) -> Crossing {
        guard let value = definition(named: crossing.name)?.value else {
            preconditionFailure("the plan has no dictionary or union \(crossing.name)")
        }
        return value
    }

    /// How values of a union go from one thread to another.
    package func remote(ofUnion name: String) -> RemoteForm { definition(named: name)?.value?.remote ?? .clone }

    package var containers: [ContainerPlan] {
        definitions.compactMap { if case .container(let plan) = $0 { plan } else { nil } }
    }

    package var callbacks: [CallbackPlan] {
        definitions.compactMap { if case .callback(let plan) = $0 { plan } else { nil } }
    }

    /// Whether TypeScript's declarations have a definition that Swift does not implement.
    package func isDeclared(_ name: String) -> Bool { declared.toSwift.contains(name) || declared.toJavaScript.contains(name) }
}

extension BindingPlan {
    /// The ES modules that imports come from, each once.
    package var importedModules: [String] {
        var modules: [String] = []
        for container in containers {
            if case .module(let name) = container.importSource, !modules.contains(name) { modules.append(name) }
        }
        return modules
    }
}

package enum DefinitionPlan: Sendable {
    case enumeration(EnumPlan)
    case dictionary(DictionaryPlan)
    case union(UnionPlan)
    case callback(CallbackPlan)
    case container(ContainerPlan)

    package var name: String {
        switch self {
        case .enumeration(let plan): plan.name
        case .dictionary(let plan): plan.name
        case .union(let plan): plan.name
        case .callback(let plan): plan.name
        case .container(let plan): plan.name
        }
    }

    /// The crossing of a dictionary or a union.
    var value: Crossing? {
        switch self {
        case .dictionary(let plan): .dictionary(plan.crossing)
        case .union(let plan): .union(plan.crossing)
        case .enumeration, .callback, .container: nil
        }
    }

    package var swiftName: String {
        switch self {
        case .container(let plan): plan.swiftName
        case .enumeration, .dictionary, .union, .callback: Naming.swiftIdentifier(name)
        }
    }

    package var documentation: Documentation {
        switch self {
        case .enumeration(let plan): plan.documentation
        case .dictionary(let plan): plan.documentation
        case .union: Documentation(text: nil, deprecation: nil)
        case .callback(let plan): plan.documentation
        case .container(let plan): plan.documentation
        }
    }

    /// The container where JavaScript implements it.
    package var importedContainer: ContainerPlan? {
        if case .container(let plan) = self, plan.isImported { plan } else { nil }
    }

    /// The container where Swift implements it.
    package var exportedContainer: ContainerPlan? {
        if case .container(let plan) = self, !plan.isImported { plan } else { nil }
    }
}

package struct Documentation: Equatable, Sendable {
    package var text: String?
    package var deprecation: String?

    package init(text: String?, deprecation: String?) {
        self.text = text
        self.deprecation = deprecation
    }
}

package struct EnumPlan: Equatable, Sendable {
    package struct Case: Equatable, Sendable {
        package var swiftName: String
        package var value: String
        package var documentation: String?
    }
    package var name: String
    package var documentation: Documentation
    package var cases: [Case]
    /// True where a member `[Throws=…]` it: the Swift enum is an Error.
    package var isError: Bool
}

package struct DictionaryPlan: Sendable {
    package var documentation: Documentation
    package var crossing: DictionaryCrossing

    package var name: String { crossing.name }
    package var members: [DictionaryCrossing.Member] { crossing.members }
    /// The number of members that are not its parent's.
    package var ownMemberCount: Int
}

package struct CallbackPlan: Sendable {
    package var kind: Kind = .function
    package var name: String
    package var documentation: Documentation
    package var arguments: [ArgumentPlan]
    /// The result when Swift calls a JavaScript function.
    package var importResult: ResultPlan
    /// The result when JavaScript calls a Swift closure.
    package var exportResult: ResultPlan
    package var throwing: ThrowsPlan
    /// Whether it returns a promise: the Swift closure is asynchronous.
    package var isPromised: Bool { exportResult.passing == .promised }
    /// What the call of a JavaScript function throws: nothing where a promise is rejected in its place.
    package var importThrowing: ThrowsPlan { isPromised ? .never : throwing }
    /// The name of the wasm import that calls a JavaScript function. Members have a dot in theirs, and no callback's name has a space.
    package var importSymbol: String { "call \(name)" }
    /// The name in the glue of the wasm function that calls a Swift closure. It is no export: the closure's box says where it stands in
    /// the module's table, so that it is linked where such closures are made.
    package var exportSymbol: String { "\(name).call" }
    package var requiredCount: Int
    /// `[Suspends]`, of one that returns a promise: the Swift closure is not asynchronous and waits in place.
    package var suspension: Annotations.Suspension?
    package var isAsync: Bool { isPromised && suspension == nil }
    /// `[Deferred]`: JavaScript's function is called when the outermost call of a member returns.
    package var isDeferred = false
    package var origin: Origin
    /// Those of a callback interface.
    package var constants: [ConstantPlan] = []
}

package struct ConstantPlan: Sendable {
    /// The name in the IDL.
    package var name: String
    package var swiftName: String
    package var jsName: String
    package var crossing: Crossing
    package var value: DefaultValue
    package var documentation: Documentation
    package var origin: Origin
}

package struct ArgumentPlan: Sendable {
    package var name: String
    package var swiftName: String
    package var jsName: String
    package var crossing: Crossing
    package var isOptional: Bool
    package var defaultValue: DefaultValue?
    /// `long... rest`: whatever JavaScript passes from here on, as a sequence.
    package var isVariadic = false
    /// `[Length]`: the number of elements that it has to have.
    package var exactLength: Int?
    /// `[Once]`: JavaScript's function is called at most once, and let go after.
    package var isOnce = false
    /// `[This]`: JavaScript's function is called on the receiver.
    package var isMethod = false
    /// `[Transfer]`: a worker gets the buffer itself.
    package var isTransferred = false
    /// `[TSType]`
    package var tsType: String?

    /// Whether it is an AbortSignal of the platform's, which cancels what an asynchronous member does.
    package var isSignal: Bool {
        ((crossing.nullable?.wrapped ?? crossing).form as? ImportedObjectCrossing)?.type.jsName == "AbortSignal"
    }

    /// The crossing without the absence that TypeScript's `?` says.
    package var ownCrossing: Crossing { isOptional ? crossing.withoutAbsence : crossing }
}

package struct DeliveryPlan: Equatable, Sendable {
    package var symbol: String
    package var crossing: Crossing
}

package enum ThrowsPlan: Equatable, Sendable {
    case never
    /// `throws(JSError)`
    case any
    /// Where Swift throws, `throws(E)`: E is the enum or dictionary of this name. Where JavaScript does, it may be anything.
    case typed(String)
}
