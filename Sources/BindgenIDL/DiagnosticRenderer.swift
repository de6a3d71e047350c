/// Puts diagnostics into words for a terminal, for programs and for GitHub.
package struct DiagnosticRenderer: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        /// `path:line:col: error: message [rule]`, the source line, carets, breadcrumb, notes, fix-its.
        case text
        /// One array of objects.
        case json
        /// The workflow commands that GitHub shows beside the lines of a pull request.
        case github
    }

    package var format: Format
    /// Whether the text form uses the terminal's colours.
    package var usesColor: Bool

    package init(format: Format = .text, usesColor: Bool = false) {
        self.format = format
        self.usesColor = usesColor
    }

    /// All diagnostics, each line ended by a line break.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        switch format {
        case .text: diagnostics.map(text).joined()
        case .json: DiagnosticJSON.array(diagnostics).text(indentation: 2) + "\n"
        case .github: diagnostics.map(DiagnosticWorkflowCommand.line).joined()
        }
    }

    /// `2 errors, 1 warning`, or nil where there is nothing to count.
    package static func summary(_ diagnostics: [Diagnostic]) -> String? {
        let counts: [(Diagnostic.Severity, String)] = [(.error, "error"), (.warning, "warning")]
        let parts = counts.compactMap { severity, word -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    // MARK: - The text form

    /// One diagnostic with everything that belongs to it.
    package func text(_ diagnostic: Diagnostic) -> String {
        var text = head(diagnostic.severity, "\(diagnostic.message) [\(diagnostic.rule)]", diagnostic.range)
        text += excerpt(diagnostic.range)
        if !diagnostic.breadcrumb.isEmpty {
            text += "  in \(SafeText.oneLine(diagnostic.breadcrumb.joined(separator: ", ")))\n"
        }
        for fixIt in diagnostic.fixIts { text += self.fixIt(fixIt) }
        for note in diagnostic.notes {
            text += head(.note, note.message, note.range)
            text += excerpt(note.range)
        }
        return text
    }

    private func head(_ severity: Diagnostic.Severity, _ message: String, _ range: SourceRange) -> String {
        let start = range.start
        let place = "\(SafeText.oneLine(range.file.path)):\(start.line):\(start.column):"
        return
            "\(paint(place, .bold)) \(paint(severity.rawValue + ":", Style(severity))) \(paint(SafeText.oneLine(message), .bold))\n"
    }

    private func excerpt(_ range: SourceRange) -> String {
        guard !range.file.bytes.isEmpty else { return "" }
        let excerpt = SourceExcerpt(range)
        return "  \(excerpt.line)\n  \(excerpt.indentation)\(paint(excerpt.marks, .caret))\n"
    }

    /// What to write instead: the lines as they will be, where the edits stay within one line.
    private func fixIt(_ fixIt: Diagnostic.FixIt) -> String {
        var text = "  \(paint("fix-it:", .fixIt)) \(SafeText.oneLine(fixIt.message))\n"
        if let lines = SourceExcerpt.edited(fixIt) {
            for line in lines { text += "    \(paint(line, .fixIt))\n" }
        }
        return text
    }

    private enum Style: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case caret = "1;32"
        case fixIt = "32"

        init(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .note: self = .note
            }
        }
    }

    private func paint(_ text: String, _ style: Style) -> String {
        usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
