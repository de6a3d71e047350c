import BindgenIDL

/// Mixins and namespaces are no types.
enum NotAType: Rule {
    static let id = "not-a-type"

    static func report(_ name: NameSyntax, _ entry: DefinitionTable.Entry, in breadcrumb: [String], _ report: inout Report) {
        let advice =
            entry.kind == .mixin
            ? "name an interface that includes it" : "a namespace has no instances; name what one of its members takes or gives"
        report.error(
            id, "`\(name.text)` is \(entry.kind.withArticle) and no type; \(advice)", at: name.range, in: breadcrumb,
            notes: [.init(message: "defined here", range: entry.name.range)])
    }
}
