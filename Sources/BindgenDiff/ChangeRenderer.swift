import BindgenIDL

/// Changes as text for people, or as JSON for programs.
package enum ChangeRenderer {
    /// Each change with the lines where it stood and where it stands, and a line for each of the sides at the end.
    package static func text(_ changes: [Change], sides: [Side]) -> String {
        var lines: [String] = []
        for change in changes {
            lines.append(
                "\(change.level.name) for \(change.side.name): \(change.subject): \(change.message) [\(change.rule.id)]")
            if let range = change.old { lines.append("  - \(excerpt(range))") }
            if let range = change.new { lines.append("  + \(excerpt(range))") }
        }
        if !lines.isEmpty { lines.append("") }
        for side in sides { lines.append("\(side.name): \(summary(changes.filter { $0.side == side }))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `major (2 major, 1 patch)`
    private static func summary(_ changes: [Change]) -> String {
        guard let level = changes.level() else { return "no change" }
        let counts = Level.allCases.reversed().compactMap { level -> String? in
            let count = changes.count { $0.level == level }
            return count == 0 ? nil : "\(count) \(level.name)"
        }
        return "\(level.name) (\(counts.joined(separator: ", ")))"
    }

    private static func excerpt(_ range: SourceRange) -> String {
        let start = range.start
        var line = range.file.line(start.line)
        while line.first?.isWhitespace == true { line.removeFirst() }
        let limit = 100
        if line.count > limit { line = line.prefix(limit) + "…" }
        return "\(range.file.path):\(start.line):\(start.column): \(line)"
    }

    /// `{ "level", "typescript", "swift", "changes": [{ "side", "level", "rule", "subject", "message", "old", "new" }] }`; levels are
    /// `"major"`, `"minor"`, `"patch"` or null, places `{ "file", "line", "column" }` or null, both starting at 1.
    package static func json(_ changes: [Change], sides: [Side]) -> String {
        func level(_ level: Level?) -> JSONText { level.map { .string($0.name) } ?? .null }
        let document = JSONText.object(
            [("level", level(changes.level()))] + sides.map { ($0.name.lowercased(), level(changes.level(for: $0))) } + [
                (
                    "changes",
                    .array(
                        changes.map { change in
                            .object([
                                ("side", .string(change.side.name.lowercased())), ("level", .string(change.level.name)),
                                ("rule", .string(change.rule.id)), ("subject", .string(change.subject)),
                                ("message", .string(change.message)), ("old", place(change.old)), ("new", place(change.new)),
                            ])
                        })
                )
            ])
        return document.text(indentation: 2) + "\n"
    }

    private static func place(_ range: SourceRange?) -> JSONText {
        guard let range else { return .null }
        let start = range.start
        return .object([
            ("file", .string(range.file.path)), ("line", .integer(start.line)), ("column", .integer(start.column)),
        ])
    }
}
