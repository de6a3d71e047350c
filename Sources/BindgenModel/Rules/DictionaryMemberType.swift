import BindgenIDL

/// Web IDL 2.7, 2.13: the types that a dictionary member cannot have. A member that is missing is undefined already.
enum DictionaryMemberType: DeclarationRule {
    static let id = "dictionary-member-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.dictionaries.lazy.flatMap(\.members) {
            let type = member.resolved.type
            let message: String
            if type.hasUndefinedMember {
                message = "a dictionary member cannot be `undefined`: that means it is missing; leave `undefined` out of the type"
            } else if type.innermost.isObservableArray {
                message = "a dictionary member cannot be an ObservableArray; write `sequence`"
            } else if type.first(where: { $0.isAsyncSequence }) != nil {
                message = "an async_sequence is the type of an argument only"
            } else {
                continue
            }
            report.error(id, message, at: member.syntax.type.range, in: member.resolved.origin.breadcrumb)
        }
    }
}
