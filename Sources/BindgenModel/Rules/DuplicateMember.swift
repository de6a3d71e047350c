import BindgenIDL

/// Web IDL 2.5: within an interface and its mixins, or a namespace, a name belongs to one attribute, one constant or to
/// operations, static or not.
enum DuplicateMember: DeclarationRule {
    static let id = "duplicate-member"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        // A clash inside a mixin is told at the mixin, once, and not again for every interface that includes it.
        for container in set.containers {
            var first: [String: MemberModel] = [:]
            for member in set.members(of: container) {
                guard let name = member.name else { continue }
                guard let other = first[name] else {
                    first[name] = member
                    continue
                }
                if clash(member, other) { tell(name, member, other, container, set, &report) }
            }
        }
    }

    private static func clash(_ member: MemberModel, _ other: MemberModel) -> Bool {
        if case .operation = member.resolved, case .operation = other.resolved { return false }
        return true
    }

    private static func tell(
        _ name: String, _ member: MemberModel, _ other: MemberModel, _ container: ContainerModel, _ set: DeclarationSet,
        _ report: inout Report
    ) {
        let owner = set.containers[member.container]
        if owner.kind == .mixin, container.kind != .mixin {
            guard other.container != member.container else { return }
            report.error(
                id,
                "`\(container.name.text)`, which includes `\(owner.name.text)`, has a member `\(name)` already; rename one of them",
                at: member.origin.range, in: member.origin.breadcrumb,
                notes: [.init(message: "first declared here", range: other.origin.range)])
            return
        }
        report.error(
            id, "`\(name)` is declared already as \(other.kindInWords); rename one of them", at: member.origin.range,
            in: member.origin.breadcrumb, notes: [.init(message: "first declared here", range: other.origin.range)])
    }
}

extension MemberModel {
    /// `an attribute`, for diagnostics.
    var kindInWords: String {
        let stem = isStatic ? "a static " : ""
        return switch resolved {
        case .constructor: "a constructor"
        case .attribute: isStatic ? stem + "attribute" : "an attribute"
        case .operation: isStatic ? stem + "operation" : "an operation"
        case .constant: "a constant"
        case .iterable(let decl): "\(decl.kind.rawValue)"
        }
    }
}
