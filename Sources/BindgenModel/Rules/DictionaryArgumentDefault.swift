import BindgenIDL

/// Web IDL 2.5.3: an optional dictionary argument has a default value: a missing one is the same as `{}`.
enum DictionaryArgumentDefault: DeclarationRule {
    static let id = "dictionary-argument-default"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            guard !list.isOfCallback else { continue }
            for (argument, node) in zip(list.resolved, list.syntax)
            where argument.isOptional && argument.defaultValue == nil && argument.type.needsNoMember(set) {
                let end = node.name.range.offsets.upperBound
                let edit = Diagnostic.FixIt.Edit(
                    range: SourceRange(file: node.range.file, offsets: end..<end), replacement: " = {}")
                report.error(
                    id, "an optional dictionary argument has a default value; write `\(argument.name) = {}`",
                    at: argument.origin.range,
                    in: argument.origin.breadcrumb, fixIts: [.init(message: "add ` = {}`", edits: [edit])])
            }
        }
    }
}
