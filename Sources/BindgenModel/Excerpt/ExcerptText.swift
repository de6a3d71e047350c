import BindgenIDL

extension Excerpt {
    /// What comes from one file of the set.
    package struct Section {
        /// The name of the file, without its ending.
        package var name: String
        package var text: String
    }

    /// The excerpt as IDL whose interfaces JavaScript implements, with a section for each standard; nil where the request has a fault.
    ///
    /// Names and signatures are those of the set, and a line of documentation says where the standard has a member. Comments and layout are not
    /// taken over, nor are attributes that tell nothing to callers.
    package mutating func sections() -> [Section]? {
        guard faults.isEmpty else { return nil }
        var sections: [Section] = []
        for (file, tree) in index.trees.enumerated() {
            let definitions = tree.definitions.compactMap { write($0, in: file) }
            if definitions.isEmpty { continue }
            // The formatter knows IDL alone, so the heading is put before what it made.
            let body = definitions.joined(separator: "\n")
            let formatted = format(SourceFile(path: tree.file.path, text: body)) ?? body
            let text = "// \(ExcerptSource(tree.file).text)\n\n" + formatted
            sections.append(Section(name: tree.file.standardName, text: text))
        }
        return sections
    }

    /// How many interfaces and namespaces come with members, how many as a name alone, and how many definitions of values come along.
    package var counts: (containers: Int, names: Int, values: Int) {
        let kinds = extents.filter { name, _ in
            if case .mixin = index.definitions[name]?.definition { return false }
            return true
        }
        let names = kinds.filter { $0.value == .opaque && included[$0.key] == nil }.count
        return (kinds.count - names, names, values.count)
    }

    private mutating func write(_ definition: DefinitionSyntax, in file: Int) -> String? {
        switch definition {
        case .includes(let node):
            guard included[node.target.text]?.contains(node.mixin.text) == true else { return nil }
            return ExcerptTokens(index.trees[file]).text(of: node.range)
        case .interface(let node):
            return write(definition, node.name, node.members, parent: node.inheritance?.text, "interface", in: file)
        case .mixin(let node): return write(definition, node.name, node.members, "interface mixin", in: file)
        case .namespace(let node): return write(definition, node.name, node.members, "namespace", in: file)
        case .dictionary(let node): return write(node, in: file)
        case .callbackFunction(let node) where node.isEventHandler && values.contains(node.name.text):
            // A closure of Swift's returns nothing: what `return false` says, `preventDefault()` does (HTML 8.1.8.1).
            if !isTheDefinition(definition, of: node.name.text) { return nil }
            let tokens = ExcerptTokens(index.trees[file])
            return "callback \(node.name.text) = undefined \(tokens.text(of: node.argumentsRange));"
        case .callbackInterface(let node) where values.contains(node.name.text):
            if !isTheDefinition(definition, of: node.name.text) { return nil }
            let tokens = ExcerptTokens(index.trees[file])
            let lines = node.members.map { line(of: $0, of: node.name.text, in: definition, tokens) }
            return "callback interface \(node.name.text) {\n" + lines.map { $0 + "\n" }.joined() + "};"
        case .callbackFunction, .callbackInterface, .enumeration, .typedef:
            guard let name = definition.name?.text, values.contains(name), isTheDefinition(definition, of: name) else {
                return nil
            }
            return ExcerptTokens(index.trees[file]).text(of: definition.node)
        }
    }

    /// Whether it is the one that counts, where two drafts define one name.
    private func isTheDefinition(_ definition: DefinitionSyntax, of name: String) -> Bool {
        guard let known = index.definitions[name]?.definition.node.range else { return false }
        return known.file === definition.node.range.file && known.offsets == definition.node.range.offsets
    }

    private mutating func write(
        _ definition: DefinitionSyntax, _ name: NameSyntax, _ members: [MemberSyntax], parent: String? = nil, _ keyword: String,
        in file: Int
    ) -> String? {
        guard let extent = extents[name.text] else { return nil }
        if !definition.isPartial, !isTheDefinition(definition, of: name.text) { return nil }
        let tokens = ExcerptTokens(index.trees[file])
        var kept = members.filter { extent.contains($0.requestName) && keeps($0, of: name.text, in: file) }
        if definition.isPartial { kept.removeAll(where: \.isConstructor) }
        let isMixin = keyword == "interface mixin"
        if kept.isEmpty, definition.isPartial || isMixin { return nil }
        var attributes = tokens.attributes(of: definition.node.extendedAttributes)
        if !isMixin, !definition.isPartial { attributes.insert("Import", at: 0) }
        let head =
            (attributes.isEmpty ? "" : "[\(attributes.joined(separator: ", "))]\n") + (definition.isPartial ? "partial " : "")
            + "\(keyword) \(tokens.text(of: name.range))" + (parent.map { " : \($0)" } ?? "")
        var lines = kept.map { line(of: $0, of: name.text, in: definition, tokens) }
        if !definition.isPartial, extent.contains("constructor") { lines += partialConstructors(of: name.text) }
        return head + " {\n" + lines.map { $0 + "\n" }.joined() + "};"
    }

