import BindgenABI
import BindgenModel

/// Whole definitions: what came, what went, what is called otherwise or has become something else.
extension Comparison {
    mutating func compareDefinitions() {
        let pairs = paired(
            old.plan.definitions.filter { isVisible($0, in: old) }, new.plan.definitions.filter { isVisible($0, in: new) },
            visible: { $0.name(for: side) }, own: \.name)
        for (before, after) in pairs {
            switch (before, after) {
            case (nil, let after?): reportAdded(after)
            case (let before?, nil): reportRemoved(before)
            case (let before?, let after?): compare(before, after)
            case (nil, nil): break
            }
        }
    }

    /// TypeScript's declarations have only what is reached; everything has a declaration in Swift.
    private func isVisible(_ definition: DefinitionPlan, in revision: Revision) -> Bool {
        switch definition {
        case .container(let plan) where plan.importSource == .object: side == .swift
        case .container(let plan):
            plan.kind == .namespace || side == .swift || !plan.isImported || revision.isDeclared(plan.name)
                || plan.isNamedByMembers
        case .union(let plan): side == .swift || plan.crossing.isNamed && revision.isDeclared(definition.name)
        case .enumeration, .dictionary, .callback: side == .swift || revision.isDeclared(definition.name)
        }
    }

    /// What the side has to do with a definition, as one that stands in `revision`.
    private func roles(_ definition: DefinitionPlan, in revision: Revision) -> Set<Role> {
        switch definition {
        case .container(let plan):
            // Where JavaScript only hands its objects over, nothing has to be found by the name of the class.
            side == .typeScript && plan.kind == .interface && plan.isImported && !plan.isNamedByMembers
                ? [.gives] : [functionRole(isImport: plan.isImported)]
        case .enumeration, .dictionary, .union, .callback: valueRoles(definition.name, in: revision)
        }
    }

    /// Swift has a type for what crosses in no direction too, and may do anything with it.
    func valueRoles(_ name: String, in revision: Revision) -> Set<Role> {
        let roles = revision.valueRoles(of: name, for: side)
        return roles.isEmpty && side == .swift ? [.gives, .takes] : roles
    }

    func functionRole(isImport: Bool) -> Role {
        (side == .typeScript) == isImport ? .implements : .calls
    }

    private mutating func reportAdded(_ definition: DefinitionPlan) {
        let name = definition.name(for: side)
        let roles = roles(definition, in: new)
        let message: String
        switch (side, roles.contains(.implements)) {
        case (.swift, true): message = "is new, and Swift has to declare `\(name): \(name)Exports`"
        case (.typeScript, true): message = "is new, and JavaScript has to provide `\(name)`"
        default: message = "is new"
        }
        report(.definitionAdded, roles, definition.name, message, old: [definition.name], new: [definition.name])
    }

    private mutating func reportRemoved(_ definition: DefinitionPlan) {
        let stays = new.plan.definition(named: definition.name) != nil
        report(
            .definitionRemoved, roles(definition, in: old), definition.name,
            stays ? "is no longer declared, as no member uses it" : "is gone", old: [definition.name], new: [definition.name])
    }

    private mutating func compare(_ before: DefinitionPlan, _ after: DefinitionPlan) {
        let subject = after.name
        let roles = roles(before, in: old)
        let (oldPath, newPath) = ([before.name], [after.name])
        if before.name(for: side) != after.name(for: side) {
            report(
                .definitionRenamed, roles, subject, "is called `\(after.name(for: side))` and was `\(before.name(for: side))`",
                old: oldPath, new: newPath)
        }
        if before.keyword != after.keyword {
            report(
                .definitionKind, roles, subject, "is \(after.keyword) and was \(before.keyword)", old: oldPath, new: newPath)
            return
        }
        let sources = (before.importedContainer?.importSource, after.importedContainer?.importSource)
        if sources.0 != sources.1 {
            report(
                .importSource, roles.union([.implements]), subject,
                "comes from \(place(sources.1)) and came from \(place(sources.0))", old: oldPath, new: newPath)
        }
        compareDocumentation(before.documentation, after.documentation, roles, subject, old: oldPath, new: newPath)
        switch (before, after) {
        case (.enumeration(let before), .enumeration(let after)): compare(before, after)
        case (.dictionary(let before), .dictionary(let after)): compare(before, after)
        case (.union(let before), .union(let after)): compare(before, after)
        case (.callback(let before), .callback(let after)): compare(before, after)
        case (.container(let before), .container(let after)):
            compareParents(before, after, roles)
            compareMembers(before, after)
        // Definitions of two kinds have been told.
        case (.enumeration, _), (.dictionary, _), (.union, _), (.callback, _), (.container, _): break
        }
    }

    /// Each interface above counts, however far.
    private mutating func compareParents(_ before: ContainerPlan, _ after: ContainerPlan, _ roles: Set<Role>) {
        for (gone, came) in paired(before.ancestors, after.ancestors, visible: { $0.name(for: side) }, own: \.name) {
            switch (gone, came) {
            case (nil, let ancestor?):
                report(
                    .parentAdded, roles, after.name, "inherits from `\(ancestor.name(for: side))`", old: [before.name],
                    new: [after.name])
            case (let ancestor?, nil):
                report(
                    .parentRemoved, roles, after.name, "no longer inherits from `\(ancestor.name(for: side))`",
                    old: [before.name], new: [after.name])
            case (_?, _?), (nil, nil): break
            }
        }
    }

    private func place(_ source: Annotations.ImportSource?) -> String {
        switch source {
        case .module(let name): "the module \"\(name)\""
        case .global, nil: "the global object"
        case .object: "the object"
        }
    }

    mutating func compareDocumentation(
        _ before: Documentation, _ after: Documentation, _ roles: Set<Role>, _ subject: String, old oldPath: [String],
        new newPath: [String]
    ) {
        if before.deprecation == nil, let deprecation = after.deprecation {
            let reason = deprecation.isEmpty ? "" : ": \(deprecation)"
            report(.deprecated, roles, subject, "is deprecated\(reason)", old: oldPath, new: newPath)
        } else if before != after {
            report(.documentation, roles, subject, "is documented otherwise", old: oldPath, new: newPath)
        }
    }
}

extension Revision {
    func isDeclared(_ name: String) -> Bool { plan.isDeclared(name) }
}

extension ClassName {
    fileprivate func name(for side: Side) -> String { side == .swift ? swiftName.filter { $0 != "`" } : jsName }
}

extension DefinitionPlan {
    func name(for side: Side) -> String {
        switch (side, self) {
        case (.swift, _): swiftName.filter { $0 != "`" }
        case (.typeScript, .container(let plan)): plan.jsName
        case (.typeScript, _), (.wit, _): name
        }
    }

    fileprivate var keyword: String {
        switch self {
        case .enumeration: "an enum"
        case .union: "a union"
        case .dictionary(let plan): plan.crossing.isTuple ? "a tuple" : "a dictionary"
        case .callback: "a callback"
        case .container(let plan):
            plan.isFlags
                ? "a namespace of flags"
                : (plan.isImported ? "an [Import] " : plan.kind == .interface ? "an " : "a ") + plan.kind.rawValue
        }
    }
}
