import BindgenDriver
import BindgenIDL
import BindgenModel

enum CheckVerb: Verb {
    static let name = "check"
    static let summary = "find the errors in IDL files, and mend what has one right mend"
    static let help = """
        bindgen check: find the errors in IDL files, and mend what has one right mend

          bindgen check FILE.idl… [--standard] [--fix] [--format text|json|github]

        The files are one set: each may use what the others define. Nothing is generated. The exit code is 1 where there is an
        error; warnings alone leave it at 0.

          --standard       hold the files to the letter of the standard: no attribute of ours, no form of its history
          --fix            change the files where an error or a warning has exactly one right edit, and check again
          --format FORMAT  `text` (the default), `json` for programs, `github` for annotations of a pull request
        """

    /// Mending one thing may bring up another; a fix that undoes a fix must come to an end.
    private static let mostRounds = 20

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let dialect: Dialect = arguments.flag("--standard") ? .standard : .bindgen
        let fixes = arguments.flag("--fix")
        let format = try arguments.choice("--format", among: DiagnosticRenderer.Format.allCases) ?? .text
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .idl file") }
        var (sources, problems) = InputFiles.read(paths, allowsEmpty: true)
        for problem in problems { Terminal.printError(problem) }
        var diagnostics = check(sources, dialect)
        if fixes {
            do {
                diagnostics = try mend(&sources, diagnostics, dialect)
            } catch {
                Terminal.printError(error)
                return .wrongInput
            }
        }
        Terminal.printResult(diagnostics, format)
        return problems.isEmpty && !diagnostics.contains { $0.severity == .error } ? .done : .wrongInput
    }

    private static func check(_ sources: [SourceFile], _ dialect: Dialect) -> [Diagnostic] {
        let parsed = sources.map { parse($0, dialect: dialect) }
        let faults = parsed.flatMap(\.diagnostics)
        return faults + resolve(parsed.map(\.tree), dialect: dialect).diagnostics
    }

    /// Applies fix-its until none is left, and writes the files that changed.
    private static func mend(
        _ sources: inout [SourceFile], _ diagnostics: [Diagnostic], _ dialect: Dialect
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
            diagnostics = check(sources, dialect)
        }
        for (original, mended) in zip(originals, sources) where original.bytes != mended.bytes {
            try FileWriter.replace(mended.path, with: mended.bytes)
            Terminal.printError("mended \(mended.path)")
        }
        return diagnostics
    }
}
