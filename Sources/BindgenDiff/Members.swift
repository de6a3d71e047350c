import BindgenABI
import BindgenModel

extension MemberPlan {
    func name(for side: Side) -> String {
        let name =
            switch self {
            case .constructor(let function): function.name
            case .iteration, .properties, .json, .kept: self.name
            case .operation(let function), .attribute(let function, _), .stringifier(let function, _):
                side == .swift ? function.swiftName : function.jsName
            case .constant(let constant): side == .swift ? constant.swiftName : constant.jsName
            }
        return side == .swift ? name.filter { $0 != "`" } : name
    }

    /// What tells an overload from the first one of its name; empty for that one.
    var overload: String {
        switch self {
        case .constructor(let function), .operation(let function):
            function.symbol.firstIndex(of: ":").map { String(function.symbol[$0...]) } ?? ""
        case .attribute, .constant, .stringifier, .iteration, .properties, .json, .kept: ""
        }
    }

    /// What its user writes: a static member and one of objects are as different as a function and a property.
    var form: String {
        switch self {
        case .constructor: "a constructor"
        case .operation(let function): function.isStatic ? "a static operation" : "an operation"
        case .kept: "an attribute of the JavaScript object alone"
        case .attribute(let getter, _): getter.isStatic ? "a static attribute" : "an attribute"
        case .constant: "a constant"
        case .stringifier: "a stringifier"
        case .json: "an operation"
        case .iteration(let plan): "\(plan.kind.rawValue)<>"
        case .properties(let plan): plan.isIndexed ? "a getter by index" : "a getter by name"
        }
    }
}

extension Comparison {
    mutating func compareMembers(_ before: ContainerPlan, _ after: ContainerPlan) {
        let pairs = paired(
            before.members, after.members, visible: { $0.name(for: side) + $0.overload }, own: { $0.name + $0.overload })
        for (old, new) in pairs {
            switch (old, new) {
            case (nil, let member?):
                if let (other, owner) = inherited(member, by: before, in: self.old) {
                    compare(other, member, owner, after)
                } else {
                    reportAdded(member, after, in: before)
                }
            case (let member?, nil):
                if let (other, owner) = inherited(member, by: after, in: self.new) {
                    compare(member, other, before, owner)
                } else {
                    reportRemoved(member, before, in: after)
                }
            case (let old?, let new?): compare(old, new, before, after)
            case (nil, nil): break
            }
        }
    }

    /// The member of that name which objects have from an interface above: one that moved along the chain is still there.
    private func inherited(
        _ member: MemberPlan, by container: ContainerPlan, in revision: Revision
    ) -> (MemberPlan, ContainerPlan)? {
        if case .constructor = member { return nil }
        for ancestor in container.ancestors {
            guard case .container(let plan) = revision.plan.definition(named: ancestor.name) else { continue }
            if let other = plan.members.first(where: {
                $0.name(for: side) == member.name(for: side) && $0.overload == member.overload
            }) {
                return (other, plan)
            }
        }
        return nil
    }

    /// Constants come from the generated code, whatever the direction.
    private func roles(_ member: MemberPlan, in container: ContainerPlan) -> Set<Role> {
        guard let function = member.function else { return [.takes] }
        let role = functionRole(isImport: container.isImported)
        // The objects that JavaScript hands over are its own; classes and namespaces have to be there.
        return side == .typeScript && role == .implements && function.hasReceiver ? [.gives] : [role]
    }

    private func path(_ member: MemberPlan, in container: ContainerPlan) -> [String] {
        [container.name, member.name]
    }

    private func subject(_ member: MemberPlan, in container: ContainerPlan) -> String {
        "\(container.name).\(member.name)"
    }

    private mutating func reportAdded(
        _ member: MemberPlan, _ container: ContainerPlan, in before: ContainerPlan
    ) {
        let roles = roles(member, in: container)
        var message = "is new"
        if !roles.isDisjoint(with: [.implements, .gives]) {
            message += side == .swift ? ", and Swift has to implement it" : ", and JavaScript has to provide it"
        }
        report(
            member.function == nil ? .constantAdded : .memberAdded, roles, subject(member, in: container), message,
            old: [before.name], new: path(member, in: container))
    }

    private mutating func reportRemoved(
        _ member: MemberPlan, _ container: ContainerPlan, in after: ContainerPlan
    ) {
        report(
            member.function == nil ? .constantRemoved : .memberRemoved, roles(member, in: container),
            subject(member, in: container), "is gone", old: path(member, in: container), new: [after.name])
    }

