import BindgenIDL

/// Collects the diagnostics of a run.
struct Report {
    let dialect: Dialect
    private(set) var diagnostics: [Diagnostic] = []
    /// Errors that nobody is told: what follows from a fault that the parser has told, and those beyond the most of a file. They say why a
    /// member is gone all the same.
    private(set) var untold: [Diagnostic] = []
    /// How many errors and how many warnings each file has.
    private var counts: [ObjectIdentifier: (errors: Int, warnings: Int)] = [:]

    /// So many errors and so many warnings of a file are told, as by the parser; one fault can show at every member of a large file.
    static let mostDiagnostics = 1000

    /// The rules that are not told.
    private let allowed: Set<String>

    init(dialect: Dialect, allowed: Set<String> = []) {
        self.dialect = dialect
        self.allowed = allowed
    }

    mutating func error(
        _ rule: String, _ message: String, at range: SourceRange, in breadcrumb: [String], notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        add(.error, rule, message, range, breadcrumb, notes, fixIts)
    }

    mutating func warning(
        _ rule: String, _ message: String, at range: SourceRange, in breadcrumb: [String], notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        add(.warning, rule, message, range, breadcrumb, notes, fixIts)
    }

    /// An error to the letter of the standard, a warning in our dialect.
    mutating func strict(
        _ rule: String, _ message: String, at range: SourceRange, in breadcrumb: [String], notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        add(dialect == .standard ? .error : .warning, rule, message, range, breadcrumb, notes, fixIts)
    }

    /// An error that follows from a fault which is told elsewhere.
    mutating func followUp(_ rule: String, _ message: String, at range: SourceRange, in breadcrumb: [String]) {
        untold.append(Diagnostic(.error, rule: rule, message, at: range, breadcrumb: breadcrumb))
    }

    private mutating func add(
        _ severity: Diagnostic.Severity, _ rule: String, _ message: String, _ range: SourceRange, _ breadcrumb: [String],
        _ notes: [Diagnostic.Note], _ fixIts: [Diagnostic.FixIt]
    ) {
        // What the standard itself defines is right, and the user could not mend it.
        guard range.file !== PredefinedDefinitions.file, !allowed.contains(rule) else { return }
        var count = counts[ObjectIdentifier(range.file)] ?? (0, 0)
        if severity == .error { count.errors += 1 } else { count.warnings += 1 }
        guard (severity == .error ? count.errors : count.warnings) <= Report.mostDiagnostics else {
            if severity == .error { followUp(rule, message, at: range, in: breadcrumb) }
            return
        }
        counts[ObjectIdentifier(range.file)] = count
        diagnostics.append(
            Diagnostic(severity, rule: rule, message, at: range, breadcrumb: breadcrumb, notes: notes, fixIts: fixIts))
    }

    /// In the order of the files and of the places in them.
    func sorted(files: [FileSyntax]) -> [Diagnostic] {
        var order: [ObjectIdentifier: Int] = [:]
        for (index, file) in files.enumerated() where order[ObjectIdentifier(file.file)] == nil {
            order[ObjectIdentifier(file.file)] = index
        }
        let keyed = diagnostics.enumerated().map { index, diagnostic in
            (
                file: order[ObjectIdentifier(diagnostic.range.file)] ?? files.count,
                offset: diagnostic.range.offsets.lowerBound, index: index, diagnostic: diagnostic
            )
        }
        return keyed.sorted { ($0.file, $0.offset, $0.index) < ($1.file, $1.offset, $1.index) }.map(\.diagnostic)
    }
}
