import BindgenIDL
import BindgenModel

/// Chains of interfaces, and the members that stand in one of them twice.
extension Planner {
    /// The interfaces above, the nearest first, as far as the chain can be followed; what ends it is reported at the interface whose
    /// parent it is.
    mutating func planAncestors(of decl: InterfaceDecl) -> [ClassName] {
        var ancestors: [ClassName] = []
        var next = decl.parent
        while let name = next {
            guard case .interface(let parent) = declarations[name] else {
                if ancestors.isEmpty { refusePredefinedParent(name, of: decl) }
                break
            }
            guard (parent.origin.annotations.importSource == nil) == (decl.origin.annotations.importSource == nil) else {
                if ancestors.isEmpty { refuseForeignParent(parent, of: decl) }
                break
            }
            ancestors.append(ClassName(name, parent.origin))
            next = parent.parent
        }
        return ancestors
    }

    private func parentSite(of decl: InterfaceDecl) -> TypeSite {
        var site = TypeSite(.nested, decl.origin)
        site.range = decl.parentRange ?? site.range
        return site
    }

    private mutating func refusePredefinedParent(_ parent: String, of decl: InterfaceDecl) {
        refuse(
            "inheriting from the predefined interface \(parent)", "declare an interface of your own with the members you need",
            at: parentSite(of: decl))
    }

    /// An object has one owner: a class of Swift's cannot be a JavaScript class further up, nor the other way round.
    private mutating func refuseForeignParent(_ parent: InterfaceDecl, of decl: InterfaceDecl) {
        let isImported = decl.origin.annotations.importSource != nil
        let (child, other) = isImported ? ("JavaScript", "Swift") : ("Swift", "JavaScript")
        let remedy = isImported ? "leave [Import] out" : "mark it [Import] too"
        report(
            "foreign-parent",
            "\(decl.name) is implemented by \(child) and \(parent.name) by \(other); \(remedy), or give it a readonly attribute of the type \(parent.name)",
            at: parentSite(of: decl))
    }

    /// A member that a descendant declares again takes the inherited one's place: in Swift it overrides it, in JavaScript it hides it, and
    /// TypeScript wants a class to be usable as its parent. So its types are those of the inherited one.
    mutating func checkRedeclaredMembers(_ plan: BindingPlan) {
        checkRedeclaredProperties(plan)
        for container in plan.containers where !container.isImported && !container.ancestors.isEmpty {
            let inherited = container.ancestors.compactMap { plan.definition(named: $0.name)?.exportedContainer }
                .flatMap { ancestor in ancestor.members.map { (ancestor, $0) } }
            for member in container.members {
                // The nearest one: that it can stand in the place of those further up is told there.
                let inJavaScript = inherited.firstIndex { !member.jsPlaces.isDisjoint(with: $0.1.jsPlaces) }
                if let index = inJavaScript,
                    inherited[index].0.overloads(of: inherited[index].1).count > 1
                        || container.overloads(of: member).count > 1
                {
                    // Where there are several of one name, those of the descendant stand in the place of all inherited ones.
                    let (ancestor, other) = inherited[index]
                    let mine = container.overloads(of: member)
                    let isCovered = ancestor.overloads(of: other).allSatisfy { old in
                        mine.contains { $0.replaces(old, in: plan.hierarchy) }
                    }
                    if !isCovered { tellClash(member, other, ancestor, container) }
                    continue
                }
                let inSwift = inherited.firstIndex { member.swiftPlace != nil && member.swiftPlace == $0.1.swiftPlace }
                for index in Set([inJavaScript, inSwift].compactMap { $0 }).sorted() {
                    let (ancestor, other) = inherited[index]
                    guard !member.replaces(other, in: plan.hierarchy) else { continue }
                    tellClash(member, other, ancestor, container)
                }
            }
        }
    }

