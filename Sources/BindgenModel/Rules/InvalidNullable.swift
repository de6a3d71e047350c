import BindgenIDL

/// Web IDL 2.13.31: what may not take a `?`.
enum InvalidNullable: Rule {
    static let id = "invalid-nullable"

    /// - Parameters:
    ///   - site: the type before its `?`.
    ///   - mark: the `?`.
    static func check(_ site: TypeSite, mark: SourceRange, _ report: inout Report) {
        guard let reason = reason(site.type) else { return }
        report.error(
            id, "\(reason); remove the `?`", at: mark, in: site.breadcrumb,
            fixIts: [.init(message: "remove the `?`", edits: [.init(range: mark, replacement: "")])])
    }

    private static func reason(_ type: ResolvedType) -> String? {
        switch type {
        case .any: return "`any` holds null already"
        case .promise: return "a Promise is never null"
        case .observableArray: return "an ObservableArray is never null"
        case .nullable: return "`\(type.spelling)` holds null already"
        case .union:
            if type.nullableMemberCount > 0 { return "`\(type.spelling)` has a nullable member already" }
            if type.isOrHasDictionary {
                return "`\(type.spelling)` has a dictionary, which reads null as a dictionary without members"
            }
            return nil
        default: return nil
        }
    }
}
