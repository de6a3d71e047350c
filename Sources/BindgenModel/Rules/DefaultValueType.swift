import BindgenIDL

/// Web IDL 2.5.3, 2.7: a default value is a value of the argument's or member's type.
enum DefaultValueType: DeclarationRule {
    static let id = "default-value-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            for index in list.resolved.indices where list.resolved[index].defaultValue != nil {
                let argument = list.resolved[index]
                check(argument.defaultValue, list.syntax[index].defaultValue, argument.type, argument.origin, set, &report)
            }
        }
        for member in set.dictionaries.lazy.flatMap(\.members) {
            let decl = member.resolved
            check(decl.defaultValue, member.syntax.defaultValue, decl.type, decl.origin, set, &report)
        }
    }

    private static func check(
        _ value: DefaultValue?, _ syntax: DefaultValueSyntax?, _ type: ResolvedType, _ origin: Origin, _ set: DeclarationSet,
        _ report: inout Report
    ) {
        guard let value, let syntax, !isUnresolved(type, set) else { return }
        guard case .misfit(let reason) = DefaultValueFit.check(value, against: type, enumValues: { set.enumValues(of: $0) })
        else { return }
        var message = "default value \(value.spelling(as: syntax)) does not fit: \(reason)"
        var fixIts: [Diagnostic.FixIt] = []
        if case .string(let text) = value, case .enumeration(let name) = type.innermost,
            let near = NearestName.find(text, in: set.enumValues(of: name))
        {
            message += "; did you mean \"\(near)\"?"
            if NearestName.isSlip(text, of: near) {
                let edit = Diagnostic.FixIt.Edit(range: syntax.range, replacement: "\"\(near)\"")
                fixIts.append(.init(message: "replace by \"\(near)\"", edits: [edit]))
            }
        }
        if value == .null, case .dictionary = type {
            message = "default value null does not fit: a dictionary without members is `{}`"
            fixIts.append(.init(message: "write `{}`", edits: [.init(range: syntax.range, replacement: "{}")]))
        }
        report.error(id, message, at: syntax.range, in: origin.breadcrumb, fixIts: fixIts)
    }

    /// A name without meaning has its own message.
    private static func isUnresolved(_ type: ResolvedType, _ set: DeclarationSet) -> Bool {
        type.first { inner in
            if case .interface(let name) = inner { return set.table[name] == nil }
            return false
        } != nil
    }
}
