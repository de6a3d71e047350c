import BindgenIDL

/// `--standard` allows no attribute of ours.
enum NonstandardAttribute: DeclarationRule, TypeRule {
    static let id = "nonstandard-attribute"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        guard report.dialect == .standard else { return }
        for site in set.attributeLists { check(site.list, site.breadcrumb, &report) }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        guard report.dialect == .standard else { return }
        check(site.syntax.extendedAttributes, site.breadcrumb, &report)
    }

    private static func check(_ list: ExtendedAttributeListSyntax, _ breadcrumb: [String], _ report: inout Report) {
        for attribute in list {
            guard AttributeTable.byName[attribute.name.text]?.source == .bindgen else { continue }
            report.error(
                id, "[\(attribute.name.text)] is an attribute of swift-bindgen and no part of the standard", at: attribute.range,
                in: breadcrumb)
        }
    }
}
