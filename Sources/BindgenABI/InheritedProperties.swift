import BindgenIDL
import BindgenModel

/// Properties by index and by name where interfaces inherit: an object has those of the nearest interface that declares some, with the getter,
/// setter or deleter that this one leaves to those above (Web IDL 2.5.6: an interface supports what one that it inherits from does).
extension Planner {
    /// The functions of one kind, the nearest of each.
    func completed(_ decls: PropertyDecls, isIndexed: Bool, of interface: InterfaceDecl) -> PropertyDecls {
        var decls = decls
        for ancestor in above(interface) {
            for case .operation(let decl) in ancestor.members {
                guard let special = decl.special, decl.hasIndex == isIndexed else { continue }
                switch special {
                case .getter: decls.getter = decls.getter ?? decl
                case .setter: decls.setter = decls.setter ?? decl
                case .deleter: decls.deleter = decls.deleter ?? decl
                case .stringifier: break
                }
            }
        }
        return decls
    }

    /// The interfaces above, the nearest first.
    func above(_ interface: InterfaceDecl) -> [InterfaceDecl] {
        var chain: [InterfaceDecl] = []
        var next = interface.parent
        while let name = next, case .interface(let decl) = declarations[name] {
            chain.append(decl)
            next = decl.parent
        }
        return chain
    }

    /// Those of a descendant are asked in the place of the inherited ones, and its Swift class overrides the subscript.
    mutating func checkRedeclaredProperties(_ plan: BindingPlan) {
        for container in plan.containers where !container.isImported {
            for properties in container.properties {
                let inherited = container.ancestors.lazy.compactMap { plan.definition(named: $0.name)?.exportedContainer }
                    .compactMap { ancestor in
                        ancestor.properties.first { $0.isIndexed == properties.isIndexed }.map { (ancestor, $0) }
                    }
                guard let (ancestor, other) = inherited.first, !properties.replaces(other, in: plan.hierarchy) else { continue }
                diagnostics.append(
                    Diagnostic(
                        .error, rule: "redeclared-member",
                        "the \(properties.name) is declared otherwise than that of \(ancestor.name), and every \(container.name) is one; give it the same type, and throw no other errors",
                        at: properties.getter.origin.range, breadcrumb: properties.getter.origin.breadcrumb,
                        notes: [Diagnostic.Note(message: "inherited from here", range: other.getter.origin.range)]))
            }
        }
    }

    /// Those of an imported interface among the inherited ones; nil where they are the same. JavaScript asks the nearest, whoever asks, so a
    /// subscript that Swift cannot override is left out.
    func placed(
        _ properties: PropertiesPlan, in plan: ContainerPlan, _ containers: inout [String: ContainerPlan]
    ) -> MemberPlan? {
        for ancestor in plan.ancestors {
            guard let parent = containers[ancestor.name],
                let index = parent.members.firstIndex(where: { $0.properties?.isIndexed == properties.isIndexed }),
                case .properties(var other) = parent.members[index]
            else { continue }
            var own = properties
            own.inheritsSetter = own.setter.map { $0.isSame(as: other.setter) } ?? true
            own.inheritsDeleter = own.deleter.map { $0.isSame(as: other.deleter) } ?? true
            let isSame = own.getter.isSame(as: other.getter)
            if isSame, own.inheritsSetter, own.inheritsDeleter { return nil }
            if isSame, own.inheritsSetter || !own.isSetBySubscript {
                own.inheritsGetter = true
                return .properties(own)
            }
            let isNarrower = own.getter.result.crossing.isSubtype(of: other.getter.result.crossing, containers)
            guard isNarrower, own.getter.throwing == other.getter.throwing else {
                own.getter.isUnrelated = true
                return .properties(own)
            }
            if scope.allows(.properties(properties), of: plan, toOverride: parent.members[index], of: parent) {
                other.getter.isOverridden = true
                own.getter.isOverriding = true
                containers[ancestor.name]?.members[index] = .properties(other)
            } else {
                own.inheritsGetter = true
            }
            return .properties(own)
        }
        return .properties(properties)
    }
}

extension BindingPlan {
    /// Whether objects of an exported interface, or of one that inherits from it, are proxies: they have properties by index or name.
    package func hasProxies(_ container: ContainerPlan) -> Bool {
        ([container.name] + hierarchy.descendants(of: container.name).map(\.type.name)).contains { name in
            definition(named: name)?.exportedContainer?.properties.isEmpty == false
        }
    }
}

extension OperationDecl {
    /// Whether its first argument is an index; false for a name.
    var hasIndex: Bool {
        if case .integer = arguments.first?.type { true } else { false }
    }
}

extension PropertiesPlan {
    /// Whether they can stand in the place of inherited ones, for those who know the inherited ones alone.
    fileprivate func replaces(_ other: PropertiesPlan, in hierarchy: ClassHierarchy) -> Bool {
        let isRead = other.setter == nil && setter == nil
        let (new, old) = (getter.result.crossing, other.getter.result.crossing)
        guard isRead ? new.isSubtype(of: old, in: hierarchy) : new == old else { return false }
        return [(getter, other.getter), (setter, other.setter), (deleter, other.deleter)].allSatisfy { function, other in
            function.map { $0.throwing == .never || $0.throwing == other?.throwing ?? $0.throwing } ?? true
        }
    }
}

extension FunctionPlan {
    /// Whether Swift sees no difference.
    fileprivate func isSame(as other: FunctionPlan?) -> Bool {
        guard let other else { return false }
        return throwing == other.throwing && result.crossing == other.result.crossing
            && arguments.map(\.crossing) == other.arguments.map(\.crossing)
    }
}
