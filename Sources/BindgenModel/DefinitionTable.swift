import BindgenIDL

/// The definitions of a set of files by name: each with its partials, and what names nothing or names it twice.
struct DefinitionTable {
    final class Entry {
        let name: NameSyntax
        let kind: DefinitionKind
        let definition: DefinitionSyntax
        /// The interface or dictionary that it inherits from.
        let parent: NameSyntax?
        fileprivate(set) var partials: [DefinitionSyntax] = []
        /// From `PredefinedDefinitions`, not from the user's files.
        fileprivate(set) var isPredefined = false

        fileprivate init(name: NameSyntax, kind: DefinitionKind, definition: DefinitionSyntax) {
            self.name = name
            self.kind = kind
            self.definition = definition
            switch definition {
            case .interface(let node): parent = node.inheritance
            case .dictionary(let node): parent = node.inheritance
            default: parent = nil
            }
        }
    }

    /// In the order of the files, the predefined ones last.
    private(set) var entries: [Entry] = []
    private(set) var indices: [String: Int] = [:]
    /// A second definition of a name and the entry that has it.
    private(set) var duplicates: [(definition: DefinitionSyntax, first: Int)] = []
    /// Partials of a name that is not defined, or not as that kind.
    private(set) var orphans: [DefinitionSyntax] = []
    private(set) var includes: [IncludesSyntax] = []
    /// The names of definitions that the parser could not read.
    private(set) var unreadNames: Set<String> = []

    init(_ files: [FileSyntax], predefined: FileSyntax) {
        var partials: [DefinitionSyntax] = []
        var forward: [DefinitionSyntax] = []
        for file in files {
            unreadNames.formUnion(file.unreadNames)
            for definition in file.definitions {
                if case .includes(let node) = definition {
                    includes.append(node)
                } else if definition.isPartial {
                    partials.append(definition)
                } else if case .interface(let node) = definition, !node.hasBody {
                    forward.append(definition)
                } else {
                    add(definition)
                }
            }
        }
        for definition in predefined.definitions {
            guard let name = definition.name, indices[name.text] == nil else { continue }
            add(definition)
            entries[entries.count - 1].isPredefined = true
        }
        // A name without a body stands for what another file defines; where none does, it is a definition, told where it was read.
        for definition in forward where indices[definition.name?.text ?? ""] == nil { add(definition) }
        for partial in partials {
            guard let name = partial.name, let index = indices[name.text], entries[index].kind == partial.kind else {
                orphans.append(partial)
                continue
            }
            entries[index].partials.append(partial)
        }
    }

    private mutating func add(_ definition: DefinitionSyntax) {
        guard let name = definition.name, let kind = definition.kind else { return }
        if let first = indices[name.text] {
            duplicates.append((definition, first))
            return
        }
        indices[name.text] = entries.count
        entries.append(Entry(name: name, kind: kind, definition: definition))
    }

    subscript(name: String) -> Entry? {
        indices[name].map { entries[$0] }
    }

    func kind(of name: String) -> DefinitionKind? {
        indices[name].map { entries[$0].kind }
    }

    /// The interface or dictionary that `name` inherits from, if the name says one that exists.
    func parent(of name: String) -> NameSyntax? {
        self[name]?.parent
    }

    /// More levels of inheritance are refused by InheritanceDepth; the deepest interface of the web platform has 7.
    static let greatestDepth = 64

    /// `name` and what it inherits from, up to the root; ends before a name comes twice.
    func chain(of name: String) -> [String] {
        guard var next = parent(of: name)?.text else { return [name] }
        var result = [name]
        var visited: Set<String> = [name]
        while result.count < Self.greatestDepth, indices[next] != nil, visited.insert(next).inserted {
            result.append(next)
            guard let parent = parent(of: next)?.text else { break }
            next = parent
        }
        return result
    }
}

extension DefinitionTable: NamedTypeFacts {
    func interfaceChain(of name: String) -> [String] {
        chain(of: name)
    }

    func treatsNonObjectAsNull(callback name: String) -> Bool {
        guard let entry = self[name] else { return false }
        return entry.definition.node.extendedAttributes.first(named: "LegacyTreatNonObjectAsNull") != nil
    }
}
