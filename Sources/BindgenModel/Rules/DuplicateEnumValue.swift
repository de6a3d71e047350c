import BindgenIDL

/// Web IDL 2.9: the values of an enumeration are different.
enum DuplicateEnumValue: DeclarationRule {
    static let id = "duplicate-enum-value"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for (_, decl) in set.enumerations {
            var first: [String: EnumDecl.Value] = [:]
            for (index, value) in decl.values.enumerated() {
                if let other = first[value.text] {
                    report.error(
                        id, "enum `\(decl.name)` has the value \"\(value.text)\" already; remove this one", at: value.range,
                        in: decl.origin.breadcrumb, notes: [.init(message: "first here", range: other.range)],
                        fixIts: [removal(of: value, after: decl.values[index - 1])])
                } else {
                    first[value.text] = value
                }
            }
        }
    }

    /// A second value is never the first one, so a comma stands before it.
    private static func removal(of value: EnumDecl.Value, after previous: EnumDecl.Value) -> Diagnostic.FixIt {
        let offsets = previous.range.offsets.upperBound..<max(previous.range.offsets.upperBound, value.range.offsets.upperBound)
        let edit = Diagnostic.FixIt.Edit(range: SourceRange(file: value.range.file, offsets: offsets), replacement: "")
        return .init(message: "remove \"\(value.text)\"", edits: [edit])
    }
}
