import BindgenIDL

/// Web IDL 2.5.3, 2.13: the types that an operation cannot return. In our dialect it can return an async_sequence, which is then an async iterator.
enum ReturnType: DeclarationRule {
    static let id = "return-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers {
            guard case .operation(let decl) = member.resolved, case .operation(let node) = member.syntax,
                let type = node.returnType
            else { continue }
            check(decl.result, type, decl.origin, isOfCallback: false, &report)
        }
        for callback in set.callbacks {
            check(callback.resolved.result, callback.syntax.returnType, callback.resolved.origin, isOfCallback: true, &report)
        }
    }

    private static func check(
        _ type: ResolvedType, _ syntax: TypeSyntax, _ origin: Origin, isOfCallback: Bool, _ report: inout Report
    ) {
        if type.first(where: { $0.isObservableArray }) != nil {
            report.error(
                id, "an ObservableArray is the type of regular attributes only; write `sequence`", at: syntax.range,
                in: origin.breadcrumb)
        } else if !isOfCallback, report.dialect == .standard, type.first(where: { $0.isAsyncSequence }) != nil {
            report.error(
                id, "an async_sequence is taken from JavaScript, never given to it; return an interface with `async_iterable`",
                at: syntax.range, in: origin.breadcrumb)
        }
    }
}
