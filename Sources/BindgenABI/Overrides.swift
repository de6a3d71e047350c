import BindgenModel

/// `[Overridable]`: operations that classes of JavaScript's override, which Swift calls as JavaScript would.
extension Planner {
    /// The namespace by which Swift calls what the object has in JavaScript; nil where nothing can be overridden. Its operations are
    /// those of the interface, with the object before their arguments.
    func overrides(of declaration: Declaration) -> NamespaceDecl? {
        guard case .interface(let decl) = declaration, decl.origin.annotations.importSource == nil else { return nil }
        let members = decl.overridable.filter { !$0.isStatic }.map { operation in
            let object = ArgumentDecl(
                name: "of", origin: Origin(range: operation.origin.range, breadcrumb: operation.origin.breadcrumb),
                type: .interface(decl.name))
            return NamespaceDecl.Member.operation(
                OperationDecl(
                    name: operation.name, origin: operation.origin, result: operation.result,
                    arguments: [object] + operation.arguments))
        }
        guard !members.isEmpty, declarations[Self.overridesName(decl)] == nil else { return nil }
        var annotations = Annotations()
        annotations.importSource = .object
        return NamespaceDecl(
            name: Self.overridesName(decl),
            origin: Origin(
                range: decl.origin.range,
                documentation: "The members of `\(decl.name)` as JavaScript has them: a class's own, or Swift's.",
                annotations: annotations, breadcrumb: decl.origin.breadcrumb),
            members: members)
    }

    /// Called for each interface: what is marked has to be an operation of an object that Swift implements.
    mutating func checkOverridable(_ decl: InterfaceDecl) {
        for operation in decl.overridable {
            let site = TypeSite(.nested, operation.origin).ofAttribute("Overridable")
            if decl.origin.annotations.importSource != nil {
                refuse("[Overridable] in an imported interface", "leave it out: Swift calls what the object has", at: site)
            } else if operation.isStatic {
                refuse("[Overridable] on a static operation", "leave it out: Swift calls what an object has", at: site)
            }
        }
        let name = Self.overridesName(decl)
        if !decl.overridable.isEmpty, let other = declarations[name] {
            refuse(
                "a definition called `\(name)`, by which Swift calls what is overridden of \(decl.name),",
                "give it another name", at: TypeSite(.nested, other.origin))
        }
    }

    private static func overridesName(_ decl: InterfaceDecl) -> String { decl.name + "Overrides" }
}

extension InterfaceDecl {
    fileprivate var overridable: [OperationDecl] {
        members.compactMap { member in
            guard case .operation(let operation) = member, operation.origin.annotations.isOverridable else { return nil }
            return operation
        }
    }

    /// Whether an object of a class that extends it stays in JavaScript for as long as it is not disposed of.
    var hasOverridable: Bool { !overridable.isEmpty }
}
