import BindgenIDL

/// Web IDL 2.5.2 and 2.13.35: the types that no attribute can have, or none of its kind.
enum AttributeKind: DeclarationRule {
    static let id = "attribute-kind"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, case .attribute(let node) = member.syntax,
                let message = message(decl, in: set.containers[member.container])
            else { continue }
            report.error(id, message, at: node.type.range, in: decl.origin.breadcrumb)
        }
    }

    private static func message(_ decl: AttributeDecl, in container: ContainerModel) -> String? {
        if decl.type == .undefined { return "an attribute cannot be `undefined`; an operation can return it" }
        if decl.type.isPromise, !decl.isReadonly {
            return
                "an attribute that is a Promise is `readonly`; write `readonly attribute`, or an operation that takes the value"
        }
        if decl.type.isObservableArray, decl.isStatic || container.kind == .namespace {
            return "an ObservableArray is the type of regular attributes only, not of static ones or of a namespace"
        }
        return nil
    }
}
