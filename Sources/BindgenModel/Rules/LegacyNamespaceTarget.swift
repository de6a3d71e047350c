import BindgenIDL

/// Web IDL 3.4.4: `[LegacyNamespace]` names a namespace.
enum LegacyNamespaceTarget: DeclarationRule {
    static let id = "legacy-namespace-target"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .interface {
            guard let name = container.attribute(named: "LegacyNamespace")?.identifiers.first else { continue }
            guard let entry = set.table[name.text] else {
                UnknownName.report(name, as: "namespace", set.table, in: container.origin.breadcrumb, &report)
                continue
            }
            guard entry.kind != .namespace else { continue }
            report.error(
                id, "[LegacyNamespace] names a namespace; `\(name.text)` is \(entry.kind.withArticle)", at: name.range,
                in: container.origin.breadcrumb, notes: [.init(message: "defined here", range: entry.name.range)])
        }
    }
}
