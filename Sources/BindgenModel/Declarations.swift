package import BindgenIDL

/// Everything that a set of IDL files declares, resolved: partials and mixins are folded into their definitions, every name has
/// a meaning, every rule holds.
package struct ResolvedModule: Sendable {
    /// In the order of the files and, within a file, of each definition's first appearance.
    package var declarations: [Declaration]
    /// The typedefs that contain themselves, with what they stand for.
    package var typedefs: [String: ResolvedType]
    /// The definitions whose members stop nothing else where they cannot be bound.
    package var foreign = ForeignDefinitions([], all: false)
    /// Errors that nobody is told, which say why a member of a definition is not there.
    var untold: [Diagnostic] = []

    package init(declarations: [Declaration], typedefs: [String: ResolvedType] = [:]) {
        self.declarations = declarations
        self.typedefs = typedefs
    }
}

/// A resolved definition. Typedefs, mixins and `includes` statements have dissolved into the others.
package indirect enum Declaration: Sendable {
    case interface(InterfaceDecl)
    case namespace(NamespaceDecl)
    case dictionary(DictionaryDecl)
    case enumeration(EnumDecl)
    case callbackFunction(CallbackFunctionDecl)
    case callbackInterface(CallbackInterfaceDecl)
}

/// What every declaration and member has: where it stands, its documentation and its attributes. Declarations are copied by the
/// thousand, so it is a reference inside.
package struct Origin: Sendable {
    private final class Storage: Sendable {
        let range: SourceRange
        let documentation: String?
        let annotations: Annotations
        let breadcrumb: [String]
        let type: TypeSyntax?
        let attributes: ExtendedAttributeListSyntax

        init(
            range: SourceRange, documentation: String?, annotations: Annotations, breadcrumb: [String], type: TypeSyntax?,
            attributes: ExtendedAttributeListSyntax
        ) {
            self.range = range
            self.documentation = documentation
            self.annotations = annotations
            self.breadcrumb = breadcrumb
            self.type = type
            self.attributes = attributes
        }
    }

    private var storage: Storage

    package init(
        range: SourceRange, documentation: String? = nil, annotations: Annotations = Annotations(), breadcrumb: [String],
        type: TypeSyntax? = nil, attributes: ExtendedAttributeListSyntax = ExtendedAttributeListSyntax()
    ) {
        storage = Storage(
            range: range, documentation: documentation, annotations: annotations, breadcrumb: breadcrumb, type: type,
            attributes: attributes)
    }

    /// The range of the name (or of the keyword, where there is no name).
    package var range: SourceRange { storage.range }
    /// The text of the `///`, `/** */` comment before it, markers removed, or nil.
    package var documentation: String? { storage.documentation }
    /// The breadcrumb of diagnostics, such as `["interface Image", "operation blur"]`.
    package var breadcrumb: [String] { storage.breadcrumb }
    /// The type as it is written, of what has one: the result of an operation, the value of an argument.
    package var type: TypeSyntax? { storage.type }
    /// Where the extended attribute of this name stands.
    package func range(ofAttribute name: String) -> SourceRange? { storage.attributes.first(named: name)?.range }

    /// The edit that takes an extended attribute away.
    package func removal(ofAttribute name: String) -> Diagnostic.FixIt? {
        storage.attributes.first(named: name).flatMap { storage.attributes.removal(of: $0) }
    }

    package var annotations: Annotations {
        get { storage.annotations }
        set {
            self = Origin(
                range: range, documentation: documentation, annotations: newValue, breadcrumb: breadcrumb, type: type,
                attributes: storage.attributes)
        }
    }
}

package struct InterfaceDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var parent: String?
    /// The range of the parent's name.
    package var parentRange: SourceRange?
    /// In IDL order, the members of partials and mixins after the interface's own.
    package var members: [Member]
    /// The functions of `[LegacyFactoryFunction=Name(arguments)]` by name.
    package var factoryFunctions: [(name: String, decl: ConstructorDecl)] = []

    package init(name: String, origin: Origin, parent: String?, parentRange: SourceRange? = nil, members: [Member]) {
        self.name = name
        self.origin = origin
        self.parent = parent
        self.parentRange = parentRange
        self.members = members
    }

    package indirect enum Member: Sendable {
        case constructor(ConstructorDecl)
        case attribute(AttributeDecl)
        case operation(OperationDecl)
        case constant(ConstantDecl)
        case iterable(IterableDecl)
    }
}

package struct NamespaceDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var members: [Member]

    package init(name: String, origin: Origin, members: [Member]) {
        self.name = name
        self.origin = origin
        self.members = members
    }

    package indirect enum Member: Sendable {
        case attribute(AttributeDecl)
        case operation(OperationDecl)
        case constant(ConstantDecl)
    }
}

package struct ConstructorDecl: Sendable {
    package var origin: Origin
    package var arguments: [ArgumentDecl]

    package init(origin: Origin, arguments: [ArgumentDecl]) {
        self.origin = origin
        self.arguments = arguments
    }
}

