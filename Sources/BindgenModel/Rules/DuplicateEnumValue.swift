import BindgenIDL

/// Web IDL 2.9: the values of an enumeration are different.
enum DuplicateEnumValue: DeclarationRule {
    static let id = "duplicate-enum-value"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for (_, decl) in set.enumerations {
            var first: [String: EnumDecl.Value] = [:]
            for value in decl.values {
                if let other = first[value.text] {
                    report.error(
                        id, "enum `\(decl.name)` has the value \"\(value.text)\" already; remove this one", at: value.range,
                        in: decl.origin.breadcrumb, notes: [.init(message: "first here", range: other.range)])
                } else {
                    first[value.text] = value
                }
            }
        }
    }
}
