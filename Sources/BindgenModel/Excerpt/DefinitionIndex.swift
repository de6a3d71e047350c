import BindgenIDL

/// The definitions of a set of files by name, with what partial ones and mixins add.
struct DefinitionIndex {
    struct Entry {
        var definition: DefinitionSyntax
        /// The place of the file in the set.
        var file: Int
    }

    let trees: [FileSyntax]
    /// The first definition of each name that is not partial; drafts that define it again come after that.
    private(set) var definitions: [String: Entry] = [:]
    /// Each definition of a name that is no `includes`, in order.
    private(set) var parts: [String: [Entry]] = [:]
    /// The mixins of an interface.
    private(set) var mixins: [String: [(name: String, file: Int)]] = [:]

    init(_ trees: [FileSyntax]) {
        self.trees = trees
        for (file, tree) in trees.enumerated() {
            for definition in tree.definitions {
                if case .includes(let node) = definition {
                    mixins[node.target.text, default: []].append((node.mixin.text, file))
                    continue
                }
                guard let name = definition.name?.text else { continue }
                let entry = Entry(definition: definition, file: file)
                if definition.isPartial {
                    parts[name, default: []].append(entry)
                } else if definitions[name] == nil {
                    definitions[name] = entry
                    parts[name, default: []].append(entry)
                }
            }
        }
    }

    func parent(of name: String) -> String? {
        guard case .interface(let node) = definitions[name]?.definition else { return nil }
        return node.inheritance?.text
    }

    /// The interfaces that include a mixin.
    func targets(of mixin: String) -> [String] {
        mixins.filter { $0.value.contains { $0.name == mixin } }.keys.sorted()
    }

    /// Whether a name has a meaning, and everything that it is made of.
    func isKnown(_ name: String, _ seen: Set<String> = []) -> Bool {
        if seen.contains(name) || ExcerptTypes.predefined.contains(name) { return true }
        guard let definition = definitions[name]?.definition else { return false }
        switch definition {
        case .typedef(let node): return node.type.names.allSatisfy { isKnown($0, seen.union([name])) }
        case .callbackFunction(let node):
            let types = [node.returnType] + node.arguments.map(\.type)
            return types.flatMap(\.names).allSatisfy { isKnown($0, seen.union([name])) }
        case .interface, .callbackInterface, .dictionary, .enumeration: return true
        case .mixin, .namespace, .includes: return false
        }
    }
}

/// The names that IDL has without defining them.
enum ExcerptTypes {
    /// Of these the tool has definitions (Web IDL 2.13.34 to 2.13.38).
    static let predefined: Set<String> = [
        "ArrayBufferView", "BufferSource", "AllowSharedBufferSource", "Function", "VoidFunction", "WindowProxy",
    ]
}

extension TypeSyntax {
    /// The definitions that a type names.
    var names: [String] {
        switch kind {
        case .builtin: []
        case .named(let name): [name.text]
        case .sequence(let element), .asyncSequence(let element), .frozenArray(let element), .observableArray(let element),
            .promise(let element):
            element.names
        case .record(let key, let value): key.names + value.names
        case .union(let members): members.flatMap(\.names)
        }
    }
}

extension MemberSyntax {
    /// The name by which a member is asked for; of one without a name, the word that it begins with.
    var requestName: String {
        switch self {
        case .constant(let node): node.name.text
        case .attribute(let node): node.name.text
        case .operation(let node): node.name?.text ?? node.special?.rawValue ?? ""
        case .constructor: "constructor"
        case .iterable(let node): node.kind.rawValue
        }
    }

    /// The definitions that its types name.
    var names: [String] {
        switch self {
        case .constant(let node): node.type.names
        case .attribute(let node): node.type.names
        case .operation(let node): (node.returnType?.names ?? []) + node.arguments.flatMap(\.type.names)
        case .constructor(let node): node.arguments.flatMap(\.type.names)
        case .iterable(let node): (node.keyType?.names ?? []) + node.valueType.names + node.arguments.flatMap(\.type.names)
        }
    }

    var isConstructor: Bool {
        if case .constructor = self { return true }
        return false
    }

    /// `marginTop` for the attribute `margin-top`: declarations of CSS have both (CSSOM 6.6.1).
    var camelCased: String? {
        guard case .attribute(let node) = self, node.name.text.contains("-") else { return nil }
        let words = node.name.text.split(separator: "-")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// The attribute of its value that it sets ([PutForwards]), and the interface of that.
    var forwarded: (interface: String, attribute: String)? {
        guard case .attribute(let node) = self, case .named(let interface) = node.type.kind,
            case .identifier(let name)? = node.extendedAttributes.first(named: "PutForwards")?.value
        else { return nil }
        return (interface.text, name.text)
    }

    /// Whether another one of the same name would be one too many: all but operations and constructors can be there once.
    var isUnique: Bool {
        switch self {
        case .operation, .constructor: false
        case .constant, .attribute, .iterable: true
        }
    }
}

extension DefinitionSyntax {
    /// The members of what has members that can be chosen.
    var choosableMembers: [MemberSyntax]? {
        switch self {
        case .interface(let node): node.members
        case .mixin(let node): node.members
        case .namespace(let node): node.members
        case .callbackFunction, .callbackInterface, .dictionary, .enumeration, .typedef, .includes: nil
        }
    }
}
