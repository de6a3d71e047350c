import BindgenIDL

/// Web IDL 2.5.3: a dictionary argument that needs no member is optional if no required argument comes after it, so that callers can leave it
/// out.
enum DictionaryArgumentOptional: DeclarationRule {
    static let id = "dictionary-argument-optional"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists where !list.isOfCallback { check(list, set, &report) }
    }

    /// From the last argument back to the last one that callers must give.
    private static func check(_ list: ArgumentListModel, _ set: DeclarationSet, _ report: inout Report) {
        for index in list.resolved.indices.reversed() {
            if list.resolved[index].isOptional || list.resolved[index].isVariadic { continue }
            guard list.resolved[index].type.needsNoMember(set) else { return }
            tell(list.resolved[index], list.syntax[index], &report)
        }
    }

    private static func tell(_ argument: ArgumentDecl, _ node: ArgumentSyntax, _ report: inout Report) {
        let start = node.type.range.offsets.lowerBound
        let end = node.name.range.offsets.upperBound
        let file = node.range.file
        // It cannot be nullable either, which is told by a rule of its own.
        let type = argument.type.innermost
        var edits = [Diagnostic.FixIt.Edit(range: SourceRange(file: file, offsets: start..<start), replacement: "optional ")]
        if let mark = node.type.nullableRange { edits.append(.init(range: mark, replacement: "")) }
        edits.append(.init(range: SourceRange(file: file, offsets: end..<end), replacement: " = {}"))
        report.error(
            id,
            "a dictionary without required members is optional here; write `optional \(type.spelling) \(argument.name) = {}`",
            at: argument.origin.range, in: argument.origin.breadcrumb,
            fixIts: [.init(message: "make it optional", edits: edits)])
    }
}

extension ResolvedType {
    /// Whether the type is, or has in a union, a dictionary of which `{}` is a value.
    func needsNoMember(_ set: DeclarationSet) -> Bool {
        flattenedMembers.contains { member in
            guard case .dictionary(let name) = member.innermost else { return false }
            return !set.allMembers(ofDictionary: name).contains { $0.isRequired }
        }
    }
}
