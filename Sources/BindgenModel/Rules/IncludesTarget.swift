import BindgenIDL

/// Web IDL 2.4: `A includes M;` names an interface and a mixin, and each pair once.
enum IncludesTarget: DeclarationRule {
    static let id = "includes-target"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        var seen: [String: IncludesSyntax] = [:]
        for node in set.table.includes {
            let breadcrumb = ["\(node.target.text) includes \(node.mixin.text)"]
            let target = expect(.interface, node.target, set, breadcrumb, &report)
            let mixin = expect(.mixin, node.mixin, set, breadcrumb, &report)
            guard target, mixin else { continue }
            let pair = node.target.text + " " + node.mixin.text
            if let first = seen[pair] {
                report.error(
                    id, "`\(node.target.text)` includes `\(node.mixin.text)` already; remove this statement", at: node.range,
                    in: breadcrumb, notes: [.init(message: "first included here", range: first.range)],
                    fixIts: [.init(message: "remove this statement", edits: [.init(range: node.range, replacement: "")])])
            } else {
                seen[pair] = node
            }
        }
    }

    private static func expect(
        _ kind: DefinitionKind, _ name: NameSyntax, _ set: DeclarationSet, _ breadcrumb: [String], _ report: inout Report
    ) -> Bool {
        guard let entry = set.table[name.text] else {
            UnknownName.report(name, as: kind.rawValue, set.table, in: breadcrumb, &report)
            return false
        }
        guard entry.kind != kind else { return true }
        let place = kind == .mixin ? "right" : "left"
        report.error(
            id, "`\(name.text)` is \(entry.kind.withArticle); the \(place) side of `includes` names \(kind.withArticle)",
            at: name.range, in: breadcrumb, notes: [.init(message: "defined here", range: entry.name.range)])
        return false
    }
}
