import BindgenIDL

/// A member where it is written: what rules look at. Rules pass it on by the thousand, so it is an object and not a large value.
final class MemberModel {
    enum Kind {
        case constructor, attribute, operation, constant, iterable
    }

    let kind: Kind
    let syntax: MemberSyntax
    let resolved: InterfaceDecl.Member
    /// The origin that is also in `resolved`.
    let origin: Origin
    let attributes: ExtendedAttributeListSyntax
    let hasAttributes: Bool
    /// Nil for the constructors of the interface itself, iterable declarations and special operations without a name.
    let name: String?
    let isStatic: Bool
    /// The container and its part that hold it.
    let container: Int
    let part: Int

    init(
        syntax: MemberSyntax, resolved: InterfaceDecl.Member, origin: Origin, attributes: ExtendedAttributeListSyntax,
        name: String?,
        isStatic: Bool, container: Int, part: Int
    ) {
        kind =
            switch syntax {
            case .constructor: .constructor
            case .attribute: .attribute
            case .operation: .operation
            case .constant: .constant
            case .iterable: .iterable
            }
        self.syntax = syntax
        self.resolved = resolved
        self.origin = origin
        self.attributes = attributes
        hasAttributes = !attributes.isEmpty
        self.name = name
        self.isStatic = isStatic
        self.container = container
        self.part = part
    }
}

/// An interface, a mixin, a namespace or a callback interface with its partials.
final class ContainerModel {
    /// The definition itself, or one partial of it.
    final class Part {
        let breadcrumb: [String]
        let members: [MemberModel]
        let attributes: ExtendedAttributeListSyntax
        let isPartial: Bool

        init(_ definition: DefinitionSyntax, members: [MemberModel], in breadcrumb: [String]) {
            self.breadcrumb = breadcrumb
            self.members = members
            attributes = definition.node.extendedAttributes
            isPartial = definition.isPartial
        }
    }

    let kind: DefinitionKind
    let name: NameSyntax
    let parent: NameSyntax?
    var origin: Origin
    /// The definition first, then the partials in the order of the files.
    var parts: [Part] = []
    /// The mixins that the interface includes, as indices of containers, each once.
    var mixins: [Int] = []
    /// The functions of `[LegacyFactoryFunction=Name(arguments)]`, as constructors that have a name.
    var factoryFunctions: [MemberModel] = []
    /// The members of all parts.
    var ownMembers: [MemberModel] = []
    /// Where the container stands in `DeclarationSet.containers`.
    let index: Int

    init(kind: DefinitionKind, name: NameSyntax, parent: NameSyntax?, origin: Origin, index: Int) {
        self.kind = kind
        self.name = name
        self.parent = parent
        self.origin = origin
        self.index = index
    }

    /// The attributes of the definition and its partials.
    func attribute(named name: String) -> ExtendedAttributeSyntax? {
        for part in parts {
            if let attribute = part.attributes.first(named: name) { return attribute }
        }
        return nil
    }
}

final class DictionaryModel {
    final class MemberModel {
        let syntax: DictionaryMemberSyntax
        let resolved: DictionaryDecl.MemberDecl

        init(syntax: DictionaryMemberSyntax, resolved: DictionaryDecl.MemberDecl) {
            self.syntax = syntax
            self.resolved = resolved
        }
    }
    let name: NameSyntax
    let parent: NameSyntax?
    let origin: Origin
    var members: [MemberModel] = []

    init(name: NameSyntax, parent: NameSyntax?, origin: Origin) {
        self.name = name
        self.parent = parent
        self.origin = origin
    }
}

struct CallbackModel {
    var syntax: CallbackFunctionSyntax
    var resolved: CallbackFunctionDecl
}

/// All definitions with resolved types, partials gathered, before anything is folded: what rules look at.
struct DeclarationSet {
    /// Where the definition of a table entry stands in the lists below.
    enum Slot {
        case container(Int), dictionary(Int), enumeration(Int), callback(Int), typedef
    }

    var table: DefinitionTable
    var containers: [ContainerModel] = []
    var dictionaries: [DictionaryModel] = []
    var enumerations: [(syntax: EnumSyntax, resolved: EnumDecl)] = []
    var callbacks: [CallbackModel] = []
    var typedefs: [TypedefSyntax] = []
    /// The typedefs that contain themselves, with what they stand for.
    var recursiveTypedefs: [String: ResolvedType] = [:]
    /// By index in the table; predefined definitions only where something refers to them.
    var slots: [Int: Slot] = [:]

    // What several rules walk over, gathered once (see `gather()`).

    /// Every member as it is written, once, whoever includes it.
    var writtenMembers: [MemberModel] = []
    var writtenAttributes: [MemberModel] = []
    var argumentLists: [ArgumentListModel] = []
    /// Every attribute list that is not empty, those of types excepted (`TypeRule` sees them).
    var attributeLists: [AttributeListSite] = []
    /// By container.
    var foldedMembers: [[MemberModel]] = []
    var overloads: [[[Overload]]] = []

    func container(named name: String) -> ContainerModel? {
        containerIndex(of: name).map { containers[$0] }
    }

    func containerIndex(of name: String) -> Int? {
        guard let index = table.indices[name], case .container(let slot)? = slots[index] else { return nil }
        return slot
    }

    func dictionary(named name: String) -> DictionaryModel? {
        guard let index = table.indices[name], case .dictionary(let slot)? = slots[index] else { return nil }
        return dictionaries[slot]
    }

    func enumValues(of name: String) -> [String] {
        guard let index = table.indices[name], case .enumeration(let slot)? = slots[index] else { return [] }
        return enumerations[slot].resolved.values.map(\.text)
    }

    /// The interface's own members, those of its partials, then those of its mixins in the order of their `includes`.
    func members(of container: ContainerModel) -> [MemberModel] {
        foldedMembers[container.index]
    }

    /// The dictionary's members and those it inherits, its own first.
    func allMembers(ofDictionary name: String) -> [DictionaryDecl.MemberDecl] {
        table.chain(of: name).flatMap { dictionary(named: $0)?.members.map(\.resolved) ?? [] }
    }
}
