/// What is known of one extended attribute: where it may stand, what may follow its name and what it means.
package struct AttributeSpecification: Sendable {
    /// Who defines the attribute.
    package enum Source: String, Sendable {
        case webIDL = "Web IDL"
        case html = "HTML"
        case webGL = "WebGL"
        case bindgen = "swift-bindgen"
        /// Names that the standard has renamed or dropped.
        case legacy = "legacy"
    }

    /// What may follow the name (Web IDL 2.14).
    package struct Form: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16

        package init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// `[A]`
        package static let none = Form(rawValue: 1 << 0)
        /// `[A=name]`
        package static let identifier = Form(rawValue: 1 << 1)
        /// `[A=(name, name)]`
        package static let identifierList = Form(rawValue: 1 << 2)
        /// `[A=*]`
        package static let wildcard = Form(rawValue: 1 << 3)
        /// `[A="text"]`
        package static let string = Form(rawValue: 1 << 4)
        /// `[A=name(arguments)]`
        package static let namedArguments = Form(rawValue: 1 << 5)
        /// `[A(arguments)]`
        package static let arguments = Form(rawValue: 1 << 6)
        /// `[A=1]`, `[A=1.5]`
        package static let number = Form(rawValue: 1 << 7)

        /// A form that no table entry names: lists of literals, or other balanced tokens.
        package static let unlisted = Form(rawValue: 1 << 8)

        package static let any = Form(rawValue: .max)
    }

    package var name: String
    package var source: Source
    package var places: AttributePlace
    package var forms: Form
    /// One sentence for `--help`, editors and the documentation.
    package var meaning: String
    /// May stand several times in one list.
    package var repeats = false
    /// For a legacy name, what to write instead, or nil where nothing takes its place.
    package var replacement: String?

    init(
        _ name: String, _ source: Source, on places: AttributePlace, _ forms: Form, _ meaning: String, repeats: Bool = false,
        replacement: String? = nil
    ) {
        self.name = name
        self.source = source
        self.places = places
        self.forms = forms
        self.meaning = meaning
        self.repeats = repeats
        self.replacement = replacement
    }

    /// The attribute as one writes it, one spelling per form: `[Throws]`, `[Throws=Name]`.
    package var spellings: [String] {
        var result: [String] = []
        if forms.contains(.none) { result.append("[\(name)]") }
        if forms.contains(.identifier) { result.append("[\(name)=Name]") }
        if forms.contains(.identifierList) { result.append("[\(name)=(Name,Name)]") }
        if forms.contains(.wildcard) { result.append("[\(name)=*]") }
        if forms.contains(.string) { result.append("[\(name)=\"text\"]") }
        if forms.contains(.namedArguments) { result.append("[\(name)=Name(arguments)]") }
        if forms.contains(.number) { result.append("[\(name)=1]") }
        if forms.contains(.arguments) { result.append("[\(name)(arguments)]") }
        return result
    }
}

