import BindgenIDL

/// Web IDL 3.3: `[Clamp]`, `[EnforceRange]` and `[LegacyNullToEmptyString]` say how a value is taken, and a read-only attribute takes none.
enum ReadonlyTypeAttributes: DeclarationRule {
    static let id = "readonly-type-attributes"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, case .attribute(let node) = member.syntax, decl.isReadonly,
                let attribute = attribute(of: decl.type)
            else { continue }
            let written = node.type.extendedAttributes.first(named: attribute)
            report.error(
                id, "a `readonly` attribute takes no values, so [\(attribute)] does not apply to its type",
                at: written?.range ?? node.type.range, in: decl.origin.breadcrumb,
                fixIts: written.flatMap { node.type.extendedAttributes.removal(of: $0) }.map { [$0] } ?? [])
        }
    }

    private static func attribute(of type: ResolvedType) -> String? {
        switch type.innermost {
        case .integer(_, .clamp): "Clamp"
        case .integer(_, .enforceRange): "EnforceRange"
        case .string(_, nullIsEmpty: true): "LegacyNullToEmptyString"
        default: nil
        }
    }
}
