import BindgenIDL
import BindgenModel

/// What belongs to foreign definitions and cannot be bound is skipped, with its reason, and stops nothing else.
extension Planner {
    /// Runs `body`, which plans what stands at `origin`. Where that belongs to a foreign definition, its first error says why it is skipped.
    mutating func attempt<Value>(_ origin: Origin, _ body: (inout Planner) -> Value?) -> Value? {
        let mark = diagnostics.count
        let value = body(&self)
        let errors = diagnostics[mark...].filter { $0.severity == .error }
        guard let error = errors.first, foreign.contains(about: origin),
            !errors.contains(where: { Self.ownRules.contains($0.rule) })
        else { return value }
        diagnostics.removeSubrange(mark...)
        skip(origin, because: error)
        return nil
    }

    /// What nobody gets wrong who writes for others: a mistake in our own attributes, or beside a definition of Swift's.
    private static let ownRules: Set<String> = ["foreign-parent", "object-without-throws"]

    mutating func skip(_ origin: Origin, because error: Diagnostic) {
        skipped.append(Diagnostic(.note, rule: error.rule, error.message, at: origin.range, breadcrumb: origin.breadcrumb))
    }

    /// The reason of a member that is made of a definition which was skipped.
    mutating func tellSkipped(_ name: String, at site: TypeSite) {
        let kind = declarations[name].map { $0.kindName + " " } ?? ""
        let reason = skipped.first { $0.breadcrumb.first == kind + name }.map { ": \($0.message)" } ?? ""
        report("skipped-definition", "the \(kind)\(name) cannot be bound itself\(reason)", at: site)
    }

    /// Plans the members of a container one by one, so that one with an error leaves nothing behind where it is skipped.
    mutating func attempt(_ origin: Origin, _ owner: inout Owner, _ body: (inout Planner, inout Owner) -> Void) {
        let planned = attempt(origin) { planner -> Owner? in
            var copy = owner
            body(&planner, &copy)
            return copy
        }
        if let planned { owner = planned }
    }

    /// Takes out what is made of definitions that are not in the plan: a foreign one that was skipped after others had been planned with it.
    mutating func dropIncomplete(_ definitions: [DefinitionPlan]) -> [DefinitionPlan] {
        var definitions = definitions
        var known = Set(definitions.map(\.name))
        while true {
            var kept: [DefinitionPlan] = []
            for definition in definitions {
                if let complete = complete(definition, known) { kept.append(complete) }
            }
            definitions = kept
            if known.count == kept.count { return kept }
            known = Set(kept.map(\.name))
        }
    }

    private mutating func complete(_ definition: DefinitionPlan, _ known: Set<String>) -> DefinitionPlan? {
        switch definition {
        case .enumeration: return definition
        case .union(let plan):
            return plan.crossing.members.contains { $0.crossing.firstDefinition(outside: known) != nil } ? nil : definition
        case .dictionary(let plan):
            guard let missing = plan.members.lazy.compactMap({ $0.crossing.firstDefinition(outside: known) }).first else {
                return definition
            }
            return leave(missing, at: declarations[plan.name]?.origin) ? nil : definition
        case .callback(let plan):
            let crossings = plan.arguments.map(\.crossing) + [plan.importResult.crossing]
            guard let missing = crossings.lazy.compactMap({ $0.firstDefinition(outside: known) }).first else { return definition }
            return leave(missing, at: plan.origin) ? nil : definition
        case .container(var plan):
            plan.members = plan.members.filter { member in
                let crossings = member.functions.flatMap { $0.arguments.map(\.crossing) + [$0.result.crossing] }
                guard let missing = crossings.lazy.compactMap({ $0.firstDefinition(outside: known) }).first else { return true }
                return !leave(missing, at: member.origin)
            }
            return .container(plan)
        }
    }

    /// Whether what stands at `origin` is skipped; an export is an error.
    private mutating func leave(_ missing: String, at origin: Origin?) -> Bool {
        guard let origin else { return false }
        return attempt(origin) { planner -> Bool? in
            planner.tellSkipped(missing, at: TypeSite(.nested, origin))
            return false
        } == nil
    }

    /// A dictionary that an export takes or gives has all of its members.
    mutating func checkLackingMembers(_ plan: BindingPlan) {
        for (name, reason) in lackingMembers where plan.isDeclared(name) {
            var error = reason
            error.severity = .error
            diagnostics.append(error)
            skipped.removeAll { $0.range.file === reason.range.file && $0.range.offsets == reason.range.offsets }
        }
    }
}

extension Declaration {
    fileprivate var kindName: String {
        switch self {
        case .interface: "interface"
        case .namespace: "namespace"
        case .dictionary: "dictionary"
        case .enumeration: "enum"
        case .callbackFunction: "callback"
        case .callbackInterface: "callback interface"
        }
    }
}

extension Crossing {
    /// The first definition in it that is not among `known`.
    fileprivate func firstDefinition(outside known: Set<String>) -> String? {
        if let name = form.definition, !known.contains(name) { return name }
        if let value = form.promised { return value.firstDefinition(outside: known) }
        if let element = form.streamed(toSwift: true).first { return element.value.firstDefinition(outside: known) }
        return parts.lazy.compactMap { $0.crossing.firstDefinition(outside: known) }.first
    }
}
