import BindgenIDL

/// One thing that is wrong with the user's sources, in a form that the terminal and the page in the browser both show.
package struct BuildProblem: Encodable, Equatable, Sendable {
    /// A line of the source with its number, or what stands below one: carets and words.
    package struct Line: Encodable, Equatable, Sendable {
        package var number: Int?
        package var text: String
    }

    package var severity: String
    package var message: String
    /// Relative to the package.
    package var file: String?
    package var line: Int?
    package var column: Int?
    package var excerpt: [Line] = []
    /// Further sentences: where in the IDL it stands, what to write instead.
    package var details: [String] = []

    init(severity: String = "error", message: String) {
        self.severity = severity
        self.message = message
    }

    init(_ diagnostic: Diagnostic) {
        self.init(severity: diagnostic.severity.rawValue, message: diagnostic.message)
        file = diagnostic.range.file.path
        line = diagnostic.range.start.line
        column = diagnostic.range.start.column
        excerpt = Self.excerpt(diagnostic.range)
        if !diagnostic.breadcrumb.isEmpty { details.append("in " + diagnostic.breadcrumb.joined(separator: ", ")) }
        details += diagnostic.fixIts.map { "fix-it: " + $0.message }
        for note in diagnostic.notes {
            details.append("\(note.range.file.path):\(note.range.start.line):\(note.range.start.column): note: \(note.message)")
        }
    }

    private static func excerpt(_ range: SourceRange) -> [Line] {
        if range.file.bytes.isEmpty { return [] }
        let excerpt = SourceExcerpt(range)
        return [Line(number: range.start.line, text: excerpt.line), Line(text: excerpt.indentation + excerpt.marks)]
    }

    /// What keeps a module from being built.
    package static func all(in failure: ModuleBuild.Failure, package folder: String) -> [BuildProblem] {
        switch failure {
        case .input(let problems, let diagnostics):
            let sentences = problems.map { CompilerOutput($0, package: folder).problems.first ?? BuildProblem(message: $0) }
            return sentences + diagnostics.map { BuildProblem($0) }
        case .build(let error):
            let output = CompilerOutput(error.details, package: folder)
            if !output.problems.isEmpty { return output.problems }
            var problem = BuildProblem(message: error.message)
            problem.excerpt = output.lastLines
            return [problem]
        }
    }

    /// As a compiler would print it.
    package var text: String {
        let place = file.map { $0 + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") + ": " } ?? ""
        let width = excerpt.compactMap(\.number).max().map { String($0).count } ?? 0
        let lines = excerpt.map { line in
            if width == 0 { return "  " + line.text }
            let number = line.number.map(String.init) ?? ""
            return "  " + String(repeating: " ", count: max(0, width - number.count)) + number + " | " + line.text
        }
        return (["\(place)\(severity): \(message)"] + lines + details.map { "  " + $0 }).joined(separator: "\n")
    }
}
