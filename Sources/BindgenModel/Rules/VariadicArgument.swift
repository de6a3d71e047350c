import BindgenIDL

/// Web IDL 2.5.3: a variadic argument is the last one.
enum VariadicArgument: DeclarationRule {
    static let id = "variadic-argument"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            for argument in list.resolved.dropLast() where argument.isVariadic {
                report.error(
                    id, "a variadic argument takes all that follow, so it is the last one", at: argument.origin.range,
                    in: argument.origin.breadcrumb)
            }
        }
    }
}
