import BindgenIDL

/// Web IDL 3.4.10: no interface further down has a member of the name of a `[LegacyUnforgeable]` one, which would hide it.
enum UnforgeableShadowed: DeclarationRule {
    static let id = "unforgeable-shadowed"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        var unforgeable: [String: [String: Origin]] = [:]
        for container in set.containers where container.kind == .interface {
            for member in set.members(of: container)
            where !member.isStatic && member.attributes.first(named: "LegacyUnforgeable") != nil {
                if let name = member.name { unforgeable[container.name.text, default: [:]][name] = member.origin }
            }
        }
        guard !unforgeable.isEmpty else { return }
        for container in set.containers where container.kind == .interface && container.parent != nil {
            for ancestor in set.table.chain(of: container.name.text).dropFirst() {
                guard let names = unforgeable[ancestor] else { continue }
                check(container, names, ancestor, set, &report)
            }
        }
    }

    private static func check(
        _ container: ContainerModel, _ names: [String: Origin], _ ancestor: String, _ set: DeclarationSet, _ report: inout Report
    ) {
        func tell(_ name: String, _ member: MemberModel, _ other: Origin) {
            report.error(
                id, "`\(name)` hides the [LegacyUnforgeable] member of `\(ancestor)`, which nothing may hide; rename it",
                at: member.origin.range, in: member.origin.breadcrumb,
                notes: [.init(message: "declared here", range: other.range)])
        }
        for member in set.members(of: container) where !member.isStatic {
            if let name = member.name, let other = names[name] { tell(name, member, other) }
            guard let decl = member.iterable else { continue }
            for name in decl.reservedNames.union(decl.replaceableNames).sorted() {
                if let other = names[name] { tell(name, member, other) }
            }
        }
    }
}
