import BindgenIDL

/// Web IDL 3.3.3, 3.3.13: `[SecureContext]` and `[CrossOriginIsolated]` stand on a definition or on its members, not on both.
enum RedundantContext: DeclarationRule {
    static let id = "redundant-context"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers {
            for name in ["SecureContext", "CrossOriginIsolated"] {
                let whole = container.parts.first?.attributes.first(named: name)
                for part in container.parts {
                    guard let outer = part.attributes.first(named: name) ?? whole else { continue }
                    for member in part.members {
                        guard let inner = member.attributes.first(named: name) else { continue }
                        report.strict(
                            id, "[\(name)] stands on the whole definition already; remove it here", at: inner.range,
                            in: member.origin.breadcrumb, notes: [.init(message: "the outer one", range: outer.range)],
                            fixIts: member.attributes.removal(of: inner).map { [$0] } ?? [])
                    }
                }
            }
        }
    }
}
