import BindgenABI
import BindgenEmit
import BindgenModel

/// The types of one place in both states.
struct TypePair {
    var old: Crossing
    var new: Crossing
    var isParameter = false
    /// Whether TypeScript says `Iterable<T>` for a sequence.
    var oldTakesIterables = false
    var newTakesIterables = false

    init(_ old: Crossing, _ new: Crossing) {
        self.old = old
        self.new = new
    }
}

/// What became of the set of a type's values.
enum TypeRelation {
    case same, wider, narrower, different

    /// The relation of a type whose parts have these relations.
    func and(_ other: TypeRelation) -> TypeRelation {
        if self == .same { return other }
        return other == .same || other == self ? self : .different
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
                old.types.typeScript(pair.old, isInput: pair.oldTakesIterables),
                new.types.typeScript(pair.new, isInput: pair.newTakesIterables)
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
        var relations = TypeScriptRelations(old: old, new: new, isGiven: roles.contains(.gives))
        relations.oldTakesIterables = pair.oldTakesIterables
        relations.newTakesIterables = pair.newTakesIterables
        return relations.relation(pair.old.withoutAbsence, pair.new.withoutAbsence)
    }
}

/// What became of the values that JavaScript may give or has to expect.
private struct TypeScriptRelations {
    let old: Revision
    let new: Revision
    /// Whether JavaScript gives the values, so that it matters what happens to those that do not fit.
    let isGiven: Bool
    var oldTakesIterables = false
    var newTakesIterables = false

    func relation(_ before: Crossing, _ after: Crossing) -> TypeRelation {
        if let numbers = (NumberSet(before), NumberSet(after)) as? (NumberSet, NumberSet) {
            return numbers.0.relation(to: numbers.1, isGiven: isGiven)
        }
        switch (before, after) {
        case (.undefined, .undefined), (.boolean, .boolean): return .same
        case (.nullable(let before), .nullable(let after)):
            return before.absence == after.absence ? relation(before.wrapped, after.wrapped) : .different
        case (.nullable(let before), _): return relation(before.wrapped, after).and(.narrower)
        case (_, .nullable(let after)): return relation(before, after.wrapped).and(.wider)
        case (.string(let before), .string(let after)):
            // `null` is accepted besides.
            if before.nullIsEmpty == after.nullIsEmpty || !isGiven { return .same }
            return after.nullIsEmpty ? .wider : .narrower
        case (.enumeration, .string): return .wider
        case (.string, .enumeration): return .narrower
        case (.enumeration(let before), .enumeration(let after)): return relation(before, after)
        case (.sequence(let before), .sequence(let after)): return relation(before, after)
        case (.buffer(let before), .buffer(let after)): return relation(before, after)
        case (.dictionary(let before), .dictionary(let after)): return before.name == after.name ? .same : .different
        case (.callback(let before), .callback(let after)): return before.name == after.name ? .same : .different
        case (.object(let before), .object(let after)): return relation(before.name, after.name)
        case (.importedObject(let before), .importedObject(let after)): return relation(before.name, after.name)
        case (.undefined, _), (.boolean, _), (.integer, _), (.longInteger, _), (.float, _), (.string, _), (.enumeration, _),
            (.dictionary, _), (.sequence, _), (.buffer, _), (.callback, _), (.object, _), (.importedObject, _):
            return .different
        }
    }

    /// Classes are the same by their name in the IDL, for a new name in JavaScript is told at the class, or by that one.
    private func relation(_ before: String, _ after: String) -> TypeRelation {
        if before == after { return .same }
        let names = (old.plan.definition(named: before), new.plan.definition(named: after))
        return names.0?.name(for: .typeScript) == names.1?.name(for: .typeScript) ? .same : .different
    }

    /// A union of literals is its values. What becomes of one enum is told at the enum.
    private func relation(_ before: EnumCrossing, _ after: EnumCrossing) -> TypeRelation {
        guard before.name != after.name else { return .same }
        guard case .enumeration(let old) = old.plan.definition(named: before.name),
            case .enumeration(let new) = new.plan.definition(named: after.name)
        else { return .different }
        let (oldValues, newValues) = (Set(old.cases.map(\.value)), Set(new.cases.map(\.value)))
        if oldValues == newValues { return .same }
        if oldValues.isSubset(of: newValues) { return .wider }
        return newValues.isSubset(of: oldValues) ? .narrower : .different
    }

    /// An array is an iterable, and one that may be written is one that is only read.
    private func relation(_ before: SequenceCrossing, _ after: SequenceCrossing) -> TypeRelation {
        func width(_ sequence: SequenceCrossing, _ isIterable: Bool) -> Int { isIterable ? 2 : sequence.isFrozen ? 1 : 0 }
        let widths = (width(before, oldTakesIterables), width(after, newTakesIterables))
        let relation: TypeRelation = widths.0 == widths.1 ? .same : widths.0 < widths.1 ? .wider : .narrower
        return self.relation(before.element, after.element).and(relation)
    }

    private func relation(_ before: BufferCrossing, _ after: BufferCrossing) -> TypeRelation {
        guard before.type == after.type else { return .different }
        // To lend an array and to copy it is the same for who gives it; to write into it, or to see Swift's own, is not.
        let isSeen: Set<BufferCrossing.Passing> = [.into, .view]
        if before.passing != after.passing, isSeen.contains(before.passing) || isSeen.contains(after.passing) {
            return .different
        }
        return allowance(before.sharing.allowsShared, after.sharing.allowsShared)
            .and(allowance(before.sharing.allowsResizable, after.sharing.allowsResizable))
    }

    private func allowance(_ before: Bool, _ after: Bool) -> TypeRelation {
        before == after ? .same : after ? .wider : .narrower
    }
}
