import BindgenIDL

/// Web IDL 3.3.7: there is one object of a `[Global]` interface, made by the browser: no constructors, no interface below it, no
/// `[LegacyOverrideBuiltIns]`, no named setters and deleters.
enum GlobalInterface: DeclarationRule {
    static let id = "global-interface"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .interface {
            if let attribute = container.attribute(named: "Global") { checkGlobal(container, attribute, set, &report) }
            guard let parent = container.parent, let global = set.container(named: parent.text),
                let attribute = global.attribute(named: "Global")
            else { continue }
            report.strict(
                id, "`\(parent.text)` is [Global], so no interface inherits from it", at: parent.range,
                in: container.origin.breadcrumb, notes: [.init(message: "marked here", range: attribute.range)])
        }
    }

    private static func checkGlobal(
        _ container: ContainerModel, _ global: ExtendedAttributeSyntax, _ set: DeclarationSet, _ report: inout Report
    ) {
        let note = Diagnostic.Note(message: "[Global] is here", range: global.range)
        for member in container.ownMembers {
            guard case .constructor = member.resolved else { continue }
            report.strict(
                id, "a [Global] interface has no constructors", at: member.origin.range, in: member.origin.breadcrumb,
                notes: [note])
        }
        // Web IDL 3.3.7. What it inherits counts too.
        for ancestor in set.table.chain(of: container.name.text) {
            guard let holder = set.container(named: ancestor) else { continue }
            for member in set.members(of: holder) {
                guard case .operation(let decl) = member.resolved, let special = decl.special,
                    special == .setter || special == .deleter,
                    case .string = decl.arguments.first?.type
                else { continue }
                report.strict(
                    id, "a [Global] interface has no named \(special.rawValue)s", at: member.origin.range,
                    in: member.origin.breadcrumb,
                    notes: [note])
            }
        }
        for part in container.parts {
            for name in ["LegacyFactoryFunction", "LegacyNoInterfaceObject"] where part.isPartial == false {
                guard let attribute = part.attributes.first(named: name) else { continue }
                report.strict(
                    id, "a [Global] interface cannot be [\(attribute.name.text)]", at: attribute.range, in: part.breadcrumb,
                    notes: [note])
            }
        }
        for ancestor in set.table.chain(of: container.name.text) {
            guard let other = set.container(named: ancestor)?.attribute(named: "LegacyOverrideBuiltIns") else { continue }
            report.strict(
                id, "a [Global] interface and those it inherits from cannot be [\(other.name.text)]", at: other.range,
                in: container.origin.breadcrumb, notes: [note])
        }
    }
}