/// Every extended attribute that the front end knows. The documentation of attributes is checked against this table.
package enum AttributeTable {
    package static let all: [AttributeSpecification] = standard + html + bindgen + legacy

    package static let byName: [String: AttributeSpecification] = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// Web IDL 3.3 and 3.4, complete.
    static let standard: [AttributeSpecification] = [
        .init("AllowResizable", .webIDL, on: .typePosition, .none, "Accepts resizable and growable buffers."),
        .init("AllowShared", .webIDL, on: .typePosition, .none, "Accepts views of shared memory."),
        .init(
            "Clamp", .webIDL, on: .typePosition, .none, "Numbers out of range become the nearest bound; fractions are rounded."),
        .init(
            "CrossOriginIsolated", .webIDL, on: [.interfaceLike, .anyAttribute, .anyOperation, .constant, .iterable], .none,
            "Exposed in cross-origin isolated contexts only."),
        .init("Default", .webIDL, on: .operation, .none, "Runs the standard's own steps; for toJSON."),
        .init("EnforceRange", .webIDL, on: .typePosition, .none, "Numbers out of range are a TypeError."),
        .init(
            "Exposed", .webIDL, on: [.interfaceLike, .callbackInterface, .anyAttribute, .anyOperation, .constant, .iterable],
            [.identifier, .identifierList, .wildcard], "The global scopes that show this."),
        .init(
            "Global", .webIDL, on: [.interface, .partialInterface], [.identifier, .identifierList],
            "Objects of this interface are global objects."),
        .init(
            "NewObject", .webIDL, on: [.anyAttribute, .anyOperation], .none,
            "Every call gives a new object, which the caller owns."),
        .init("PutForwards", .webIDL, on: .attribute, .identifier, "Assigning to this sets that attribute of its value."),
        .init("Replaceable", .webIDL, on: .attribute, .none, "Assigning to this shadows it with an own property."),
        .init("SameObject", .webIDL, on: .anyAttribute, .none, "The attribute always gives the same object."),
        .init(
            "SecureContext", .webIDL,
            on: [.interfaceLike, .anyAttribute, .anyOperation, .constant, .iterable], .none, "Exposed in secure contexts only."),
        .init("Unscopable", .webIDL, on: [.attribute, .operation], .none, "Not seen as a variable inside a `with` statement."),
        .init(
            "LegacyFactoryFunction", .webIDL, on: .interface, [.identifier, .namedArguments],
            "A second constructor under a name of its own.", repeats: true),
        .init("LegacyLenientSetter", .webIDL, on: .attribute, .none, "Assigning to the read-only attribute does nothing."),
        .init("LegacyLenientThis", .webIDL, on: .attribute, .none, "A wrong `this` gives undefined and no TypeError."),
        .init("LegacyNamespace", .webIDL, on: .interface, .identifier, "The class is a property of that namespace."),
        .init("LegacyNoInterfaceObject", .webIDL, on: .interface, .none, "There is no class that scripts can name."),
        .init("LegacyNullToEmptyString", .webIDL, on: .typePosition, .none, "null becomes the empty string."),
        .init(
            "LegacyOverrideBuiltIns", .webIDL, on: [.interface, .partialInterface], .none,
            "Named properties hide the interface's own."),
        .init(
            "LegacyTreatNonObjectAsNull", .webIDL, on: .callbackFunction, .none, "What is no object becomes null when assigned."),
        .init(
            "LegacyUnenumerableNamedProperties", .webIDL, on: [.interface, .partialInterface], .none,
            "Named properties do not show in for-in loops."),
        .init("LegacyUnforgeable", .webIDL, on: [.attribute, .operation], .none, "An own property that cannot be changed."),
        .init(
            "LegacyWindowAlias", .webIDL, on: .interface, [.identifier, .identifierList], "Further names of the class on Window."),
    ]

    /// Attributes of other specifications that real files use. Their meaning is the browser's affair.
    static let html: [AttributeSpecification] = [
        .init(
            "CEReactions", .html, on: [.constructor, .anyAttribute, .anyOperation], .none,
            "Runs custom element reactions; the browser's affair."),
        .init("HTMLConstructor", .html, on: .constructor, .none, "The constructor of an HTML element; the browser's affair."),
        .init("Serializable", .html, on: [.interface, .partialInterface], .none, "Structured clones may hold such objects."),
        .init("Transferable", .html, on: [.interface, .partialInterface], .none, "Objects may be transferred to another realm."),
        .init("Reflect", .html, on: .attribute, [.none, .identifier, .string], "Reflects a content attribute."),
        .init("ReflectSetter", .html, on: .attribute, [.none, .identifier, .string], "Reflects a content attribute when set."),
        .init("ReflectURL", .html, on: .attribute, [.none, .identifier, .string], "Reflects a content attribute as a URL."),
        .init("ReflectNonNegative", .html, on: .attribute, .none, "Reflects a non-negative number."),
        .init("ReflectPositive", .html, on: .attribute, .none, "Reflects a positive number."),
        .init("ReflectPositiveWithFallback", .html, on: .attribute, .none, "Reflects a positive number with a fallback."),
        .init("ReflectDefault", .html, on: .attribute, [.string, .number], "The value when the content attribute is missing."),
        .init("ReflectRange", .html, on: .attribute, .any, "The range of the reflected number."),
        .init("StringContext", .html, on: .typePosition, .identifier, "The trusted type that strings must have."),
        .init("InjectionMitigated", .html, on: .interfaceLike.union(.anyMember), .none, "Exposed where injection is mitigated."),
        .init("IsolatedContext", .html, on: .interfaceLike.union(.anyMember), .none, "Exposed in isolated contexts only."),
        .init(
            "WebGLHandlesContextLoss", .webGL, on: .anyOperation, .none,
            "Works on after the context was lost; the browser's affair."),
    ]
}
