import BindgenIDL

/// Web IDL 2.5.1: a constant has a primitive type, and its value is one of that type.
enum ConstantValue: DeclarationRule {
    static let id = "constant-value"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .constant {
            guard case .constant(let decl) = member.resolved, case .constant(let node) = member.syntax else { continue }
            switch decl.type {
            case .boolean, .integer, .float: break
            case .interface(let name) where set.table[name] == nil: continue
            default:
                report.error(
                    id, "a constant is a boolean or a number; `\(decl.type.spelling)` is neither", at: node.type.range,
                    in: decl.origin.breadcrumb)
                continue
            }
            if case .misfit(let reason) = DefaultValueFit.check(decl.value, against: decl.type, enumValues: { _ in [] }) {
                report.error(
                    id, "\(decl.value.spelling(as: node.value)) does not fit: \(reason)", at: node.value.range,
                    in: decl.origin.breadcrumb)
            }
        }
    }
}
