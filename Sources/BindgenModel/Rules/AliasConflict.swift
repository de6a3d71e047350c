import BindgenIDL

/// Web IDL 3.4.1, 3.4.14: the further names that `[LegacyWindowAlias]` and `[LegacyFactoryFunction]` give are names of nothing else.
enum AliasConflict: DeclarationRule {
    static let id = "alias-conflict"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        var first: [String: SourceRange] = [:]
        for container in set.containers where container.kind == .interface {
            for part in container.parts {
                for attribute in part.attributes {
                    switch attribute.canonicalName {
                    case "LegacyWindowAlias": break
                    case "LegacyFactoryFunction": break
                    default: continue
                    }
                    for name in attribute.identifiers {
                        // The factory functions of one interface are overloads of each other.
                        let key =
                            attribute.canonicalName == "LegacyFactoryFunction"
                            ? name.text + " of " + container.name.text : name.text
                        let other = first[name.text] ?? globalName(name.text, set)
                        if let other, first[key] == nil || key == name.text {
                            report.error(
                                id, "`\(name.text)` is the name of something else already; choose another", at: name.range,
                                in: part.breadcrumb, notes: [.init(message: "the other one", range: other)])
                        }
                        first[name.text] = first[name.text] ?? name.range
                        first[key] = first[key] ?? name.range
                    }
                }
            }
        }
    }

    /// Where something with a property of the global object is defined under that name.
    private static func globalName(_ name: String, _ set: DeclarationSet) -> SourceRange? {
        guard let entry = set.table[name], !entry.isPredefined else { return nil }
        switch entry.kind {
        case .interface, .namespace, .callbackInterface: return entry.name.range
        case .mixin, .dictionary, .enumeration, .typedef, .callbackFunction: return nil
        }
    }
}
