import BindgenIDL

/// Web IDL 2.5.7: all overloads of an operation stand in the same definition, not in a partial or a mixin of it.
enum CrossOverload: DeclarationRule {
    static let id = "cross-overload"

    private struct Key: Hashable {
        var name: String
        var isStatic: Bool
    }

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        let included = Set(set.containers.flatMap(\.mixins))
        for (index, container) in set.containers.enumerated() {
            // What no interface has is no overload of anything yet.
            guard container.kind != .mixin || included.contains(index) else { continue }
            guard container.parts.count + container.mixins.count > 1 else { continue }
            var first: [Key: MemberModel] = [:]
            for member in set.members(of: container) {
                guard case .operation = member.resolved, let name = member.name else { continue }
                let key = Key(name: name, isStatic: member.isStatic)
                guard let other = first[key] else {
                    first[key] = member
                    continue
                }
                guard other.container != member.container || other.part != member.part else { continue }
                // A mixin whose own parts clash is told about at the mixin.
                if container.kind != .mixin, other.container == member.container, set.containers[member.container].kind == .mixin
                {
                    continue
                }
                report.error(
                    id,
                    "operation `\(name)` of `\(container.name.text)` is overloaded across definitions; move the overloads into one of them",
                    at: member.origin.range, in: member.origin.breadcrumb,
                    notes: [.init(message: "the first of the overloads", range: other.origin.range)])
            }
        }
    }
}
