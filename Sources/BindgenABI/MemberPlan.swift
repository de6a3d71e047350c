package import BindgenModel

/// A `namespace` or an `interface`: members under one name, all implemented by Swift or all by JavaScript.
package struct ContainerPlan: Sendable {
    package enum Kind: String, Sendable {
        case namespace
        /// A class of objects.
        case interface
    }
    package var kind: Kind
    package var name: String
    package var documentation: Documentation
    /// The interfaces that it inherits from, the parent first, the root last. All are Swift's, or all are JavaScript's, as it is itself.
    package var ancestors: [ClassName]
    /// Where JavaScript has it; nil where Swift implements it.
    package var importSource: Annotations.ImportSource?
    /// In IDL order. Each overload is a member of its own.
    package var members: [MemberPlan]
    /// How JavaScript finds the overload that a call means; of exports alone.
    package var overloads: [OverloadPlan] = []
    package var swiftName: String
    package var jsName: String
    /// `[LegacyNamespace]`: the object in JavaScript of which the class is a property.
    package var namespace: String?
    /// `[NamedExports]`: the members are exports themselves.
    package var hasNamedExports = false
    /// `[DefaultExport]`: the default export of the module has the operations.
    package var isDefaultExport = false
    /// `[Flags]`: the constants are bits.
    package var isFlags = false
    /// `[NoFinalizer]`, on it or on the root: what nobody disposes is never released.
    package var hasNoFinalizer = false
    /// `[Overridable]`, on some operation: JavaScript's classes may extend the class, and their objects stay until they are disposed of.
    package var hasOverridable = false
    /// `[Scoped]`: the module exports `scope`.
    package var isScoped = false
    /// Whether JavaScript has a class of that name, of which a value can be asked whether it is an object of it.
    package var hasClass = false
    /// How many of its members in the IDL are an ancestor's, which Swift calls there.
    package var inheritedAgain = 0
    /// Whether another imported interface inherits from it.
    package var hasDescendants = false

    /// The name of the wasm import that says whether an object is one of the class. Members have a dot in theirs.
    package var castSymbol: String { "cast \(name)" }
    package var type: ClassName { ClassName(name: name, swiftName: swiftName, jsName: jsName) }
    package var parent: ClassName? { ancestors.first }
    package var isImported: Bool { importSource != nil }
    /// Whether it has constants of integer types and nothing else.
    package var isOfConstants: Bool {
        kind == .namespace && !members.isEmpty && members.allSatisfy { $0.constant?.crossing.form is IntegerCrossing }
    }
    package var properties: [PropertiesPlan] { members.compactMap(\.properties) }
    /// Whether it is a class of the platform's, which TypeScript has declarations of.
    package var isOfPlatform: Bool { kind == .interface && importSource == .global }
    /// Every wasm export or import, in IDL order: an attribute's getter stands before its setter.
    package var functions: [FunctionPlan] { members.flatMap(\.functions) }
    package var constants: [ConstantPlan] { members.compactMap(\.constant) }
    /// The first constructor.
    package var constructor: FunctionPlan? { constructors.first }
    package var constructors: [FunctionPlan] {
        members.compactMap { if case .constructor(let function) = $0 { function } else { nil } }
    }
    /// Whether JavaScript needs the class itself, and not its objects alone: for a constructor or a static member.
    package var isNamedByMembers: Bool { !functions.allSatisfy(\.hasReceiver) }
}

/// A member as its user sees it: an attribute is one member, with its setter.
package enum MemberPlan: Sendable {
    case constructor(FunctionPlan)
    case operation(FunctionPlan)
    case attribute(getter: FunctionPlan, setter: FunctionPlan?)
    case constant(ConstantPlan)
    /// `toString` in JavaScript, `description` in Swift. One of an attribute is the attribute's value, and no member of its own in Swift.
    case stringifier(FunctionPlan, ofAttribute: Bool)
    case iteration(IterationPlan)
    case properties(PropertiesPlan)
    /// `[Default] object toJSON()`: the attributes of these names in an object (Web IDL 3.7.8.1), behind those of the parent's.
    case json(names: [String], inherited: [String], origin: Origin)
    /// `[JSOnly]`: what is kept on the JavaScript object, and never crosses.
    case kept(KeptPlan)

    /// The name in the IDL; `constructor` for a constructor.
    package var name: String {
        switch self {
        case .constructor(let function), .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            function.name
        case .constant(let constant): constant.name
        case .iteration(let iteration): iteration.kind.rawValue
        case .properties(let properties): properties.name
        case .json: "toJSON"
        case .kept(let plan): plan.name
        }
    }

    /// Whether it is a member of objects.
    package var hasReceiver: Bool {
        switch self {
        case .constructor(let function), .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            function.hasReceiver
        case .constant: false
        case .iteration, .properties, .json, .kept: true
        }
    }

    /// The function that says what the member is: an attribute's getter; nil for a constant, and for what has no name in the IDL.
    package var function: FunctionPlan? {
        switch self {
        case .constructor(let function), .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            function
        case .constant, .iteration, .properties, .json, .kept: nil
        }
    }

    package var functions: [FunctionPlan] {
        switch self {
        case .constructor(let function), .operation(let function), .stringifier(let function, _): [function]
        case .iteration(let iteration): iteration.functions
        case .properties(let properties): properties.functions
        case .attribute(let getter, let setter): setter.map { [getter, $0] } ?? [getter]
        case .constant, .json, .kept: []
        }
    }

    package var constant: ConstantPlan? {
        if case .constant(let constant) = self { constant } else { nil }
    }

    package var properties: PropertiesPlan? {
        if case .properties(let plan) = self { plan } else { nil }
    }

    package var documentation: Documentation {
        switch self {
        case .constructor(let function), .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            function.documentation
        case .constant(let constant): constant.documentation
        case .iteration(let iteration): iteration.documentation
        case .properties(let properties): properties.getter.documentation
        case .json(_, _, let origin): Documentation(origin)
        case .kept(let plan): Documentation(plan.origin)
        }
    }
}