    /// The constructors that drafts have in partial interfaces, where the grammar knows none.
    private mutating func partialConstructors(of name: String) -> [String] {
        var lines: [String] = []
        for part in index.parts[name] ?? [] where part.definition.isPartial {
            let tokens = ExcerptTokens(index.trees[part.file])
            for member in part.definition.choosableMembers ?? []
            where member.isConstructor && keeps(member, of: name, in: part.file) {
                lines.append(line(of: member, of: name, in: part.definition, tokens))
            }
        }
        return lines
    }

    private func line(of member: MemberSyntax, of owner: String, in part: DefinitionSyntax, _ tokens: ExcerptTokens) -> String {
        let throwing = request.throwing.contains { $0.definition == owner && $0.member == member.requestName }
        let note = note(on: member, of: owner, in: part, tokens.source, throws: throwing)
        return note + tokens.text(of: member.node, adding: throwing ? ["Throws"] : [])
    }

    private mutating func write(_ node: DictionarySyntax, in file: Int) -> String? {
        let name = node.name.text
        guard values.contains(name) else { return nil }
        if !node.isPartial, !isTheDefinition(.dictionary(node), of: name) { return nil }
        if node.isPartial, !isTaken(file) { return nil }
        let tokens = ExcerptTokens(index.trees[file])
        let kept = node.members.filter { keeps($0, of: name, in: file) }
        if kept.isEmpty, node.isPartial { return nil }
        let lines = kept.map { note(on: $0, of: name, tokens.source) + tokens.text(of: $0) }
        let head = (node.isPartial ? "partial " : "") + "dictionary \(name)" + (node.inheritance.map { " : \($0.text)" } ?? "")
        return head + " {\n" + lines.map { $0 + "\n" }.joined() + "};"
    }
}

extension CallbackFunctionSyntax {
    /// Whether it is what the attributes for events have (HTML 8.1.8.1): called with the event alone, for an answer of any type.
    fileprivate var isEventHandler: Bool {
        guard extendedAttributes.first(named: "LegacyTreatNonObjectAsNull") != nil, arguments.count == 1,
            case .builtin(.any) = returnType.kind
        else { return false }
        return true
    }
}

/// The tokens of a file, as text on one line.
private struct ExcerptTokens {
    let tree: FileSyntax
    let source: ExcerptSource

    init(_ tree: FileSyntax) { (self.tree, source) = (tree, ExcerptSource(tree.file)) }

    /// What engines do, or where: a caller is told by the standard, and a generator needs nothing of it.
    private static let dropped: Set<String> = [
        "CEReactions", "CrossOriginIsolated", "Default", "Exposed", "Global", "HTMLConstructor", "Import", "LegacyLenientSetter",
        "LegacyLenientThis", "LegacyOverrideBuiltIns", "LegacyUnenumerableNamedProperties", "LegacyUnforgeable",
        "LegacyWindowAlias",
        "NewObject", "Replaceable", "SameObject", "SecureContext", "Serializable", "Transferable", "Unscopable",
    ]

    func attributes(of list: ExtendedAttributeListSyntax) -> [String] {
        list.filter { !Self.dropped.contains($0.canonicalName) }.map { text(of: $0.range) }
    }

    /// A member or a definition, without the attributes that nobody needs.
    func text(of node: any DocumentedSyntax, adding added: [String] = []) -> String {
        let kept = added + attributes(of: node.extendedAttributes)
        if let member = node as? DictionaryMemberSyntax, let value = member.defaultValue, value.kind == .null,
            !member.type.isNullable,
            case .builtin(let type) = member.type.kind, type != .any
        {
            // `null` for what cannot be null (Web IDL 2.7): the member is then not there.
            return "\(text(of: member.type.range)) \(text(of: member.name.range));"
        }
        let start = node.extendedAttributes.range?.offsets.upperBound ?? node.range.offsets.lowerBound
        let rest = SourceRange(file: node.range.file, offsets: start..<node.range.offsets.upperBound)
        return (kept.isEmpty ? "" : "[\(kept.joined(separator: ", "))] ") + text(of: rest)
    }

    func text(of range: SourceRange) -> String {
        var low = 0
        var high = tree.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tree.tokens[middle].start) < range.offsets.lowerBound { low = middle + 1 } else { high = middle }
        }
        var words: [String] = []
        while low < tree.tokens.count, Int(tree.tokens[low].end) <= range.offsets.upperBound, tree.tokens[low].kind != .endOfFile
        {
            words.append(tree.file.text(in: tree.tokens[low].offsets))
            low += 1
        }
        return words.joined(separator: " ")
    }
}
