import BindgenIDL

/// Web IDL 2.5.9 to 2.5.12, 2.13: the types that iterable, maplike and setlike declarations cannot have.
enum IterableType: DeclarationRule {
    static let id = "iterable-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .iterable {
            guard case .iterable(let decl) = member.resolved, case .iterable(let node) = member.syntax else { continue }
            if let key = decl.key, let syntax = node.keyType { check(key, syntax, decl, &report) }
            check(decl.value, node.valueType, decl, &report)
        }
    }

    private static func check(_ type: ResolvedType, _ syntax: TypeSyntax, _ decl: IterableDecl, _ report: inout Report) {
        let found = type.first { $0.isObservableArray || $0.isAsyncSequence }
        guard let found else { return }
        report.error(
            id, "`\(decl.kind.rawValue)` cannot hold `\(found.spelling)`", at: syntax.range, in: decl.origin.breadcrumb)
    }
}
