import BindgenIDL

/// Web IDL 2.5.3: the arguments of an operation have different names.
enum DuplicateArgument: DeclarationRule {
    static let id = "duplicate-argument"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            guard list.resolved.count > 1 else { continue }
            var first: [String: ArgumentDecl] = [:]
            for argument in list.resolved {
                if let other = first[argument.name] {
                    report.error(
                        id, "another argument is named `\(argument.name)`; rename one of them", at: argument.origin.range,
                        in: argument.origin.breadcrumb, notes: [.init(message: "first here", range: other.origin.range)])
                } else {
                    first[argument.name] = argument
                }
            }
        }
    }
}
