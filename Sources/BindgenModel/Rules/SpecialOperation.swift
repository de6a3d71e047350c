import BindgenIDL

/// Web IDL 2.5.6: the signatures of getters, setters and deleters.
enum SpecialOperation: DeclarationRule {
    static let id = "special-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers where member.kind == .operation {
            guard case .operation(let decl) = member.resolved, let special = decl.special, special != .stringifier else {
                continue
            }
            let wanted = special == .setter ? 2 : 1
            guard decl.arguments.count == wanted else {
                let shape = special == .setter ? "two arguments, the key and the value" : "one argument, the key"
                tell("a \(special.rawValue) has \(shape)", decl, &report)
                continue
            }
            for argument in decl.arguments where argument.isOptional || argument.isVariadic {
                tell("the arguments of a \(special.rawValue) are neither optional nor variadic", decl, &report)
                break
            }
            checkKey(decl, special, &report)
        }
    }

    private static func checkKey(_ decl: OperationDecl, _ special: OperationDecl.Special, _ report: inout Report) {
        switch decl.arguments.first?.type {
        case .integer(.unsignedLong, _):
            if special == .deleter { tell("there are no indexed deleters; the key of a deleter is a `DOMString`", decl, &report) }
        case .string(.domString, _): break
        default:
            tell(
                "the key of a \(special.rawValue) is an `unsigned long` or a `DOMString`", decl, &report,
                at: decl.arguments.first?.origin)
        }
        if special == .getter, decl.result == .undefined { tell("a getter returns something; give it a type", decl, &report) }
    }

    private static func tell(_ message: String, _ decl: OperationDecl, _ report: inout Report, at origin: Origin? = nil) {
        let origin = origin ?? decl.origin
        report.error(id, message, at: origin.range, in: origin.breadcrumb)
    }
}
