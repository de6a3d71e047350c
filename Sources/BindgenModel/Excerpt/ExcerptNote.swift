import BindgenIDL

/// What a set of files says of a standard: its title and its address.
struct ExcerptSource {
    let title: String
    /// Nil where the set does not tell it.
    let address: String?

    /// Sets that are made from the standards have a line such as `// Source: DOM Standard (https://dom.spec.whatwg.org/)`.
    init(_ file: SourceFile) {
        let word = "Source: "
        for number in 1...20 {
            let line = file.line(number)
            guard line.hasPrefix("//") || line.hasPrefix(" *"), let start = line.firstRange(of: word)?.upperBound else {
                continue
            }
            let source = line[start...]
            // The title may have parentheses of its own.
            guard source.last == ")", let open = source.lastIndex(of: "(") else {
                (title, address) = (String(source), nil)
                return
            }
            title = source[..<open].split(separator: " ").joined(separator: " ")
            address = String(source[source.index(after: open)...].dropLast())
            return
        }
        (title, address) = (file.standardName, nil)
    }

    var text: String { address.map { "\(title), \($0)" } ?? title }

    /// How a standard names the places where it defines members.
    private enum Places {
        /// `#dom-node-appendchild`, as most do.
        case members
        /// `#htmlcanvaselement`: those of members have names that do not follow from the IDL.
        case interfaces
        /// By numbers or chapters.
        case others
    }

    private static let places: [(address: String, Places)] = [
        ("https://html.spec.whatwg.org/", .interfaces), ("https://streams.spec.whatwg.org/", .interfaces),
        ("https://w3c.github.io/FileAPI/", .others), ("https://w3c.github.io/webcrypto/", .others),
        ("https://registry.khronos.org/webgl/", .others), ("https://svgwg.org/", .others),
    ]

    /// The section of a member, as a link; nil where the address of the standard is not known.
    func section(of owner: String, _ member: String?) -> String? {
        guard let address else { return nil }
        var fragment = ""
        switch (Self.places.first { address.hasPrefix($0.address) }?.1 ?? .members, member) {
        case (.members, let member?): fragment = "#dom-\(owner)-\(member == "constructor" ? owner : member)".lowercased()
        case (.interfaces, _), (.members, nil): fragment = "#\(owner.lowercased())"
        case (.others, _): break
        }
        return "[\(title)](\(address)\(fragment))."
    }
}

/// The documentation that a member gets: where its standard defines it, whether it throws, and where it is there.
extension Excerpt {
    func note(
        on member: MemberSyntax, of owner: String, in part: DefinitionSyntax, _ source: ExcerptSource, throws: Bool
    ) -> String {
        let nodes = [member.node, part.node] + (index.definitions[owner].map { [$0.definition.node] } ?? [])
        let lists = nodes.map(\.extendedAttributes)
        var words: [String] = []
        if let section = source.section(of: owner, member.name) { words.append(section) }
        if `throws` { words.append("Throws.") }
        if lists.contains(where: { $0.first(named: "SecureContext") != nil }) { words.append("In secure contexts.") }
        if let exposed = lists.lazy.compactMap({ $0.first(named: "Exposed") }).first {
            words += Self.text(of: [exposed])
        } else if case .mixin = part {
            let targets = index.targets(of: owner).compactMap { index.definitions[$0]?.definition.node.extendedAttributes }
            words += Self.text(of: targets.compactMap { $0.first(named: "Exposed") })
        }
        return Self.comment(words)
    }

    func note(on member: DictionaryMemberSyntax, of owner: String, _ source: ExcerptSource) -> String {
        Self.comment(source.section(of: owner, member.name.text).map { [$0] } ?? [])
    }

    private static func comment(_ words: [String]) -> String {
        words.isEmpty ? "" : "/// \(words.joined(separator: " "))\n"
    }

    /// Nothing for the window, which is where most of the platform is.
    private static func text(of exposed: [ExtendedAttributeSyntax]) -> [String] {
        var names: [String] = []
        for attribute in exposed {
            if case .wildcard = attribute.value { return ["Exposed everywhere."] }
            for name in attribute.identifiers.map(\.text) where !names.contains(name) { names.append(name) }
        }
        return names.isEmpty || names == ["Window"] ? [] : ["Exposed to \(names.joined(separator: ", "))."]
    }
}

extension MemberSyntax {
    /// Its name in the IDL; nil where it has none.
    fileprivate var name: String? {
        switch self {
        case .constant(let node): node.name.text
        case .attribute(let node): node.name.text
        case .operation(let node): node.name?.text
        case .constructor: "constructor"
        case .iterable: nil
        }
    }
}
