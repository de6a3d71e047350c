import BindgenIDL

/// Web IDL 3.3: each type attribute applies to certain types only.
enum TypeAttributeTarget: Rule {
    static let id = "type-attribute-target"

    static func report(
        _ attribute: ExtendedAttributeSyntax, _ wanted: String, _ type: ResolvedType, _ site: TypeSite, _ report: inout Report
    ) {
        report.error(
            id, "[\(attribute.name.text)] applies to \(wanted); this is `\(type.spelling)`", at: attribute.range,
            in: site.breadcrumb)
    }
}
