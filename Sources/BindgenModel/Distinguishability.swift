/// What the rules on types must know of the definitions behind the names in a `ResolvedType`.
package protocol NamedTypeFacts {
    /// The interfaces from `name` up to the root, `name` first.
    func interfaceChain(of name: String) -> [String]
    /// `[LegacyTreatNonObjectAsNull]` on a callback function.
    func treatsNonObjectAsNull(callback name: String) -> Bool
}

/// Web IDL 2.5.8: two types are distinguishable if a JavaScript value always tells which one is meant.
package struct Distinguishability<Facts: NamedTypeFacts> {
    private let facts: Facts

    package init(_ facts: Facts) {
        self.facts = facts
    }

    /// The rows of the standard's table. The buffer types stand with the interfaces, "interface-like".
    private enum Category {
        case undefined, boolean, numeric, bigint, string, object, symbol, interfaceLike, callbackFunction, dictionaryLike,
            asyncSequence,
            sequenceLike
    }

    /// Whether the types are distinguishable as members of one union.
    package func areDistinguishable(_ first: ResolvedType, _ second: ResolvedType) -> Bool {
        if first.includesNullableType, second.includesNullableType || second.isOrHasDictionary { return false }
        if second.includesNullableType, first.isOrHasDictionary { return false }
        let first = first.innermost
        let second = second.innermost
        if case .union = first { return first.flattenedMembers.allSatisfy { areDistinguishable($0, second) } }
        if case .union = second { return second.flattenedMembers.allSatisfy { areDistinguishable(first, $0) } }
        guard let one = category(of: first), let other = category(of: second) else { return false }
        return tableSays(one, first, other, second)
    }

    private func tableSays(_ one: Category, _ first: ResolvedType, _ other: Category, _ second: ResolvedType) -> Bool {
        switch (one, other) {
        case (.interfaceLike, .interfaceLike): return noObjectImplementsBoth(first, second)
        case (.object, .interfaceLike), (.object, .callbackFunction), (.object, .dictionaryLike), (.object, .asyncSequence),
            (.object, .sequenceLike), (.interfaceLike, .object), (.callbackFunction, .object), (.dictionaryLike, .object),
            (.asyncSequence, .object), (.sequenceLike, .object):
            return false
        case (.undefined, .dictionaryLike), (.dictionaryLike, .undefined): return false
        case (.callbackFunction, .dictionaryLike): return !treatsNonObjectAsNull(first)
        case (.dictionaryLike, .callbackFunction): return !treatsNonObjectAsNull(second)
        case (.asyncSequence, .sequenceLike), (.sequenceLike, .asyncSequence): return false
        default: return one != other
        }
    }

    /// Note (a) of the table: two different interfaces, neither of which inherits the other. Buffer types differ from everything else.
    private func noObjectImplementsBoth(_ first: ResolvedType, _ second: ResolvedType) -> Bool {
        switch (first, second) {
        case (.interface(let one), .interface(let other)):
            return !facts.interfaceChain(of: one).contains(other) && !facts.interfaceChain(of: other).contains(one)
        case (.buffer(let one, _), .buffer(let other, _)): return one != other
        default: return true
        }
    }

    private func treatsNonObjectAsNull(_ type: ResolvedType) -> Bool {
        if case .callbackFunction(let name) = type { return facts.treatsNonObjectAsNull(callback: name) }
        return false
    }

    private func category(of type: ResolvedType) -> Category? {
        switch type {
        case .undefined: return .undefined
        case .boolean: return .boolean
        case .integer, .float: return .numeric
        case .bigint: return .bigint
        case .string, .enumeration: return .string
        case .object: return .object
        case .symbol: return .symbol
        case .interface, .buffer: return .interfaceLike
        case .callbackFunction: return .callbackFunction
        case .dictionary, .record, .callbackInterface: return .dictionaryLike
        case .asyncSequence: return .asyncSequence
        case .sequence, .frozenArray: return .sequenceLike
        case .any, .promise, .observableArray, .nullable, .union, .typedef: return nil
        }
    }
}

extension ResolvedType {
    /// The type without its `?`.
    package var innermost: ResolvedType {
        var type = self
        while case .nullable(let inner) = type { type = inner }
        return type
    }

    /// Web IDL 2.13.32: the members of the union and of the unions inside it, without their `?`.
    package var flattenedMembers: [ResolvedType] {
        guard case .union(let members, _) = innermost else { return [self] }
        return members.flatMap { member in
            let inner = member.innermost
            if case .union = inner { return inner.flattenedMembers }
            return [inner]
        }
    }

    /// Web IDL 2.13.32: how many nullable types stand among the members of a union, at any depth.
    package var nullableMemberCount: Int {
        guard case .union(let members, _) = self else { return 0 }
        return members.reduce(0) { count, member in
            if case .nullable(let inner) = member { return count + 1 + inner.nullableMemberCount }
            return count + member.nullableMemberCount
        }
    }

    /// Web IDL 2.13.31: a nullable type, or a union with exactly one nullable member.
    package var includesNullableType: Bool {
        if case .nullable = self { return true }
        return nullableMemberCount == 1
    }

    /// A dictionary, or a union with one among its members; nullable or not.
    package var isOrHasDictionary: Bool {
        flattenedMembers.contains { member in
            if case .dictionary = member.innermost { return true }
            return false
        }
    }

    package var hasUndefinedMember: Bool {
        flattenedMembers.contains { $0.innermost == .undefined }
    }
}
