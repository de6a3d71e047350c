extension ResolvedType {
    /// The type and every type inside it, outermost first; the first for which `isWanted` holds.
    func first(where isWanted: (ResolvedType) -> Bool) -> ResolvedType? {
        if isWanted(self) { return self }
        switch self {
        case .nullable(let inner), .sequence(let inner), .asyncSequence(let inner), .frozenArray(let inner),
            .observableArray(let inner),
            .promise(let inner), .record(_, let inner):
            return inner.first(where: isWanted)
        case .union(let members, _):
            for member in members {
                if let found = member.first(where: isWanted) { return found }
            }
            return nil
        default: return nil
        }
    }

    /// The type where the typedefs that stay names in it, if they are known, are what they stand for. A union keeps its own.
    func replacingTypedefs(_ known: (String) -> ResolvedType?) -> ResolvedType {
        switch self {
        case .typedef(let name): known(name) ?? self
        case .nullable(let inner): .nullable(inner.replacingTypedefs(known))
        case .sequence(let inner): .sequence(inner.replacingTypedefs(known))
        case .frozenArray(let inner): .frozenArray(inner.replacingTypedefs(known))
        case .observableArray(let inner): .observableArray(inner.replacingTypedefs(known))
        case .asyncSequence(let inner): .asyncSequence(inner.replacingTypedefs(known))
        case .promise(let inner): .promise(inner.replacingTypedefs(known))
        case .record(let key, let value): .record(key: key, value: value.replacingTypedefs(known))
        default: self
        }
    }

    /// The dictionaries that stand anywhere in the type.
    package var dictionaries: [String] {
        var names: [String] = []
        _ = first { inner in
            if case .dictionary(let name) = inner { names.append(name) }
            return false
        }
        return names
    }

    /// As `first(where:)`, among the type itself and its union members, without what is inside sequences and the like.
    func firstFlattened(where isWanted: (ResolvedType) -> Bool) -> ResolvedType? {
        flattenedMembers.map(\.innermost).first(where: isWanted)
    }

    var isPromise: Bool {
        if case .promise = self { return true }
        return false
    }

    var isObservableArray: Bool {
        if case .observableArray = self { return true }
        return false
    }

    var isAsyncSequence: Bool {
        if case .asyncSequence = self { return true }
        return false
    }

    var isFrozenArray: Bool {
        if case .frozenArray = self { return true }
        return false
    }
}
