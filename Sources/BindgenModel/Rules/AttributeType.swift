import BindgenIDL

/// Web IDL 2.5.2: the types that an attribute cannot have: those that would be another object at every access. In our dialect a `readonly`
/// attribute can: it gives a new one at each read, as getters of npm packages do.
enum AttributeType: DeclarationRule {
    static let id = "attribute-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, case .attribute(let node) = member.syntax else { continue }
            guard let message = message(decl, in: set.containers[member.container], report.dialect) else { continue }
            report.error(id, message, at: node.type.range, in: decl.origin.breadcrumb)
        }
    }

    private static func message(_ decl: AttributeDecl, in container: ContainerModel, _ dialect: Dialect) -> String? {
        let found = decl.type.firstFlattened { type in
            switch type {
            case .sequence, .record, .dictionary, .asyncSequence: !decl.isReadonly || dialect == .standard
            default: false
            }
        }
        if let found {
            let readonly = decl.isReadonly || dialect == .standard ? "" : "; `readonly` it can be"
            let advice = if case .sequence = found { "; `FrozenArray` is possible" } else { "; an operation can give it" }
            return "an attribute cannot be `\(found.spelling)`\(readonly.isEmpty ? advice : readonly)"
        }
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