    private mutating func tellClash(
        _ member: MemberPlan, _ other: MemberPlan, _ ancestor: ContainerPlan, _ container: ContainerPlan
    ) {
        let meetInJavaScript = !member.jsPlaces.isDisjoint(with: other.jsPlaces)
        let meetInSwift = member.swiftPlace == other.swiftPlace
        let remedy = meetInSwift ? "a [JSName] and a [SwiftName]" : "a [JSName]"
        let message =
            meetInJavaScript
            ? "'\(member.name)' is another member of \(ancestor.name), and every \(container.name) is one; declare it as \(ancestor.name).\(other.name) is declared, or give it \(remedy)"
            : "'\(member.swiftPlace?.text ?? member.name)' is the Swift name of \(ancestor.name).\(other.name), which \(container.name) inherits; give this one another [SwiftName]"
        diagnostics.append(
            Diagnostic(
                .error, rule: meetInJavaScript ? "redeclared-member" : "swift-name-collision", message, at: member.origin.range,
                breadcrumb: member.origin.breadcrumb,
                notes: [Diagnostic.Note(message: "inherited from here", range: other.origin.range)]))
    }
}

extension ContainerPlan {
    /// The operations that share the member's name in JavaScript; the member itself is one.
    fileprivate func overloads(of member: MemberPlan) -> [MemberPlan] {
        members.filter { $0.name == member.name && $0.jsPlaces == member.jsPlaces }
    }
}

extension MemberPlan {
    /// Whether the member can stand in the place of an inherited one, for those who know the inherited one alone.
    fileprivate func replaces(_ other: MemberPlan, in hierarchy: ClassHierarchy) -> Bool {
        guard name == other.name else { return false }
        switch (self, other) {
        case (.constructor, _), (_, .constructor): return true
        case (.operation(let new), .operation(let old)): return new.replaces(old, in: hierarchy)
        case (.attribute(let new, let setter), .attribute(let old, let oldSetter)):
            return new.isStatic == old.isStatic && new.result.crossing == old.result.crossing
                && (setter != nil || oldSetter == nil) && (new.throwing == old.throwing || new.throwing == .never)
        case (.stringifier(let new, _), .stringifier(let old, _)): return new.throwing == old.throwing
        case (.operation, _), (.attribute, _), (.constant, _), (.stringifier, _), (.iteration, _), (.properties, _), (.json, _),
            (.kept, _):
            return false
        }
    }
}

extension FunctionPlan {
    fileprivate func replaces(_ other: FunctionPlan, in hierarchy: ClassHierarchy) -> Bool {
        isStatic == other.isStatic && arguments.count >= other.arguments.count && requiredCount <= other.requiredCount
            && zip(arguments, other.arguments).allSatisfy { $0.crossing == $1.crossing }
            && result.crossing.isSubtype(of: other.result.crossing, in: hierarchy)
            && (throwing == other.throwing || throwing == .never)
    }
}

extension Crossing {
    /// Whether each value of this type is one of the other: the same type, or an interface further down.
    func isSubtype(of other: Crossing, in hierarchy: ClassHierarchy) -> Bool {
        if self == other { return true }
        if let otherNullable = other.nullable {
            guard let nullable else { return isSubtype(of: otherNullable.wrapped, in: hierarchy) }
            return nullable.absence == otherNullable.absence
                && nullable.wrapped.isSubtype(of: otherNullable.wrapped, in: hierarchy)
        }
        guard form.reference == .object, other.form.reference == .object, let name = form.definition,
            let ancestor = other.form.definition
        else { return false }
        return hierarchy.inherits(name, from: ancestor)
    }
}

extension ResolvedModule {
    /// The module where no interface inherits from itself, of which the resolver has told.
    var withoutCycles: ResolvedModule {
        var parents: [String: String] = [:]
        for case .interface(let decl) in declarations { parents[decl.name] = decl.parent }
        func isInCycle(_ name: String) -> Bool {
            var seen: Set<String> = []
            var next = parents[name]
            while let parent = next, seen.insert(parent).inserted {
                if parent == name { return true }
                next = parents[parent]
            }
            return false
        }
        var module = self
        module.declarations = declarations.map { declaration in
            guard case .interface(var decl) = declaration, isInCycle(decl.name) else { return declaration }
            decl.parent = nil
            return .interface(decl)
        }
        return module
    }
}
