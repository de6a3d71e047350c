import BindgenIDL

/// Web IDL 3.3.8: `[NewObject]` stands on what gives an object or a Promise of one.
enum NewObjectType: DeclarationRule {
    static let id = "new-object-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenMembers {
            guard let attribute = member.attributes.first(named: "NewObject") else { continue }
            let type: ResolvedType
            switch member.resolved {
            case .operation(let decl): type = decl.result
            case .attribute(let decl): type = decl.type
            default: continue
            }
            guard !type.flattenedMembers.contains(where: { $0.innermost.mayBeObject }) else { continue }
            report.strict(
                id, "[NewObject] stands on what gives an object or a Promise; `\(type.spelling)` is neither", at: attribute.range,
                in: member.origin.breadcrumb)
        }
    }
}

extension ResolvedType {
    fileprivate var mayBeObject: Bool {
        switch self {
        case .undefined, .boolean, .integer, .float, .bigint, .string, .enumeration, .symbol: false
        default: true
        }
    }
}
