import BindgenIDL

/// A partial definition adds to a definition of its own kind.
enum PartialTarget: DeclarationRule {
    static let id = "partial-target"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for partial in set.table.orphans {
            guard let name = partial.name, let kind = partial.kind else { continue }
            if let entry = set.table[name.text] {
                report.error(
                    id, "`\(name.text)` is \(entry.kind.withArticle), so a partial \(kind.rawValue) cannot add to it",
                    at: name.range, in: [partial.crumb], notes: [.init(message: "defined here", range: entry.name.range)])
            } else {
                UnknownName.report(name, as: kind.rawValue, set.table, in: [partial.crumb], &report)
            }
        }
    }
}
