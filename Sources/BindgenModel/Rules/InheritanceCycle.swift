import BindgenIDL

/// Web IDL 2.2, 2.7: nothing inherits from itself, directly or through others.
enum InheritanceCycle: DeclarationRule {
    static let id = "inheritance-cycle"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        // Each name is walked once: a walk ends at a name that an earlier one has passed.
        var walkOf: [String: Int] = [:]
        for (walk, entry) in set.table.entries.enumerated() {
            var path: [String] = []
            var current: String? = entry.name.text
            while let name = current, walkOf[name] == nil {
                walkOf[name] = walk
                path.append(name)
                current = set.table.parent(of: name)?.text
            }
            guard let name = current, walkOf[name] == walk, let start = path.firstIndex(of: name) else { continue }
            tell(Array(path[start...]), set, &report)
        }
    }

    private static func tell(_ cycle: [String], _ set: DeclarationSet, _ report: inout Report) {
        guard let name = cycle.first, let entry = set.table[name] else { return }
        let notes = cycle.dropFirst().prefix(8).compactMap { other in
            set.table[other].map { Diagnostic.Note(message: "through `\(other)`", range: $0.name.range) }
        }
        let path = cycle.count > 8 ? "" : " (" + (cycle + [name]).joined(separator: " : ") + ")"
        report.error(
            id, "\(entry.kind.rawValue) `\(name)` inherits from itself\(path); remove one of these parents", at: entry.name.range,
            in: [entry.definition.crumb], notes: notes)
    }
}
