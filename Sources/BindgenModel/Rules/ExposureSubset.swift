import BindgenIDL

/// Web IDL 3.3.6: a member or partial is exposed only where the definition that holds it is.
enum ExposureSubset: DeclarationRule {
    static let id = "exposure-subset"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        let exposure = Exposure(set)
        for container in set.containers {
            guard let definition = container.parts.first else { continue }
            let whole = definition.attributes.first(named: "Exposed")
            for part in container.parts {
                let own = part.attributes.first(named: "Exposed")
                if part.isPartial, let own, let whole {
                    check(own, inside: whole, exposure, part.breadcrumb, &report)
                }
                guard let outer = own ?? whole else { continue }
                for member in part.members where member.hasAttributes {
                    guard let inner = member.attributes.first(named: "Exposed") else { continue }
                    check(inner, inside: outer, exposure, member.origin.breadcrumb, &report)
                }
            }
        }
    }

    private static func check(
        _ inner: ExtendedAttributeSyntax, inside outer: ExtendedAttributeSyntax, _ exposure: Exposure, _ breadcrumb: [String],
        _ report: inout Report
    ) {
        guard let allowed = exposure.scopes(outer) else { return }
        let wanted = exposure.scopes(inner)
        if let wanted, wanted.isSubset(of: allowed) { return }
        let extra = wanted.map { $0.subtracting(allowed).sorted().map { "`\($0)`" }.joined(separator: ", ") } ?? "`*`"
        report.strict(
            id, "exposed in \(extra), where what holds it is not; take it out here or add it there", at: inner.range,
            in: breadcrumb,
            notes: [.init(message: "the outer [Exposed]", range: outer.range)])
    }
}
