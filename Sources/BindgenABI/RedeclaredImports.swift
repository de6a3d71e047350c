import BindgenIDL
import BindgenModel

/// Members that an imported interface declares again. JavaScript calls the nearest one whoever asks, so what is the same in Swift is left
/// out; what can do more overrides; what has another type gets another name.
extension Planner {
    mutating func planRedeclaredImports(_ definitions: [DefinitionPlan]) -> [DefinitionPlan] {
        var containers: [String: ContainerPlan] = [:]
        for case .container(let plan) in definitions where plan.isImported && plan.kind == .interface {
            containers[plan.name] = plan
        }
        let parents = Set(containers.values.compactMap { $0.parent?.name })
        var names: MemberNames = [:]
        // Parents first, whatever the order of the files.
        for name in containers.keys.sorted(by: {
            (containers[$0]?.ancestors.count ?? 0, $0) < (containers[$1]?.ancestors.count ?? 0, $1)
        }) {
            guard var plan = containers[name] else { continue }
            plan.hasDescendants = parents.contains(name)
            let members = plan.members.compactMap { place($0, in: plan, &containers, names) }
            plan.inheritedAgain = plan.members.count - members.count
            plan.members = members
            containers[name] = plan
            names[name] = Dictionary(grouping: members.indices.filter { members[$0].bareSwiftName != nil }) {
                members[$0].bareSwiftName
            }
        }
        return definitions.map { definition in
            containers[definition.name].map(DefinitionPlan.container) ?? definition
        }
    }

    /// Which members of an interface have a name in Swift, by the interface's name.
    private typealias MemberNames = [String: [SwiftMemberName?: [Int]]]

