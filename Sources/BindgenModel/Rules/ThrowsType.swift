import BindgenIDL

/// `[Throws=Name]` names an enum, whose values are the errors, or a dictionary, which is what an error says.
enum ThrowsType: DeclarationRule {
    static let id = "throws-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists {
            for attribute in site.list where attribute.name.text == "Throws" {
                guard case .identifier(let name) = attribute.value else { continue }
                guard let entry = set.table[name.text] else {
                    UnknownName.report(name, as: "enum or dictionary", set.table, in: site.breadcrumb, &report)
                    continue
                }
                guard entry.kind != .enumeration, entry.kind != .dictionary else { continue }
                report.error(
                    id,
                    "[Throws=\(name.text)] names \(entry.kind.withArticle); errors are the values of an enum, or a dictionary",
                    at: name.range,
                    in: site.breadcrumb, notes: [.init(message: "defined here", range: entry.name.range)])
            }
        }
    }
}
