import BindgenIDL

/// Web IDL 3.3.6: interfaces and namespaces say where they are exposed. Our dialect takes a missing `[Exposed]` as `[Exposed=*]`.
enum MissingExposed: DeclarationRule {
    static let id = "missing-exposed"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        guard report.dialect == .standard else { return }
        for container in set.containers {
            switch container.kind {
            case .interface, .namespace: break
            case .callbackInterface:
                // Only a callback interface with constants has an object that could be exposed.
                let hasConstants = container.ownMembers.contains { $0.isConstant }
                guard hasConstants else { continue }
            default: continue
            }
            guard let definition = container.parts.first, definition.attributes.first(named: "Exposed") == nil else { continue }
            report.error(
                id,
                "\(container.kind.rawValue) `\(container.name.text)` does not say where it is exposed; write `[Exposed=*]` or name the globals",
                at: container.name.range, in: container.origin.breadcrumb)
        }
    }
}
