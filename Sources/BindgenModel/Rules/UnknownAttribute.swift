import BindgenIDL

/// An extended attribute that no specification known to us defines: it may be misspelled, so it is told, but it does no harm.
enum UnknownAttribute: DeclarationRule, TypeRule {
    static let id = "unknown-attribute"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists {
            for attribute in site.list { check(attribute, site.breadcrumb, &report) }
        }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        for attribute in site.syntax.extendedAttributes { check(attribute, site.breadcrumb, &report) }
    }

    private static func check(_ attribute: ExtendedAttributeSyntax, _ breadcrumb: [String], _ report: inout Report) {
        let name = attribute.name
        guard !name.text.isEmpty, AttributeTable.byName[name.text] == nil else { return }
        var message = "unknown extended attribute [\(name.text)]; it has no effect"
        var fixIts: [Diagnostic.FixIt] = []
        let candidates = AttributeTable.all.lazy.filter { $0.source != .legacy }.map(\.name)
        if report.diagnostics.count < 1000, let near = NearestName.find(name.text, in: Array(candidates)) {
            message = "unknown extended attribute [\(name.text)]; did you mean [\(near)]?"
            if NearestName.isSlip(name.text, of: near) {
                fixIts.append(.init(message: "replace by `\(near)`", edits: [.init(range: name.range, replacement: near)]))
            }
        }
        report.warning(id, message, at: name.range, in: breadcrumb, fixIts: fixIts)
    }
}
