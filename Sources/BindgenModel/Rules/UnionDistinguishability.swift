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
                if report.dialect != .standard, isTold(first, second, site.table) || isTold(second, first, site.table) {
                    continue
                }
                let pair = first == second ? "`\(first.spelling)` twice" : "`\(first.spelling)` and `\(second.spelling)`"
                report.error(
                    id, "no value tells \(pair) apart in this union; remove one of them", at: site.syntax.range,
                    in: site.breadcrumb)
                return
            }
        }
    }

    /// `(Extents or undefined)`: of a dictionary with required members undefined is none. The standard refuses the union all the same, for all
    /// dictionaries take undefined as an empty one.
    private static func isTold(_ absent: ResolvedType, _ present: ResolvedType, _ table: DefinitionTable) -> Bool {
        guard absent == .undefined, case .dictionary(var name) = present.innermost else { return false }
        var seen: Set<String> = []
        while let entry = table[name], seen.insert(name).inserted {
            for case .dictionary(let node) in [entry.definition] + entry.partials {
                if node.members.contains(where: \.isRequired) { return true }
            }
            guard let parent = entry.parent else { return false }
            name = parent.text
        }
        return false
    }

    /// Types that UnionMember refuses.
    private static func isRefusedAnyway(_ type: ResolvedType) -> Bool {
        switch type {
        case .any, .promise, .observableArray: true
        default: false
        }
    }
}