package struct AttributeDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var type: ResolvedType
    package var isReadonly: Bool
    package var isStatic: Bool
    package var isStringifier: Bool
    package var isInherited: Bool

    package init(
        name: String, origin: Origin, type: ResolvedType, isReadonly: Bool, isStatic: Bool = false, isStringifier: Bool = false,
        isInherited: Bool = false
    ) {
        self.name = name
        self.origin = origin
        self.type = type
        self.isReadonly = isReadonly
        self.isStatic = isStatic
        self.isStringifier = isStringifier
        self.isInherited = isInherited
    }
}

package struct OperationDecl: Sendable {
    package enum Special: String, Sendable {
        case getter, setter, deleter, stringifier
    }
    /// Nil only for a special operation without a name.
    package var name: String?
    package var origin: Origin
    package var special: Special?
    package var isStatic: Bool
    package var result: ResolvedType
    package var arguments: [ArgumentDecl]

    package init(
        name: String?, origin: Origin, special: Special? = nil, isStatic: Bool = false, result: ResolvedType,
        arguments: [ArgumentDecl]
    ) {
        self.name = name
        self.origin = origin
        self.special = special
        self.isStatic = isStatic
        self.result = result
        self.arguments = arguments
    }
}

package struct ArgumentDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var type: ResolvedType
    package var isOptional: Bool
    package var isVariadic: Bool
    package var defaultValue: DefaultValue?

    package init(
        name: String, origin: Origin, type: ResolvedType, isOptional: Bool = false, isVariadic: Bool = false,
        defaultValue: DefaultValue? = nil
    ) {
        self.name = name
        self.origin = origin
        self.type = type
        self.isOptional = isOptional
        self.isVariadic = isVariadic
        self.defaultValue = defaultValue
    }
}

package struct ConstantDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var type: ResolvedType
    package var value: DefaultValue

    package init(name: String, origin: Origin, type: ResolvedType, value: DefaultValue) {
        self.name = name
        self.origin = origin
        self.type = type
        self.value = value
    }
}

/// `iterable`, `async_iterable`, `maplike` and `setlike`.
package struct IterableDecl: Sendable {
    package enum Kind: String, Sendable {
        case iterable
        case asyncIterable = "async_iterable"
        case maplike
        case setlike
    }
    package var kind: Kind
    package var origin: Origin
    package var key: ResolvedType?
    package var value: ResolvedType
    package var isReadonly: Bool
    package var arguments: [ArgumentDecl]

    package init(
        kind: Kind, origin: Origin, key: ResolvedType?, value: ResolvedType, isReadonly: Bool, arguments: [ArgumentDecl] = []
    ) {
        self.kind = kind
        self.origin = origin
        self.key = key
        self.value = value
        self.isReadonly = isReadonly
        self.arguments = arguments
    }
}

package struct DictionaryDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var parent: String?
    package var members: [MemberDecl]

    package init(name: String, origin: Origin, parent: String?, members: [MemberDecl]) {
        self.name = name
        self.origin = origin
        self.parent = parent
        self.members = members
    }

    package struct MemberDecl: Sendable {
        package var name: String
        package var origin: Origin
        package var type: ResolvedType
        package var isRequired: Bool
        package var defaultValue: DefaultValue?

        package init(name: String, origin: Origin, type: ResolvedType, isRequired: Bool, defaultValue: DefaultValue?) {
            self.name = name
            self.origin = origin
            self.type = type
            self.isRequired = isRequired
            self.defaultValue = defaultValue
        }
    }
}

package struct EnumDecl: Sendable {
    package struct Value: Sendable {
        package var text: String
        package var documentation: String?
        package var range: SourceRange

        package init(text: String, documentation: String?, range: SourceRange) {
            self.text = text
            self.documentation = documentation
            self.range = range
        }
    }
    package var name: String
    package var origin: Origin
    package var values: [Value]

    package init(name: String, origin: Origin, values: [Value]) {
        self.name = name
        self.origin = origin
        self.values = values
    }
}

package struct CallbackFunctionDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var result: ResolvedType
    package var arguments: [ArgumentDecl]
    /// `callback constructor`, a legacy form.
    package var isConstructor: Bool

    package init(name: String, origin: Origin, result: ResolvedType, arguments: [ArgumentDecl], isConstructor: Bool = false) {
        self.name = name
        self.origin = origin
        self.result = result
        self.arguments = arguments
        self.isConstructor = isConstructor
    }
}

package struct CallbackInterfaceDecl: Sendable {
    package var name: String
    package var origin: Origin
    package var operation: OperationDecl?
    package var constants: [ConstantDecl]

    package init(name: String, origin: Origin, operation: OperationDecl?, constants: [ConstantDecl]) {
        self.name = name
        self.origin = origin
        self.operation = operation
        self.constants = constants
    }
}

/// A default value or the value of a constant. Numbers keep their meaning, not their spelling.
package enum DefaultValue: Equatable, Sendable {
    case boolean(Bool)
    /// The magnitude and sign of an integer literal; Web IDL integers reach from -2^63 to 2^64 - 1.
    case integer(magnitude: UInt64, isNegative: Bool)
    case decimal(Double)
    case infinity(isNegative: Bool)
    case notANumber
    case string(String)
    case null
    case undefined
    case emptySequence
    case emptyDictionary
}
