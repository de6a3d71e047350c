import BindgenIDL

/// Web IDL 2.5.3: only special operations go without a name.
enum IncompleteOperation: DeclarationRule {
    static let id = "incomplete-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .operation {
            guard case .operation(let node) = member.syntax, node.name == nil, node.special == nil || node.special == .static
            else { continue }
            let range = node.argumentsRange ?? node.range
            var fixIts: [Diagnostic.FixIt] = []
            if let type = node.returnType, case .named = type.kind, !type.isNullable, type.extendedAttributes.isEmpty {
                let start = type.range.offsets.lowerBound
                fixIts.append(.init("write `undefined` before it", insert: "undefined ", at: start, in: type.range.file))
            }
            report.error(
                id, "an operation has a return type and a name; write `undefined name(…)` if it returns nothing",
                at: SourceRange(file: range.file, offsets: range.offsets.lowerBound..<range.offsets.lowerBound + 1),
                in: member.origin.breadcrumb, fixIts: fixIts)
        }
    }
}
