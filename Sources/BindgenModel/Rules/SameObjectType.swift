import BindgenIDL

/// Web IDL 3.3.12: `[SameObject]` stands on a read-only attribute that gives an object.
enum SameObjectType: DeclarationRule {
    static let id = "same-object-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, let attribute = member.attributes.first(named: "SameObject") else {
                continue
            }
            if !decl.isReadonly {
                report.strict(
                    id, "[SameObject] stands on a `readonly` attribute: what can be assigned is not always the same",
                    at: attribute.range, in: decl.origin.breadcrumb)
            }
            if !decl.type.flattenedMembers.allSatisfy({ isObject($0.innermost) }) {
                report.strict(
                    id, "[SameObject] stands on an attribute that gives an object; `\(decl.type.spelling)` is none",
                    at: attribute.range,
                    in: decl.origin.breadcrumb)
            }
        }
    }

    private static func isObject(_ type: ResolvedType) -> Bool {
        switch type {
        case .interface, .object, .frozenArray, .observableArray, .any, .buffer, .callbackInterface: true
        default: false
        }
    }
}
