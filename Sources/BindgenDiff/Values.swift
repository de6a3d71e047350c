import BindgenABI
import BindgenEmit

/// Enums, unions and dictionaries.
extension Comparison {
    mutating func compare(_ before: EnumPlan, _ after: EnumPlan) {
        let roles = valueRoles(before.name, in: old)
        let name = after.name
        let (oldValues, newValues) = (before.cases.map(\.value), after.cases.map(\.value))
        for value in newValues where !oldValues.contains(value) {
            report(.enumValueAdded, roles, name, "has the value \"\(value)\" too", old: [before.name], new: [name, value])
        }
        for value in oldValues where !newValues.contains(value) {
            report(.enumValueRemoved, roles, name, "has no value \"\(value)\" any more", old: [before.name, value], new: [name])
        }
        if oldValues.filter(newValues.contains) != newValues.filter(oldValues.contains) {
            let effect = side == .swift ? ", and with it `allCases`" : ""
            report(.enumValueOrder, roles, name, "the order of the values is another\(effect)", old: [before.name], new: [name])
        }
        compareErrors(before.isError, after.isError, roles, before.name, name)
        for item in after.cases {
            guard let other = before.cases.first(where: { $0.value == item.value }) else { continue }
            // TypeScript's literals have no comments.
            if side == .swift, other.documentation != item.documentation {
                report(
                    .documentation, roles, "\(name) \"\(item.value)\"", "is documented otherwise",
                    old: [before.name, item.value],
                    new: [name, item.value])
            }
        }
    }

    private mutating func compareErrors(_ was: Bool, _ isError: Bool, _ roles: Set<Role>, _ before: String, _ after: String) {
        guard was != isError else { return }
        report(
            isError ? .errorAdded : .errorRemoved, roles, after,
            isError ? "is an Error, as a member throws it" : "is no longer an Error, as no member throws it", old: [before],
            new: [after])
    }

    /// A case of Swift's enum is a member; TypeScript sees the members of a union with a name alone, for others are told where they stand.
    mutating func compare(_ before: UnionPlan, _ after: UnionPlan) {
        let roles = valueRoles(before.name, in: old)
        let (oldMembers, newMembers) = (before.crossing.members, after.crossing.members)
        func types(_ members: [UnionCrossing.Member], in revision: Revision) -> [String] {
            members.map { member in
                side == .swift
                    ? "\(member.name)(\(revision.types.swift(member.crossing, isParameter: false)))"
                    : revision.types.typeScript(member.crossing, isInput: roles.contains(.gives))
            }
        }
        let (oldTypes, newTypes) = (types(oldMembers, in: old), types(newMembers, in: new))
        for type in newTypes where !oldTypes.contains(type) {
            report(.unionMemberAdded, roles, after.name, "can be `\(type)` too", old: [before.name], new: [after.name])
        }
        for type in oldTypes where !newTypes.contains(type) {
            report(.unionMemberRemoved, roles, after.name, "cannot be `\(type)` any more", old: [before.name], new: [after.name])
        }
    }

    mutating func compare(_ before: DictionaryPlan, _ after: DictionaryPlan) {
        let roles = valueRoles(before.name, in: old)
        compareErrors(before.crossing.isError, after.crossing.isError, roles, before.name, after.name)
        let pairs = paired(before.members, after.members, visible: { $0.name(for: side) }, own: \.name)
        for (old, new) in pairs {
            switch (old, new) {
            case (nil, let member?):
                report(
                    member.isRequired ? .requiredDictionaryMemberAdded : .dictionaryMemberAdded, roles,
                    "\(after.name).\(member.name)", member.isRequired ? "is new and required" : "is new", old: [before.name],
                    new: [after.name, member.name])
            case (let member?, nil):
                report(
                    .dictionaryMemberRemoved, roles, "\(before.name).\(member.name)", "is gone",
                    old: [before.name, member.name], new: [after.name])
            case (let old?, let new?): compare(old, new, before, after, roles)
            case (nil, nil): break
            }
        }
        let kept = (
            before.members.map { $0.name(for: side) }.filter { name in after.members.contains { $0.name(for: side) == name } },
            after.members.map { $0.name(for: side) }.filter { name in before.members.contains { $0.name(for: side) == name } }
        )
        if kept.0 != kept.1 {
            let effect = side == .swift ? ", and with it the arguments of `init`" : ""
            report(
                .dictionaryMemberOrder, roles, after.name, "the order of the members is another\(effect)", old: [before.name],
                new: [after.name])
        }
    }

    private mutating func compare(
        _ before: DictionaryCrossing.Member, _ after: DictionaryCrossing.Member, _ oldDictionary: DictionaryPlan,
        _ newDictionary: DictionaryPlan, _ roles: Set<Role>
    ) {
        let subject = "\(newDictionary.name).\(after.name)"
        let (oldPath, newPath) = ([oldDictionary.name, before.name], [newDictionary.name, after.name])
        if before.name(for: side) != after.name(for: side) {
            report(
                .dictionaryMemberRenamed, roles, subject,
                "is called `\(after.name(for: side))` and was `\(before.name(for: side))`", old: oldPath, new: newPath)
        }
        if before.isRequired != after.isRequired {
            report(
                after.isRequired ? .dictionaryMemberRequired : .dictionaryMemberOptional, roles, subject,
                after.isRequired ? "is required" : "is no longer required", old: oldPath, new: newPath)
        } else if before.defaultValue != after.defaultValue {
            let (old, new) = (before.defaultValue, after.defaultValue)
            report(
                .dictionaryMemberDefault, roles, subject,
                "is \(new.map { "`\($0)`" } ?? "missing") where it is left out, and was \(old.map { "`\($0)`" } ?? "missing")",
                old: oldPath, new: newPath)
        }
        compareDocumentation(before.documentation, after.documentation, roles, subject, old: oldPath, new: newPath)
        var pair = TypePair(before.crossing, after.crossing)
        pair.isOptional = !before.isRequired || !after.isRequired
        pair.oldTakesIterables = !old.plan.declared.toJavaScript.contains(oldDictionary.name)
        pair.newTakesIterables = !new.plan.declared.toJavaScript.contains(newDictionary.name)
        compareType(pair, roles, "the type", subject, oldPath, newPath)
    }
}

extension DictionaryCrossing.Member {
    fileprivate func name(for side: Side) -> String { side == .swift ? swiftName.filter { $0 != "`" } : name }
}
