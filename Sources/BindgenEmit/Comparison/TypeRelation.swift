package import BindgenABI

/// What became of the set of a type's values.
package enum TypeRelation: Sendable {
    case same, wider, narrower, different

    /// The relation of a type whose parts have these relations.
    package func and(_ other: TypeRelation) -> TypeRelation {
        if self == .same { return other }
        return other == .same || other == self ? self : .different
    }
}

/// How JavaScript has to do with the values of two types that are compared.
package struct TypeComparison: Sendable {
    /// Whether JavaScript gives the values, so that it matters what happens to those that do not fit.
    package var isGiven: Bool
    /// Whether TypeScript says `Iterable<T>` for a sequence, before and after.
    package var oldTakesIterables = false
    package var newTakesIterables = false
    /// Which interfaces inherit from which, as it is now.
    package var hierarchy: ClassHierarchy

    package init(isGiven: Bool, hierarchy: ClassHierarchy) {
        self.isGiven = isGiven
        self.hierarchy = hierarchy
    }

    /// What became of the values that JavaScript may give or has to expect.
    package func relation(_ before: Crossing, _ after: Crossing) -> TypeRelation {
        if let old = before.spelling.numbers, let new = after.spelling.numbers { return old.relation(to: new, isGiven: isGiven) }
        switch (before.nullable, after.nullable) {
        case (let old?, let new?): return old.absence == new.absence ? relation(old.wrapped, new.wrapped) : .different
        case (let old?, nil): return relation(old.wrapped, after).and(.narrower)
        case (nil, let new?): return relation(before, new.wrapped).and(.wider)
        case (nil, nil): return relation(of: before.spelling, after.spelling)
        }
    }

    private func relation<Family: Spelling>(of before: Family, _ after: any Spelling) -> TypeRelation {
        if let after = after as? Family { return before.relation(toSame: after, self) }
        return before.relation(toOther: after, self)
    }
}
