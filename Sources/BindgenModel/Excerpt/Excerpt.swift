package import BindgenIDL

/// A part of a set of IDL files: the definitions and members that somebody asks for, and what these are made of.
///
/// What comes along of an interface that only a type names is its name and those of its ancestors, so that its values can be passed on.
/// Dictionaries, enums, callbacks and typedefs come whole, for values of them cross. So the excerpt is closed and stays small: all that
/// `Document` is made of is half of the platform.
package struct Excerpt {
    /// What is wrong with the request: nothing is made then.
    package private(set) var faults: [String] = []
    /// What was left out of what was asked for, and why: a note each.
    package private(set) var leftOut: [Diagnostic] = []
    let index: DefinitionIndex
    let request: ExcerptRequest
    /// How much there is of each interface, mixin and namespace.
    private(set) var extents: [String: ExcerptExtent] = [:]
    /// The definitions that come whole.
    private(set) var values: Set<String> = []
    /// The mixins of each interface that it has members of.
    private(set) var included: [String: Set<String>] = [:]
    private let isListed: [Bool]
    private var pending: [String] = []
    private var told: Set<Place> = []
    /// The members of each name that came first.
    private var first: [String: Place] = [:]

    private struct Place: Hashable {
        var file: Int
        var offset: Int
    }

    /// - Parameter trees: the set; the drafts in it stand behind what they repeat.
    package init(_ trees: [FileSyntax], _ request: ExcerptRequest) {
        index = DefinitionIndex(trees)
        self.request = request
        let stems = trees.map { $0.file.standardName }
        isListed = stems.map { request.standards?.contains($0) ?? true }
        for name in request.standards ?? [] where !stems.contains(name) {
            let near = NearestName.find(name, in: stems)
            faults.append("there is no file `\(name).idl` in the set" + (near.map { "; did you mean `\($0)`?" } ?? ""))
        }
        for item in request.items ?? allListed { ask(for: item) }
        for item in request.throwing.sorted(by: { $0.text < $1.text }) { checkThrowing(item) }
        if !faults.isEmpty { return }
        while let name = pending.popLast() { follow(name) }
    }

    /// The interfaces and namespaces that the listed files define or add to.
    private var allListed: [ExcerptRequest.Item] {
        var names: [String] = []
        var seen: Set<String> = []
        for (file, tree) in index.trees.enumerated() where isListed[file] {
            for definition in tree.definitions {
                let name: String
                switch definition {
                case .interface(let node): name = node.name.text
                case .namespace(let node): name = node.name.text
                case .includes(let node): name = node.target.text
                case .mixin, .callbackFunction, .callbackInterface, .dictionary, .enumeration, .typedef: continue
                }
                guard index.definitions[name] != nil, seen.insert(name).inserted else { continue }
                names.append(name)
            }
        }
        return names.compactMap { ExcerptRequest.Item($0) }.filter { !request.without.contains($0) }
    }

    // MARK: - What is asked for

    private mutating func ask(for item: ExcerptRequest.Item) {
        let name = item.definition
        guard let definition = index.definitions[name]?.definition else {
            let near = NearestName.find(name, in: index.definitions.keys.sorted())
            faults.append("`\(name)` is not defined in the set" + (near.map { "; did you mean `\($0)`?" } ?? ""))
            return
        }
        if case .mixin = definition {
            let targets = index.targets(of: name).prefix(3).map { "`\($0)`" }.joined(separator: ", ")
            faults.append(
                "`\(name)` is a mixin; ask for an interface that includes it" + (targets.isEmpty ? "" : ", such as \(targets)"))
            return
        }
        guard definition.choosableMembers != nil else {
            if let member = item.member {
                faults.append("`\(name)` comes whole, since values of it cross; ask for `\(name)` instead of `\(name).\(member)`")
            } else {
                need(name)
            }
            return
        }
        guard let member = item.member else { return want(name, .whole) }
        guard let owner = owner(of: member, in: name) else {
            let names = lineage(name).flatMap(\.members)
            let near = NearestName.find(member, in: names)
            faults.append("`\(name)` has no member `\(member)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
            return
        }
        want(name, .opaque)
        want(owner, .members([member]))
    }

    private mutating func checkThrowing(_ item: ExcerptRequest.Item) {
        let members = (index.parts[item.definition] ?? []).flatMap { $0.definition.choosableMembers ?? [] }
        guard !members.contains(where: { $0.requestName == item.member }) else { return }
        let mixins = index.mixins[item.definition]?.map(\.name) ?? []
        let owner = mixins.first { mixin in
            index.parts[mixin]?.contains { $0.definition.choosableMembers?.contains { $0.requestName == item.member } == true }
                == true
        }
        faults.append(
            "`\(item.text)` is no member that could throw"
                + (owner.map { "; its mixin has it: write `\($0).\(item.member ?? "")`" } ?? "; write `Document.createElement`"))
    }

    /// The interface of a lineage, or the interface itself, that has a member by its own parts or by a mixin.
    private func owner(of member: String, in name: String) -> String? {
        lineage(name).first { $0.members.contains(member) }?.name
    }

    /// An interface and its ancestors, each with the names of its members.
    private func lineage(_ name: String) -> [(name: String, members: [String])] {
        var list: [(name: String, members: [String])] = []
        var next: String? = name
        while let name = next, !list.contains(where: { $0.name == name }) {
            let mixins = (index.mixins[name] ?? []).filter { isListed[$0.file] }.map(\.name)
            list.append((name, ([name] + mixins).flatMap { ownMembers(of: $0).map { $0.member.requestName } }))
            next = index.parent(of: name)
        }
        return list
    }

    // MARK: - What that is made of

    private mutating func want(_ name: String, _ extent: ExcerptExtent) {
        let known = extents[name]
        let wanted = known?.union(extent) ?? extent
        if wanted == known { return }
        extents[name] = wanted
        pending.append(name)
    }

    /// A definition that a type names.
    private mutating func need(_ name: String) {
        guard let definition = index.definitions[name]?.definition else { return }
        switch definition {
        case .interface: want(name, .opaque)
        case .callbackFunction, .callbackInterface, .dictionary, .enumeration, .typedef:
            if values.insert(name).inserted { pending.append(name) }
        case .mixin, .namespace, .includes: break
        }
    }

    private mutating func follow(_ name: String) {
        if let extent = extents[name] { followContainer(name, extent) }
        if values.contains(name) { followValue(name) }
    }

    private mutating func followContainer(_ name: String, _ extent: ExcerptExtent) {
        if let parent = index.parent(of: name) { want(parent, extent == .whole ? .whole : .opaque) }
        for (member, file) in ownMembers(of: name) where extent.contains(member.requestName) && keeps(member, of: name, in: file)
        {
            member.names.forEach { need($0) }
            if let (interface, attribute) = member.forwarded, let owner = owner(of: attribute, in: interface) {
                want(owner, .members([attribute]))
            }
        }
        for (mixin, file) in index.mixins[name] ?? [] where isListed[file] {
            let names = ownMembers(of: mixin).map { $0.member.requestName }.filter { extent.contains($0) }
            if names.isEmpty { continue }
            included[name, default: []].insert(mixin)
            want(mixin, extent == .whole ? .whole : .members(Set(names)))
        }
    }

    private mutating func followValue(_ name: String) {
        for part in index.parts[name] ?? [] where part.definition.isPartial ? isListed[part.file] : true {
            switch part.definition {
            case .dictionary(let node):
                if let parent = node.inheritance { need(parent.text) }
                for member in node.members where keeps(member, of: name, in: part.file) {
                    member.type.names.forEach { need($0) }
                }
            case .callbackFunction(let node):
                (node.returnType.names + node.arguments.flatMap(\.type.names)).forEach { need($0) }
            case .callbackInterface(let node): node.members.flatMap(\.names).forEach { need($0) }
            case .typedef(let node): node.type.names.forEach { need($0) }
            case .enumeration, .interface, .mixin, .namespace, .includes: break
            }
        }
    }

    /// The members of a definition and of its partial ones, in the files whose members are taken.
    private func ownMembers(of name: String) -> [(member: MemberSyntax, file: Int)] {
        (index.parts[name] ?? []).filter { isListed[$0.file] }.flatMap { part in
            (part.definition.choosableMembers ?? []).map { ($0, part.file) }
        }
    }

    // MARK: - What is left out

    /// Whether a member is a part of the excerpt once its owner has it.
    mutating func keeps(_ member: MemberSyntax, of owner: String, in file: Int) -> Bool {
        guard isListed[file], !request.without.contains(where: { $0.definition == owner && $0.member == member.requestName })
        else {
            return false
        }
        // The constructor of an element makes what custom elements are: nobody else can call it (HTML 3.2.3, [HTMLConstructor]).
        if member.node.extendedAttributes.first(named: "HTMLConstructor") != nil { return false }
        let key = "\(owner).\(member.isUnique ? member.requestName : member.node.range.text)"
        let isSecond = !isFirst(key, member.node, in: file) || member.isUnique && hasMixin(of: owner, with: member.requestName)
        if isSecond {
            tell(
                member.node, "duplicate-member", "another file of the set has it already", "interface \(owner)",
                member.requestName)
            return false
        }
        if let other = member.camelCased, ownMembers(of: owner).contains(where: { $0.member.requestName == other }) {
            tell(member.node, "same-property", "`\(other)` is the same property", "interface \(owner)", member.requestName)
            return false
        }
        return isUsable(member.names, member.node, "interface \(owner)", member.requestName)
    }

    /// Whether a member of a dictionary is a part of the excerpt once that is.
    mutating func keeps(_ member: DictionaryMemberSyntax, of owner: String, in file: Int) -> Bool {
        if request.without.contains(where: { $0.definition == owner && $0.member == member.name.text }) { return false }
        guard isFirst("\(owner).\(member.name.text)", member, in: file) else {
            tell(
                member, "duplicate-dictionary-member", "another file of the set has it already", "dictionary \(owner)",
                member.name.text)
            return false
        }
        return isUsable(member.type.names, member, "dictionary \(owner)", member.name.text)
    }

    private mutating func isFirst(_ key: String, _ node: any SyntaxNode, in file: Int) -> Bool {
        let place = Place(file: file, offset: node.range.offsets.lowerBound)
        let known = first[key, default: place]
        first[key] = known
        return known == place
    }

    /// Whether a mixin of an interface has a member, so that the interface cannot have it as well.
    private func hasMixin(of interface: String, with member: String) -> Bool {
        (index.mixins[interface] ?? []).contains { mixin in
            isListed[mixin.file] && ownMembers(of: mixin.name).contains { $0.member.requestName == member }
        }
    }

    /// Whether the members of a file are taken.
    func isTaken(_ file: Int) -> Bool { isListed[file] }

    /// Whether all names of a member have a meaning.
    mutating func isUsable(_ names: [String], _ node: any SyntaxNode, _ owner: String, _ member: String) -> Bool {
        guard let unknown = names.first(where: { !index.isKnown($0) }) else { return true }
        tell(node, "unknown-name", "`\(unknown)` is not defined in the set, or something that it is made of", owner, member)
        return false
    }

    private mutating func tell(_ node: any SyntaxNode, _ rule: String, _ reason: String, _ owner: String, _ member: String) {
        let file = index.trees.firstIndex { $0.file === node.range.file } ?? 0
        let place = Place(file: file, offset: node.range.offsets.lowerBound)
        guard told.insert(place).inserted else { return }
        leftOut.append(Diagnostic(.note, rule: rule, reason, at: node.range, breadcrumb: [owner, member]))
    }
}

extension SourceFile {
    /// The name of a file without its ending, by which a set of files calls a standard: `dom` for `wpt/idl/dom.idl`.
    package var standardName: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.split(separator: ".").dropLast().joined(separator: "."))
    }
}

extension SourceRange {
    fileprivate var text: String { file.text(in: offsets) }
}
