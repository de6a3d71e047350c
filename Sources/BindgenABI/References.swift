/// A reference that crosses with a value: somebody has to give it back.
package struct Reference: Equatable, Sendable {
    package enum Kind: String, Sendable {
        /// A Swift object.
        case object
        /// The box of a Swift closure.
        case closure
        /// The object whose storage a view shows.
        case view
        /// A place in the instance's table of JavaScript values.
        case handle
    }

    /// The members that lead to it, from the outermost; empty for the value itself. An element is `[]`.
    package var path: [String]
    package var kind: Kind
    /// How many there are of it in one value.
    package var count: Part.Count
    /// Whether it stands in memory where the value crosses flat: nobody can borrow it from there, so it comes with the value.
    package var isInMemory: Bool
    /// Where it stands in the stored form of a value without elements.
    package var offset = 0
    /// Where the flags stand that are 0 where there is none.
    package var flags: [Int] = []
}

extension Crossing {
    /// Every reference in a value, in the order of its parts.
    package var references: [Reference] {
        if let kind = form.reference { return [Reference(path: [], kind: kind, count: .one, isInMemory: false)] }
        return parts.flatMap { part in
            part.crossing.references.map { reference in
                let name = part.count == .any ? ["[]"] : part.name.isEmpty ? [] : [part.name]
                return Reference(
                    path: name + reference.path, kind: reference.kind, count: part.count.of(reference.count),
                    isInMemory: part.place != .slots || reference.isInMemory, offset: part.offset + reference.offset,
                    flags: (part.isFlagged ? [0] : []) + reference.flags.map { part.offset + $0 })
            }
        }
    }

    /// True where a member of the value has members of its own, which are written before the members behind it are read.
    package var convertsInSteps: Bool { parts.contains { $0.count == .one && $0.crossing.hasMembers } }

    private var hasMembers: Bool {
        parts.contains { part in
            switch part.count {
            case .one: true
            case .oneOrNone: part.crossing.hasMembers
            // Elements stand in a block of their own.
            case .any: false
            }
        }
    }

    /// True where the value has a reference of a kind anywhere.
    package func holds(_ kind: Reference.Kind) -> Bool {
        form.reference == kind || parts.contains { $0.crossing.holds(kind) }
    }
}

extension Part.Count {
    /// The number of things where each of this number of wholes has `inner`.
    func of(_ inner: Part.Count) -> Part.Count {
        switch (self, inner) {
        case (.any, _), (_, .any): .any
        case (.oneOrNone, _), (_, .oneOrNone): .oneOrNone
        case (.one, .one): .one
        }
    }
}
