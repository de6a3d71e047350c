import BindgenIDL

/// Web IDL 2.5.6: at most one getter, setter and deleter by index and by name, and one stringifier.
enum DuplicateSpecialOperation: DeclarationRule {
    static let id = "duplicate-special-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers {
            var first: [String: Origin] = [:]
            for member in set.members(of: container) {
                guard let what = specialKind(of: member) else { continue }
                if let other = first[what] {
                    report.error(
                        id, "`\(container.name.text)` has \(what) already; keep one", at: member.origin.range,
                        in: member.origin.breadcrumb, notes: [.init(message: "the first is here", range: other.range)])
                } else {
                    first[what] = member.origin
                }
            }
        }
    }

    private static func specialKind(of member: MemberModel) -> String? {
        switch member.resolved {
        case .attribute(let decl): return decl.isStringifier ? "a stringifier" : nil
        case .operation(let decl):
            guard let special = decl.special else { return nil }
            if special == .stringifier { return "a stringifier" }
            if case .integer? = decl.arguments.first?.type { return "an indexed \(special.rawValue)" }
            return "a named \(special.rawValue)"
        default: return nil
        }
    }
}