/// A property of the JavaScript object alone.
package struct KeptPlan: Sendable {
    package var name: String
    package var jsName: String
    package var tsType: String?
    package var origin: Origin
}

/// One wasm export or import: an operation, a constructor, an attribute's getter or setter.
package struct FunctionPlan: Sendable {
    package enum Kind: String, Sendable {
        case operation, constructor, getter, setter
        /// `[LegacyFactoryFunction]`: a constructor under a name of its own.
        case factory
        case stringifier
        /// Of what Swift iterates over: the place of the pair at a place or behind it, its key and its value.
        case place, keyAtPlace, valueAtPlace
        /// Of what JavaScript iterates over: a cursor, its step, and the key and the value where it stands.
        case cursor, step, cursorKey, cursorValue
        /// The properties that an object has by index or name: read, written, deleted, their names, whether there is one.
        case propertyGetter, propertySetter, propertyDeleter, propertyNames, propertyTest

        /// Whether users know it by a name of their own: an operation, a constructor or an attribute.
        package var isNamed: Bool {
            switch self {
            case .operation, .constructor, .getter, .setter, .factory, .stringifier: true
            case .place, .keyAtPlace, .valueAtPlace, .cursor, .step, .cursorKey, .cursorValue, .propertyGetter, .propertySetter,
                .propertyDeleter, .propertyNames, .propertyTest:
                false
            }
        }
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
    package var owner: ClassName
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
    /// Of what JavaScript implements: whether a member of a descendant stands in its place, and whether it stands in that of an ancestor's.
    package var isOverridden = false
    package var isOverriding = false
    /// Whether it has another type than an ancestor's member of its name, whose place it takes in JavaScript.
    package var isUnrelated = false
    /// `[SameObject]`: the result is the same every time, so the glue may keep it.
    package var isSameObject = false
    /// `[ReturnsThis]`: JavaScript gets the receiver, for the next call in a chain.
    package var returnsReceiver = false
    /// `[Suspends]`, of an export: Swift waits in place.
    package var suspension: Annotations.Suspension?
    /// `[Dispose]`: the object ends with the call.
    package var isDisposer = false
    package var isAsyncDisposer: Bool { isDisposer && isPromised }
    /// Of an attribute that is only read: the attribute of its value that an assignment sets, and whether an assignment makes a property of the
    /// object's own.
    package var forwardsTo: String?
    package var isReplaceable = false
    package var isUnscopable = false
    /// Of an object that is a proxy: its handler calls the function, and is its `this`.
    package var isTrap = false
    /// Of an ObservableArray: the getter gives one array for each object, whose changes are those of the attribute.
    package var isObservable = false
    /// A setter that JavaScript has for such an array alone, since the attribute is `readonly`.
    package var isHidden = false
    /// `[TSType]`: what TypeScript is told of the result.
    package var tsType: String?
    package var documentation: Documentation
    /// The name in messages: `Image.blur`.
    package var displayName: String
    package var origin: Origin

    /// True for an operation of Swift's that returns a promise.
    package var isPromised: Bool { result.passing == .promised }

    /// True for one of JavaScript's, which Swift can await.
    package var isAwaitable: Bool { direction == .import && kind == .operation && result.crossing.form.promised != nil }

    /// True for an attribute of an object that shows a view, of which the wrapper keeps the last one.
    package var keepsView: Bool { kind == .getter && hasReceiver && result.crossing.traits.contains(.isView) }

    /// True where such an attribute may show another view the next time: the wasm export is told the address of the object whose storage the
    /// last one shows, and gives no reference with the same object.
    package var remembersView: Bool { keepsView && !isSameObject }
}
