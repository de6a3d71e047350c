import BindgenIDL

/// Web IDL 3.3.4, 3.3.5: `[Clamp]` and `[EnforceRange]` exclude each other, also through a typedef.
enum ConflictingTypeAttributes: Rule {
    static let id = "conflicting-type-attributes"

    static func report(_ attribute: ExtendedAttributeSyntax, _ site: TypeSite, _ report: inout Report) {
        let other = attribute.name.text == "Clamp" ? "EnforceRange" : "Clamp"
        report.error(
            id, "[\(attribute.name.text)] excludes [\(other)], which this type has already; keep one of them",
            at: attribute.range,
            in: site.breadcrumb)
    }
}
