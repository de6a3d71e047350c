import BindgenIDL

/// Web IDL 2.5.3: only special operations go without a name.
enum IncompleteOperation: DeclarationRule {
    static let id = "incomplete-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .operation {
            guard case .operation(let node) = member.syntax, node.name == nil, node.special == nil || node.special == .static
            else { continue }
            let range = node.argumentsRange ?? node.range
            var name = "name"
            if let type = node.returnType, case .named(let word) = type.kind { name = word.text }
            report.error(
                id,
                "an operation has the type of its result before its name; write `undefined \(name)(…)` if it returns nothing, and "
                    + "otherwise the type in the place of `undefined`",
                at: SourceRange(file: range.file, offsets: range.offsets.lowerBound..<range.offsets.lowerBound + 1),
                in: member.origin.breadcrumb)
        }
    }
}
