import BindgenDriver
import BindgenIDL
import BindgenModel

enum CheckVerb: Verb {
    static let name = "check"
    static let summary = "find the errors in IDL files, and mend what has one right mend"
    static let help = """
        bindgen check: find the errors in IDL files, and mend what has one right mend

          bindgen check FILE.idl… [--standard] [--allow RULE]… [--fix] [--format text|json|github]

        The files are one set: each may use what the others define. A folder stands for the .idl and .webidl files below it, `-`
        for standard input. Nothing is generated. The exit code is 1 where there is an error; warnings alone leave it at 0. Of each
        file, the first 1000 errors and 1000 warnings are told.

          --standard       hold the files to the letter of the standard: [Exposed] where it is required, no attribute of ours,
                           no form of its history
          --allow RULE     do not check this rule; messages end in the name of theirs, such as [missing-exposed]. What cannot
                           be read at all cannot be allowed.
          --fix            change the files where an error or a warning has exactly one right edit, and check again
          --format FORMAT  `text` (the default), `json` for programs, `github` for annotations of a pull request
        """

    /// Mending one thing may bring up another; a fix that undoes a fix must come to an end.
    private static let mostRounds = 100

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let dialect: Dialect = arguments.flag("--standard") ? .standard : .bindgen
        let fixes = arguments.flag("--fix")
        let format = try arguments.choice("--format", among: DiagnosticRenderer.Format.allCases) ?? .text
        let set = CheckedSet(dialect: dialect, allowed: try allowedRules(&arguments))
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .idl file") }
        if fixes, paths.contains(InputFiles.standardInput.path) { throw UsageError("`--fix` cannot change standard input") }
        var (sources, problems) = InputFiles.readToLook(paths)
        for problem in problems { Terminal.printError(problem) }
        var diagnostics = set.check(sources)
        if fixes {
            do {
                diagnostics = try mend(&sources, diagnostics, set)
            } catch {
                Terminal.printError(error)
                return .wrongInput
            }
        }
        Terminal.printResult(diagnostics, format)
        return problems.isEmpty && !diagnostics.contains { $0.severity == .error } ? .done : .wrongInput
    }

    /// What the files are held to.
    private struct CheckedSet {
        var dialect: Dialect
        var allowed: Set<String>

        func check(_ sources: [SourceFile]) -> [Diagnostic] {
            let parsed = sources.map { parse($0, dialect: dialect) }
            let faults = parsed.flatMap(\.diagnostics)
            return faults + resolve(parsed.map(\.tree), dialect: dialect, allowing: allowed).diagnostics
        }
    }

    private static func allowedRules(_ arguments: inout Arguments) throws(UsageError) -> Set<String> {
        let names = try arguments.options(["--allow"])
        let rules = RuleList.ids
        for name in names where !rules.contains(name) {
            if SyntaxRules.ids.contains(name) { throw UsageError("`--allow \(name)`: a rule of the grammar cannot be left out") }
            let nearest = NearestName.find(name, in: rules).map { "; did you mean `\($0)`?" }
            throw UsageError("`--allow \(name)`: there is no such rule\(nearest ?? "")")
        }
        return Set(names)
    }

    /// Applies fix-its until none is left, and writes the files that changed.
    private static func mend(
        _ sources: inout [SourceFile], _ diagnostics: [Diagnostic], _ set: CheckedSet
    ) throws(BuildError) -> [Diagnostic] {
        var diagnostics = diagnostics
        let originals = sources
        for _ in 0..<mostRounds {
            var count = 0
            for (index, source) in sources.enumerated() {
                let (bytes, applied) = FixItApplication.apply(diagnostics, to: source)
                if applied > 0 { sources[index] = SourceFile(path: source.path, bytes: bytes) }
                count += applied
            }
            if count == 0 { break }
            diagnostics = set.check(sources)
        }
        for (original, mended) in zip(originals, sources) where original.bytes != mended.bytes {
            try FileWriter.replace(mended.path, with: mended.bytes)
            Terminal.printError("mended \(mended.path)")
        }
        return diagnostics
    }
}
