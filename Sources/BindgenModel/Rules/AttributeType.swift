import BindgenIDL

/// Web IDL 2.5.2: the types that an attribute cannot have, as it would be another object at every access. In our dialect a `readonly`
/// attribute can: it gives a new one at each read, as getters of npm packages do. So can any of an import, which keeps what it is given.
enum AttributeType: DeclarationRule {
    static let id = "attribute-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, case .attribute(let node) = member.syntax,
                let found = found(in: decl, of: set.containers[member.container], report.dialect)
            else { continue }
            let advice =
                if !decl.isReadonly && report.dialect != .standard {
                    "`readonly` it can be"
                } else if case .sequence = found {
                    "`FrozenArray` is possible"
                } else {
                    "an operation can give it"
                }
            report.error(
                id, "an attribute cannot be `\(found.spelling)`; \(advice)", at: node.type.range, in: decl.origin.breadcrumb)
        }
    }

    private static func found(in decl: AttributeDecl, of container: ContainerModel, _ dialect: Dialect) -> ResolvedType? {
        let isImported = container.origin.annotations.importSource != nil
        if decl.isReadonly || isImported, dialect != .standard { return nil }
        return decl.type.firstFlattened { type in
            switch type {
            case .sequence, .record, .dictionary, .asyncSequence: true
            default: false
            }
        }
    }
}
