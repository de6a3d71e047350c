import BindgenIDL

/// Web IDL 2.5.3, 2.13: the types that an argument cannot have.
enum ArgumentType: DeclarationRule {
    static let id = "argument-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            for index in list.resolved.indices {
                guard let message = message(list.resolved[index].type, isOfCallback: list.isOfCallback) else { continue }
                report.error(id, message, at: list.syntax[index].type.range, in: list.resolved[index].origin.breadcrumb)
            }
        }
    }

    private static func message(_ type: ResolvedType, isOfCallback: Bool) -> String? {
        if type.innermost == .undefined { return "an argument cannot be `undefined`; leave it out" }
        if type.innermost.isObservableArray { return "an argument cannot be an ObservableArray; write `sequence`" }
        if !isOfCallback, type.innermost.isFrozenArray { return "an argument cannot be a FrozenArray; write `sequence`" }
        if isOfCallback, type.first(where: { $0.isAsyncSequence }) != nil {
            return "an async_sequence is taken from JavaScript, never given to it, as an argument of a callback would be"
        }
        return nil
    }
}
