import BindgenIDL

/// An interface inherits from an interface, a dictionary from a dictionary.
enum InvalidParent: DeclarationRule {
    static let id = "invalid-parent"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers {
            if let parent = container.parent { check(parent, .interface, container.origin, set, &report) }
        }
        for dictionary in set.dictionaries {
            if let parent = dictionary.parent { check(parent, .dictionary, dictionary.origin, set, &report) }
        }
    }

    private static func check(
        _ parent: NameSyntax, _ kind: DefinitionKind, _ origin: Origin, _ set: DeclarationSet, _ report: inout Report
    ) {
        guard let entry = set.table[parent.text] else {
            UnknownName.report(parent, as: kind.rawValue, set.table, in: origin.breadcrumb, &report)
            return
        }
        guard entry.kind != kind else { return }
        let advice = entry.kind == .mixin ? "; write an `includes` statement instead" : ""
        report.error(
            id,
            "`\(parent.text)` is \(entry.kind.withArticle); \(kind.withArticle) inherits only from \(kind.withArticle)\(advice)",
            at: parent.range, in: origin.breadcrumb, notes: [.init(message: "defined here", range: entry.name.range)])
    }
}