    private mutating func compare(
        _ old: MemberPlan, _ new: MemberPlan, _ before: ContainerPlan, _ after: ContainerPlan
    ) {
        let roles = roles(old, in: before)
        let subject = subject(new, in: after)
        let (oldPath, newPath) = (path(old, in: before), path(new, in: after))
        if old.name(for: side) != new.name(for: side) {
            report(
                .memberRenamed, roles, subject, "is called `\(new.name(for: side))` and was `\(old.name(for: side))`",
                old: oldPath, new: newPath)
        }
        if old.form != new.form {
            report(.memberKind, roles, subject, "is \(new.form) and was \(old.form)", old: oldPath, new: newPath)
            return
        }
        compareDocumentation(old.documentation, new.documentation, roles, subject, old: oldPath, new: newPath)
        switch (old, new) {
        case (.constructor(let old), .constructor(let new)), (.operation(let old), .operation(let new)):
            compare(FunctionSurface(old), FunctionSurface(new), role: functionRole(isImport: after.isImported), oldPath, newPath)
        case (.attribute(let oldGetter, let oldSetter), .attribute(let newGetter, let newSetter)):
            compareAttribute(
                (oldGetter, oldSetter), (newGetter, newSetter), isImport: after.isImported, roles, oldPath, newPath)
        case (.constant(let old), .constant(let new)): compare(old, new, oldPath, newPath)
        case (.stringifier(let old, _), .stringifier(let new, _)):
            compare(FunctionSurface(old), FunctionSurface(new), role: functionRole(isImport: after.isImported), oldPath, newPath)
        case (.iteration(let old), .iteration(let new)): compareIteration(old, new, roles, oldPath, newPath)
        case (.properties(let old), .properties(let new)): compareProperties(old, new, after, oldPath, newPath)
        // Members of two kinds have been told.
        case (.constructor, _), (.operation, _), (.attribute, _), (.constant, _), (.stringifier, _), (.iteration, _),
            (.properties, _), (.json, _), (.kept, _):
            break
        }
    }

    private mutating func compareIteration(
        _ before: IterationPlan, _ after: IterationPlan, _ roles: Set<Role>, _ oldPath: [String], _ newPath: [String]
    ) {
        let subject = newPath.joined(separator: ".")
        let types = [(before.key, after.key, "the key"), (before.value, after.value, "the value")]
        for (old, new, what) in types {
            switch (old, new) {
            case (let old?, let new?): compareType(TypePair(old, new), roles, isExact: true, what, subject, oldPath, newPath)
            case (nil, nil): break
            case (nil, _), (_, nil):
                report(.memberKind, roles, subject, "is another kind of iteration", old: oldPath, new: newPath)
            }
        }
    }

    private mutating func compareProperties(
        _ before: PropertiesPlan, _ after: PropertiesPlan, _ container: ContainerPlan, _ oldPath: [String], _ newPath: [String]
    ) {
        let role = functionRole(isImport: container.isImported)
        compare(FunctionSurface(before.getter), FunctionSurface(after.getter), role: role, oldPath, newPath)
        let subject = newPath.joined(separator: ".")
        if before.setter == nil, after.setter != nil {
            report(.setterAdded, [role], subject, "can be set", old: oldPath, new: newPath)
        } else if before.setter != nil, after.setter == nil {
            report(.setterRemoved, [role], subject, "can no longer be set", old: oldPath, new: newPath)
        }
    }

    private mutating func compareAttribute(
        _ before: (getter: FunctionPlan, setter: FunctionPlan?), _ after: (getter: FunctionPlan, setter: FunctionPlan?),
        isImport: Bool, _ roles: Set<Role>, _ oldPath: [String], _ newPath: [String]
    ) {
        let subject = newPath.joined(separator: ".")
        // What only the array of an ObservableArray sets, JavaScript does not see.
        func isSet(_ setter: FunctionPlan?) -> Bool { setter.map { side != .typeScript || !$0.isHidden } ?? false }
        if !isSet(before.setter), isSet(after.setter) {
            report(.setterAdded, roles, subject, "can be set", old: oldPath, new: newPath)
        } else if isSet(before.setter), !isSet(after.setter) {
            report(.setterRemoved, roles, subject, "can no longer be set", old: oldPath, new: newPath)
        }
        if before.getter.isObservable != after.getter.isObservable {
            let isOne = after.getter.isObservable
            report(
                .arrayObserved, roles, subject,
                isOne
                    ? "gives one array, whose changes are the attribute's"
                    : "gives a new array at each read, whose changes are nobody's",
                old: oldPath, new: newPath)
        }
        let role = functionRole(isImport: isImport)
        compareThrows(before.getter.throwing, after.getter.throwing, role, subject, oldPath, newPath)
        compareDeclared(before.getter.tsType, after.getter.tsType, role, "the type", subject, oldPath, newPath)
        let flow: Role = role == .calls ? .takes : .gives
        compareType(
            TypePair(before.getter.result.crossing, after.getter.result.crossing),
            // A property that can be set has one type for both directions.
            before.setter != nil ? [.gives, .takes] : [flow], isExact: role == .implements, "the type", subject, oldPath, newPath)
    }

    private mutating func compare(_ before: ConstantPlan, _ after: ConstantPlan, _ oldPath: [String], _ newPath: [String]) {
        let subject = newPath.joined(separator: ".")
        compareType(
            TypePair(before.crossing, after.crossing), [.takes], "the type", subject, oldPath, newPath)
        if before.value != after.value {
            report(
                .constantValue, [.takes], subject, "is \(after.value) and was \(before.value)", old: oldPath, new: newPath)
        }
    }
}
