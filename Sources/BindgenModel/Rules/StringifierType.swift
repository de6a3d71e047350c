import BindgenIDL

/// Web IDL 2.5.6.1: a stringifier gives a string and takes nothing.
enum StringifierType: DeclarationRule {
    static let id = "stringifier-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers {
            switch member.resolved {
            case .attribute(let decl) where decl.isStringifier: check(decl.type, decl.origin, &report)
            case .operation(let decl) where decl.special == .stringifier:
                check(decl.result, decl.origin, &report)
                if !decl.arguments.isEmpty {
                    report.error(id, "a stringifier takes no arguments", at: decl.origin.range, in: decl.origin.breadcrumb)
                }
            default: break
            }
        }
    }

    private static func check(_ type: ResolvedType, _ origin: Origin, _ report: inout Report) {
        if case .string(let string, _) = type, string != .byteString { return }
        report.error(
            id, "a stringifier is a `DOMString` or a `USVString`; this is `\(type.spelling)`", at: origin.range,
            in: origin.breadcrumb)
    }
}
