import BindgenIDL

/// Web IDL 2.14: an extended attribute stands once in a list, unless its meaning is a list.
enum DuplicateAttribute: DeclarationRule, TypeRule {
    static let id = "duplicate-attribute"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists { check(site.list, site.breadcrumb, &report) }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        check(site.syntax.extendedAttributes, site.breadcrumb, &report)
    }

    private static func check(_ list: ExtendedAttributeListSyntax, _ breadcrumb: [String], _ report: inout Report) {
        guard list.count > 1 else { return }
        var first: [String: ExtendedAttributeSyntax] = [:]
        for attribute in list {
            guard let known = AttributeTable.byName[attribute.canonicalName], !known.repeats else { continue }
            if let other = first[known.name] {
                report.error(
                    id, "[\(attribute.name.text)] stands twice in this list; keep one", at: attribute.range, in: breadcrumb,
                    notes: [.init(message: "first here", range: other.range)],
                    fixIts: isSame(attribute, other) ? list.removal(of: attribute).map { [$0] } ?? [] : [])
            } else {
                first[known.name] = attribute
            }
        }
    }

    private static func isSame(_ first: ExtendedAttributeSyntax, _ second: ExtendedAttributeSyntax) -> Bool {
        let file = first.range.file
        return file.text(in: first.range.offsets) == file.text(in: second.range.offsets)
    }
}
