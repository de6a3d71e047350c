import BindgenIDL

/// Web IDL 2.5.3: a dictionary argument is not nullable: null is read as a dictionary without members.
enum DictionaryArgumentNullable: DeclarationRule {
    static let id = "dictionary-argument-nullable"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            guard !list.isOfCallback else { continue }
            for (argument, node) in zip(list.resolved, list.syntax) {
                guard argument.type.includesNullableType, argument.type.isOrHasDictionary else { continue }
                var fixIts: [Diagnostic.FixIt] = []
                if let mark = node.type.nullableRange {
                    fixIts.append(.init(message: "remove the `?`", edits: [.init(range: mark, replacement: "")]))
                }
                report.error(
                    id, "a dictionary argument cannot be nullable: null is read as a dictionary without members; remove the `?`",
                    at: argument.origin.range, in: argument.origin.breadcrumb, fixIts: fixIts)
            }
        }
    }
}
