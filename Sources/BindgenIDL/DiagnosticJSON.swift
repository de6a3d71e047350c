/// Diagnostics for programs. Lines and columns start at 1; `offset` and `length` count bytes.
enum DiagnosticJSON {
    static func array(_ diagnostics: [Diagnostic]) -> JSONText {
        .array(diagnostics.map(object))
    }

    private static func object(_ diagnostic: Diagnostic) -> JSONText {
        .object(
            [
                ("severity", .string(diagnostic.severity.rawValue)), ("rule", .string(diagnostic.rule)),
                ("message", .string(diagnostic.message)),
            ] + place(diagnostic.range) + [
                ("breadcrumb", .array(diagnostic.breadcrumb.map { .string($0) })),
                ("notes", .array(diagnostic.notes.map { .object([("message", .string($0.message))] + place($0.range)) })),
                ("fixIts", .array(diagnostic.fixIts.map(fixIt))),
            ])
    }

    private static func fixIt(_ fixIt: Diagnostic.FixIt) -> JSONText {
        .object([
            ("message", .string(fixIt.message)),
            ("edits", .array(fixIt.edits.map { .object(place($0.range) + [("replacement", .string($0.replacement))]) })),
        ])
    }

    private static func place(_ range: SourceRange) -> [(key: String, value: JSONText)] {
        let (start, end) = (range.start, range.end)
        return [
            ("file", .string(range.file.path)), ("line", .integer(start.line)), ("column", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)), ("offset", .integer(range.offsets.lowerBound)),
            ("length", .integer(range.offsets.count)),
        ]
    }
}

/// `::error file=…,line=…::message`, the workflow commands of GitHub Actions.
enum DiagnosticWorkflowCommand {
    static func line(_ diagnostic: Diagnostic) -> String {
        let (start, end) = (diagnostic.range.start, diagnostic.range.end)
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var message = diagnostic.message
        if !diagnostic.breadcrumb.isEmpty { message += "\nin \(diagnostic.breadcrumb.joined(separator: ", "))" }
        for note in diagnostic.notes {
            message += "\nnote: \(note.message) (\(note.range.file.path):\(note.range.start.line):\(note.range.start.column))"
        }
        let properties = [
            ("file", diagnostic.range.file.path), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
            ("col", "\(start.column)"),
            ("endColumn", "\(end.column)"), ("title", diagnostic.rule),
        ]
        let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
        return "::\(command) \(list)::\(escaped(message, isProperty: false))\n"
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
