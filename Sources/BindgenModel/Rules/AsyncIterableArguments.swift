import BindgenIDL

/// Web IDL 2.5.10: all arguments of `async_iterable` are optional: a `for await` statement passes none.
enum AsyncIterableArguments: DeclarationRule {
    static let id = "async-iterable-arguments"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .iterable {
            guard case .iterable(let decl) = member.resolved else { continue }
            for argument in decl.arguments where !argument.isOptional {
                report.error(
                    id, "the arguments of `async_iterable` are optional; write `optional` before it, with a default or without",
                    at: argument.origin.range, in: argument.origin.breadcrumb)
            }
        }
    }
}
