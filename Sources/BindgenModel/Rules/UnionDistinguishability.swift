import BindgenIDL

/// Web IDL 2.13.32: every two of a union's flattened members are distinguishable.
enum UnionDistinguishability: TypeRule {
    static let id = "union-distinguishability"

    static func check(_ site: TypeSite, _ report: inout Report) {
        guard case .union(let members, let typedef) = site.type.innermost, case .union = site.syntax.kind else { return }
        let flattened = ResolvedType.union(members).flattenedMembers
        let relation = Distinguishability(site.table)
        for (index, second) in flattened.enumerated() {
            for first in flattened[..<index] where !isRefusedAnyway(first) && !isRefusedAnyway(second) {
                if typedef?.tag != nil, case .dictionary = first, case .dictionary = second, first != second { continue }
                guard !relation.areDistinguishable(first, second) else { continue }
                let pair = first == second ? "`\(first.spelling)` twice" : "`\(first.spelling)` and `\(second.spelling)`"
                report.error(
                    id, "no value tells \(pair) apart in this union; remove one of them", at: site.syntax.range,
                    in: site.breadcrumb)
                return
            }
        }
    }

    /// Types that UnionMember refuses.
    private static func isRefusedAnyway(_ type: ResolvedType) -> Bool {
        switch type {
        case .any, .promise, .observableArray: true
        default: false
        }
    }
}
