import BindgenIDL

/// Chains of inheritance end after so many levels that no one writes more; every walk up is short by that.
enum InheritanceDepth: DeclarationRule {
    static let id = "inheritance-depth"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for entry in set.table.entries {
            guard let parent = set.table.parent(of: entry.name.text), isTooDeep(entry.name.text, set),
                !isTooDeep(parent.text, set)
            else { continue }
            report.error(
                id,
                "`\(entry.name.text)` inherits through more than \(DefinitionTable.greatestDepth) levels; make the chain shorter",
                at: entry.name.range, in: [entry.definition.crumb])
        }
    }

    private static func isTooDeep(_ name: String, _ set: DeclarationSet) -> Bool {
        guard set.table.parent(of: name) != nil else { return false }
        return set.table.chain(of: name).count >= DefinitionTable.greatestDepth
    }
}