    /// A member in its place among the inherited ones, or nil where it is one of them.
    private mutating func place(
        _ member: MemberPlan, in plan: ContainerPlan, _ containers: inout [String: ContainerPlan], _ names: MemberNames
    ) -> MemberPlan? {
        if let properties = member.properties { return placed(properties, in: plan, &containers) }
        guard let key = member.swiftPlace else { return member }
        if Self.membersOfEveryObject.contains(key.text) { return member.renamed(member.swiftName + "_") }
        for ancestor in plan.ancestors {
            guard let meeting = names[ancestor.name]?[member.bareSwiftName], let parent = containers[ancestor.name] else {
                continue
            }
            let inherited = parent.members
            // Of several overloads the one that is nearest.
            let relations = meeting.filter { scope.knows(inherited[$0], of: parent, member, of: plan) }.map {
                (index: $0, relation: member.relation(to: inherited[$0], containers))
            }
            guard let (index, relation) = relations.min(by: { $0.relation.rawValue < $1.relation.rawValue }) else { continue }
            let mayOverride = scope.allows(member, of: plan, toOverride: inherited[index], of: parent)
            switch relation {
            case .same: return nil
            case .apart: return member
            case .overrides where mayOverride:
                containers[ancestor.name]?.members[index].markOverridden()
                var overriding = member
                overriding.markOverriding()
                return overriding
            case .overrides, .clashes:
                var other = member.renamed("\(member.swiftName.filter { $0 != "`" })Of\(plan.swiftName)")
                other.markUnrelated()
                return other
            }
        }
        return member
    }

    /// What `JSObject` has itself.
    private static let membersOfEveryObject: Set<String> = ["handle", "hashValue", "hash(into:)", "sharedHandle()"]
}

/// What a member is to an inherited one of its name.
private enum Redeclaration: Int {
    /// Swift sees no difference.
    case same
    /// It can stand in the inherited one's place.
    case overrides
    /// It has the same name and another type.
    case clashes
    /// Swift tells them apart.
    case apart
}

extension MemberPlan {
    fileprivate var swiftName: String {
        switch self {
        case .constructor: "init"
        case .operation(let function), .attribute(let function, _), .stringifier(let function, _): function.swiftName
        case .iteration, .properties, .json, .kept: name
        case .constant(let constant): constant.swiftName
        }
    }

    fileprivate func renamed(_ name: String) -> MemberPlan {
        mapFunctions {
            $0.swiftName = name
        } constant: {
            $0.swiftName = name
        }
    }

    fileprivate mutating func markOverridden() { self = mapFunctions { $0.isOverridden = true } }
    fileprivate mutating func markUnrelated() { self = mapFunctions { $0.isUnrelated = true } }
    fileprivate mutating func markOverriding() { self = mapFunctions { $0.isOverriding = true } }

    private func mapFunctions(
        _ change: (inout FunctionPlan) -> Void, constant changeConstant: (inout ConstantPlan) -> Void = { _ in }
    ) -> MemberPlan {
        switch self {
        case .constructor, .iteration, .properties, .json, .kept: return self
        case .stringifier(var function, let isOfAttribute):
            change(&function)
            return .stringifier(function, ofAttribute: isOfAttribute)
        case .operation(var function):
            change(&function)
            return .operation(function)
        case .attribute(var getter, var setter):
            change(&getter)
            if var changed = setter {
                change(&changed)
                setter = changed
            }
            return .attribute(getter: getter, setter: setter)
        case .constant(var constant):
            changeConstant(&constant)
            return .constant(constant)
        }
    }

    /// The name in Swift that no other member beside it may have: a property stands in the way of a function without arguments.
    fileprivate var bareSwiftName: Planner.SwiftMemberName? {
        guard var name = swiftPlace else { return nil }
        if name.text.hasSuffix("()") { name.text.removeLast(2) }
        return name
    }

    fileprivate func relation(to other: MemberPlan, _ containers: [String: ContainerPlan]) -> Redeclaration {
        switch (self, other) {
        case (.operation(let new), .operation(let old)):
            guard zip(new.arguments, old.arguments).allSatisfy({ $0.crossing == $1.crossing }) else {
                // A function that takes more is an override for Swift, whatever it returns.
                let takesMore = zip(new.arguments, old.arguments).allSatisfy {
                    $1.crossing.isSubtype(of: $0.crossing, containers)
                }
                return takesMore ? .clashes : .apart
            }
            if new.throwing != old.throwing { return .clashes }
            if new.result.crossing == old.result.crossing { return new.isStatic ? .overrides : .same }
            return new.result.crossing.isSubtype(of: old.result.crossing, containers) ? .overrides : .clashes
        case (.attribute(let new, let setter), .attribute(let old, let oldSetter)):
            guard new.throwing == .never, old.throwing == .never else { return .clashes }
            if new.result.crossing == old.result.crossing,
                setter?.arguments.first?.crossing == oldSetter?.arguments.first?.crossing
            {
                return new.isStatic ? .overrides : .same
            }
            let isNarrower = new.result.crossing.isSubtype(of: old.result.crossing, containers)
            let isSame = new.result.crossing == old.result.crossing
            if isSame, setter == nil { return .same }
            // What can be set to the inherited type can be set to that alone.
            return oldSetter == nil && isNarrower || isSame ? .overrides : .clashes
        case (.constant(let new), .constant(let old)):
            return new.crossing == old.crossing && new.value == old.value ? .same : .clashes
        case (.stringifier(let new, _), .stringifier(let old, _)): return new.throwing == old.throwing ? .same : .clashes
        case (.constructor, _), (.operation, _), (.attribute, _), (.constant, _), (.stringifier, _), (.iteration, _),
            (.properties, _), (.json, _), (.kept, _):
            return .clashes
        }
    }
}

extension Crossing {
    /// Whether each value is one of the other type: the same type, or an imported interface further down.
    func isSubtype(of other: Crossing, _ containers: [String: ContainerPlan]) -> Bool {
        if self == other { return true }
        if let otherNullable = other.nullable {
            guard let nullable else { return isSubtype(of: otherNullable.wrapped, containers) }
            return nullable.absence == otherNullable.absence && nullable.wrapped.isSubtype(of: otherNullable.wrapped, containers)
        }
        guard form.reference == .handle, other.form.reference == .handle, let name = form.definition,
            let above = other.form.definition
        else { return false }
        return containers[name]?.ancestors.contains { $0.name == above } ?? false
    }
}
