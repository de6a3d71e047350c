import BindgenIDL

/// Web IDL 2.13.32: what cannot stand in a union, and how many nullable members it can have.
enum UnionMember: TypeRule {
    static let id = "union-member"

    static func check(_ site: TypeSite, _ report: inout Report) {
        guard case .union(let members, _) = site.type.innermost, case .union(let nodes) = site.syntax.kind else { return }
        for (member, node) in zip(members, nodes) {
            switch member.innermost {
            case .any: tell("`any` takes every value, so it cannot stand in a union", node, site, &report)
            case .promise: tell("a Promise cannot stand in a union", node, site, &report)
            case .observableArray: tell("an ObservableArray cannot stand in a union", node, site, &report)
            default: break
            }
        }
        let union = ResolvedType.union(members)
        let nullable = union.nullableMemberCount
        if nullable > 1 {
            tell("a union has at most one nullable member; this one has \(nullable)", site.syntax, site, &report)
        } else if nullable == 1, union.isOrHasDictionary {
            tell(
                "a union with a dictionary has no nullable member: null is read as a dictionary without members", site.syntax,
                site,
                &report)
        }
    }

    private static func tell(_ message: String, _ syntax: TypeSyntax, _ site: TypeSite, _ report: inout Report) {
        report.error(id, message, at: syntax.range, in: site.breadcrumb)
    }
}
