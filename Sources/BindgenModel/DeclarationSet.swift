import BindgenIDL

/// A member where it is written: what rules look at.
struct MemberModel {
    var syntax: MemberSyntax
    var resolved: InterfaceDecl.Member
    /// `["interface Image", "operation blur"]`, also in `resolved`.
    var origin: Origin
    var attributes: ExtendedAttributeListSyntax
    /// Nil for constructors, iterable declarations and special operations without a name.
    var name: String?
    var isStatic: Bool
    /// The container and its part that hold it.
    var container: Int
    var part: Int
}

/// An interface, a mixin, a namespace or a callback interface with its partials.
struct ContainerModel {
    /// The definition itself, or one partial of it.
    struct Part {
        var definition: DefinitionSyntax
        var breadcrumb: [String]
        var members: [MemberModel]

        var attributes: ExtendedAttributeListSyntax { definition.node.extendedAttributes }
        var isPartial: Bool { definition.isPartial }
    }

    var kind: DefinitionKind
    var name: NameSyntax
    var parent: NameSyntax?
    var origin: Origin
    /// The definition first, then the partials in the order of the files.
    var parts: [Part]
    /// The mixins that the interface includes, as indices of containers, each once.
    var mixins: [Int] = []

    var ownMembers: some Sequence<MemberModel> { parts.lazy.flatMap(\.members) }

    /// The attributes of the definition and its partials.
    func attribute(named name: String) -> ExtendedAttributeSyntax? {
        for part in parts {
            if let attribute = part.attributes.first(named: name) { return attribute }
        }
        return nil
    }
}

struct DictionaryModel {
    struct MemberModel {
        var syntax: DictionaryMemberSyntax
        var resolved: DictionaryDecl.MemberDecl
    }
    var name: NameSyntax
    var parent: NameSyntax?
    var origin: Origin
    var parts: [DefinitionSyntax]
    var members: [MemberModel]
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
    /// By index in the table; predefined definitions only where something refers to them.
    var slots: [Int: Slot] = [:]

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
        var result = container.parts.flatMap(\.members)
        for mixin in container.mixins {
            for part in containers[mixin].parts { result += part.members }
        }
        return result
    }

    /// The dictionary's members and those it inherits, its own first.
    func allMembers(ofDictionary name: String) -> [DictionaryDecl.MemberDecl] {
        table.chain(of: name).flatMap { dictionary(named: $0)?.members.map(\.resolved) ?? [] }
    }
}
