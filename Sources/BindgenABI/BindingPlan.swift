package import BindgenModel

/// Everything that is generated for one module, decided: emitters spell it and ask no further question.
package struct BindingPlan: Sendable {
    /// The Swift module and the stem of every generated file.
    package var moduleName: String
    /// In IDL order.
    package var definitions: [DefinitionPlan] {
        didSet { indices = Self.index(definitions) }
    }
    /// The values that Swift hands to JavaScript by a call of their own (see `ResultPlan.Passing.delivered`), each type once.
    package var deliveries: [DeliveryPlan]
    /// Which definitions are reached in which direction.
    package var reach: Reach
    /// A hash of the plan's text. Swift exports it by name and the glue looks for that name.
    package var fingerprint: String = ""
    /// Where each definition stands: emitters look names up for every type they spell.
    private var indices: [String: Int] = [:]

    init(moduleName: String, definitions: [DefinitionPlan] = [], deliveries: [DeliveryPlan] = [], reach: Reach = Reach()) {
        self.moduleName = moduleName
        self.definitions = definitions
        self.deliveries = deliveries
        self.reach = reach
        indices = Self.index(definitions)
    }

    private static func index(_ definitions: [DefinitionPlan]) -> [String: Int] {
        Dictionary(definitions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ES modules that imports come from, each once.
    package var importedModules: [String] {
        var modules: [String] = []
        for definition in definitions {
            if case .module(let name) = definition.importSource, !modules.contains(name) { modules.append(name) }
        }
        return modules
    }

    /// Those of them that stand beside the IDL: `./file.js` as `file.js`.
    package var importedScripts: [String] {
        importedModules.filter { $0.hasPrefix("./") }.map { String($0.dropFirst(2)) }
    }

    /// Looks a definition up by its IDL name.
    package func definition(named name: String) -> DefinitionPlan? {
        indices[name].map { definitions[$0] }
    }
}

package enum DefinitionPlan: Sendable {
    case enumeration(EnumPlan)
    case dictionary(DictionaryPlan)
    case callback(CallbackPlan)
    case namespace(NamespacePlan)
    case `class`(ClassPlan)

    package var name: String {
        switch self {
        case .enumeration(let plan): plan.name
        case .dictionary(let plan): plan.name
        case .callback(let plan): plan.name
        case .namespace(let plan): plan.name
        case .class(let plan): plan.name
        }
    }

    package var swiftName: String {
        switch self {
        case .namespace(let plan): plan.swiftName
        case .class(let plan): plan.swiftName
        case .enumeration, .dictionary, .callback: Naming.swiftIdentifier(name)
        }
    }

    package var importSource: Annotations.ImportSource? {
        switch self {
        case .namespace(let plan): plan.importSource
        case .class(let plan): plan.importSource
        case .enumeration, .dictionary, .callback: nil
        }
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

package struct EnumPlan: Sendable {
    package struct Case: Sendable {
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
    package struct Member: Sendable {
        package var name: String
        package var swiftName: String
        package var crossing: Crossing
        package var isRequired: Bool
        package var defaultValue: DefaultValue?
        package var documentation: Documentation
    }
    package var name: String
    package var documentation: Documentation
    /// The parent's first, each level in IDL order.
    package var members: [Member]
    /// The order in which JavaScript's members are read: the parent's first, each level by name (Web IDL 3.2.17).
    package var readOrder: [Int]
    package var crossing: DictionaryCrossing
}

package struct CallbackPlan: Sendable {
    package var name: String
    package var documentation: Documentation
    package var arguments: [ArgumentPlan]
    /// The result when Swift calls a JavaScript function.
    package var importResult: ResultPlan
    /// The result when JavaScript calls a Swift closure.
    package var exportResult: ResultPlan
    package var throwing: ThrowsPlan
    package var symbol: String
    package var requiredCount: Int
}

/// `namespace`: functions and constants under one name.
package struct NamespacePlan: Sendable {
    package var name: String
    package var documentation: Documentation
    package var importSource: Annotations.ImportSource?
    package var functions: [FunctionPlan]
    package var constants: [ConstantPlan]
    package var swiftName: String
    package var jsName: String
}

/// `interface`: a class that Swift implements, or one of JavaScript's that Swift holds by handle.
package struct ClassPlan: Sendable {
    package var name: String
    package var documentation: Documentation
    package var importSource: Annotations.ImportSource?
    package var functions: [FunctionPlan]
    package var constants: [ConstantPlan]
    package var swiftName: String
    package var jsName: String
}

package struct ConstantPlan: Sendable {
    /// The name in the IDL.
    package var name: String
    package var swiftName: String
    package var jsName: String
    package var crossing: Crossing
    package var value: DefaultValue
    package var documentation: Documentation
}

/// One wasm export or import: an operation, a constructor, an attribute's getter or setter.
package struct FunctionPlan: Sendable {
    package enum Kind: String, Sendable {
        case operation, constructor, getter, setter
    }
    package enum Direction: Sendable {
        /// JavaScript calls Swift.
        case export
        /// Swift calls JavaScript.
        case `import`
    }
    package var kind: Kind
    package var direction: Direction
    /// The definition it belongs to.
    package var owner: String
    /// The member's name in the IDL; `constructor` for a constructor.
    package var name: String
    package var swiftName: String
    package var jsName: String
    /// The name of the wasm export or import.
    package var symbol: String
    /// False for the members of a namespace, constructors and static members.
    package var hasReceiver: Bool
    package var arguments: [ArgumentPlan]
    package var result: ResultPlan
    package var throwing: ThrowsPlan
    /// The number of arguments below which a call is a TypeError.
    package var requiredCount: Int
    package var isStatic: Bool
    /// `[SameObject]`: the result is the same every time, so the glue may keep it.
    package var isSameObject = false
    package var documentation: Documentation
    /// What messages call it: `Image.blur`.
    package var displayName: String
}

package struct ArgumentPlan: Sendable {
    package var name: String
    package var swiftName: String
    package var jsName: String
    package var crossing: Crossing
    package var isOptional: Bool
    package var defaultValue: DefaultValue?
}

package struct ResultPlan: Equatable, Sendable {
    package enum Passing: String, Sendable {
        /// `undefined`
        case none
        /// The wasm result.
        case slot
        /// The stored form in the instance's result area, read before anything else can run.
        case area
        /// Swift calls an import with the flat form while the value lives; the glue keeps it for the caller.
        case delivered
        /// A string: its bytes in the result area and their number as the wasm result, or -1 for one that is delivered because it
        /// does not fit there.
        case text
    }
    package var crossing: Crossing
    package var passing: Passing
}

package struct DeliveryPlan: Equatable, Sendable {
    package var symbol: String
    package var crossing: Crossing
}

package enum ThrowsPlan: Equatable, Sendable {
    case never
    /// `throws(JSError)`
    case any
    /// `throws(E)`, where E is the enum of this name.
    case typed(String)
}

/// The definitions that values of some member are made of, by direction.
package struct Reach: Equatable, Sendable {
    package var toSwift: Set<String> = []
    package var toJavaScript: Set<String> = []
    /// The dictionaries whose stored form is used, not only the flat one.
    package var storedToSwift: Set<String> = []
    package var storedToJavaScript: Set<String> = []
}
