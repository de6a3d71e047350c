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
                    isInMemory: part.place != .slots || reference.isInMemory)
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
