import BindgenIDL

/// Web IDL 3.4.5: without an interface object there is nothing that a constructor or a static member could stand on.
enum NoInterfaceObject: DeclarationRule {
    static let id = "no-interface-object"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .interface {
            guard let attribute = container.attribute(named: "LegacyNoInterfaceObject") else { continue }
            for member in set.members(of: container) where member.kind == .constructor || member.isStatic {
                report.error(
                    id, "a [\(attribute.name.text)] interface has no object for \(member.kindInWords); remove one of them",
                    at: member.origin.range, in: member.origin.breadcrumb,
                    notes: [.init(message: "marked here", range: attribute.range)])
            }
        }
    }
}
