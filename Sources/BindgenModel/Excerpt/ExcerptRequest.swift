/// What somebody wants of a set of IDL files.
package struct ExcerptRequest: Sendable {
    /// A definition, or one of its members: `Document`, `Document.createElement`.
    package struct Item: Hashable, Sendable {
        package var definition: String
        package var member: String?

        /// Nil for what is no name, or has more than one point.
        package init?(_ text: some StringProtocol) {
            let words = text.split(separator: ".", omittingEmptySubsequences: false)
            guard words.count <= 2, words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isNameByte) }) else { return nil }
            definition = String(words[0])
            member = words.count == 2 ? String(words[1]) : nil
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }

        package var text: String { member.map { "\(definition).\($0)" } ?? definition }
    }

    /// Nil for all interfaces and namespaces of the standards.
    package var items: [Item]?
    /// What is left out, although it belongs to what is wanted.
    package var without: Set<Item>
    /// The files whose members are taken, by their names without the ending; nil for all. Of others come the types alone.
    package var standards: [String]?

    /// The members that get [Throws]: no IDL says which do.
    package var throwing: Set<Item>

    package init(items: [Item]?, without: Set<Item> = [], standards: [String]? = nil, throwing: Set<Item> = []) {
        (self.items, self.without, self.standards, self.throwing) = (items, without, standards, throwing)
    }
}

/// How much of an interface, a mixin or a namespace is wanted.
enum ExcerptExtent: Equatable {
    /// The name: values of it can be passed on.
    case opaque
    case members(Set<String>)
    case whole

    func contains(_ member: String) -> Bool {
        switch self {
        case .opaque: false
        case .members(let names): names.contains(member)
        case .whole: true
        }
    }

    func union(_ other: ExcerptExtent) -> ExcerptExtent {
        switch (self, other) {
        case (.whole, _), (_, .whole): .whole
        case (.opaque, let extent), (let extent, .opaque): extent
        case (.members(let first), .members(let second)): .members(first.union(second))
        }
    }
}
