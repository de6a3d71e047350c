import BindgenIDL

/// Web IDL 2.2: the names of definitions are unique in the whole set of files.
enum DuplicateDefinition: DeclarationRule {
    static let id = "duplicate-definition"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for (definition, index) in set.table.duplicates {
            guard let name = definition.name, let kind = definition.kind else { continue }
            let first = set.table.entries[index]
            let advice =
                if first.kind == kind, kind.mayBePartial {
                    "write `partial \(kind.rawValue) \(name.text)` to add to it, or rename one"
                } else {
                    "rename one of them"
                }
            report.error(
                id, "`\(name.text)` is already defined as \(first.kind.withArticle); \(advice)", at: name.range,
                in: [definition.crumb], notes: [.init(message: "first defined here", range: first.name.range)])
        }
    }
}

extension DefinitionKind {
    var mayBePartial: Bool {
        switch self {
        case .interface, .mixin, .namespace, .dictionary: true
        case .enumeration, .typedef, .callbackFunction, .callbackInterface: false
        }
    }
}
