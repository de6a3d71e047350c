import BindgenABI
import BindgenEmit
import BindgenModel

/// The types of one place in both states.
struct TypePair {
    var old: Crossing
    var new: Crossing
    var isParameter = false
    /// Whether TypeScript says by `?` that the value may be missing, in one of the states.
    var isOptional = false
    /// Whether TypeScript says `Iterable<T>` for a sequence.
    var oldTakesIterables = false
    var newTakesIterables = false

    init(_ old: Crossing, _ new: Crossing) {
        self.old = old
        self.new = new
    }
}

extension Comparison {
    /// - Parameters:
    ///   - roles: whether the side gives the values, takes them, or both.
    ///   - isExact: whether the place is one of a member that the side implements: Swift must have the very type there.
    mutating func compareType(
        _ pair: TypePair, _ roles: Set<Role>, isExact: Bool = false, _ what: String, _ subject: String, _ oldPath: [String],
        _ newPath: [String]
    ) {
        let relation = side == .swift ? swiftRelation(pair, isExact: isExact) : typeScriptRelation(pair, roles)
        let rule: DiffRule
        switch relation {
        case .same: return
        case .wider: rule = .typeWidened
        case .narrower: rule = .typeNarrowed
        case .different: rule = .typeChanged
        }
        report(rule, roles, subject, "\(what) \(described(pair))", old: oldPath, new: newPath)
    }

    /// In the words of the side; where they are the same, in those of the plan.
    private func described(_ pair: TypePair) -> String {
        let spelled =
            side == .swift
            ? (
                old.types.swift(pair.old, isParameter: pair.isParameter),
                new.types.swift(pair.new, isParameter: pair.isParameter)
            )
            : (
                old.types.typeScript(pair.old, isInput: pair.oldTakesIterables, isOptional: pair.isOptional),
                new.types.typeScript(pair.new, isInput: pair.newTakesIterables, isOptional: pair.isOptional)
            )
        if spelled.0 != spelled.1 { return "is `\(spelled.1)` and was `\(spelled.0)`" }
        return "crosses as `\(pair.new.withoutAbsence)` and crossed as `\(pair.old.withoutAbsence)`"
    }

    /// Swift converts to an Optional by itself, and nothing else.
    private func swiftRelation(_ pair: TypePair, isExact: Bool) -> TypeRelation {
        let before = old.types.swift(pair.old, isParameter: pair.isParameter)
        let after = new.types.swift(pair.new, isParameter: pair.isParameter)
        if before == after { return .same }
        return !isExact && after == before + "?" ? .wider : .different
    }

    private func typeScriptRelation(_ pair: TypePair, _ roles: Set<Role>) -> TypeRelation {
        var comparison = TypeComparison(isGiven: roles.contains(.gives), hierarchy: new.plan.hierarchy)
        comparison.oldTakesIterables = pair.oldTakesIterables
        comparison.newTakesIterables = pair.newTakesIterables
        guard pair.isOptional else { return comparison.relation(pair.old, pair.new) }
        return comparison.relation(pair.old.withoutAbsence, pair.new.withoutAbsence)
    }
}
