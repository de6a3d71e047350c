import BindgenABI
import BindgenDriver
import BindgenIDL
import BindgenModel

enum CheckVerb: Verb {
    static let name = "check"
    static let summary = "find the errors in IDL files, and mend what has one right mend"
    static let help = """
        bindgen check: find the errors in IDL files, and mend what has one right mend

          bindgen check [FILE.idl…] [--standard | --idl-only | --wit] [--allow RULE]… [--fix] [--format text|json|github]
                        [--package-path DIR] [--product NAME]
          bindgen check FILE.idl… --imports [--report-skipped]

        What `generate`, `build` and `dev` would refuse in the files is refused here, all of it at once, and nothing is generated.
        The files are one set: each may use what the others define. A folder stands for the .idl and .webidl files below it, `-`
        for standard input. Without a file, those of the package in the current folder are looked at, and its bindgen.json.
        The exit code is 1 where there is an error; warnings alone leave it at 0. Of each file, the first 1000 errors and 1000
        warnings are told.

          --standard       hold the files to the letter of the standard: [Exposed] where it is required, no attribute of ours,
                           no form of its history. Whether bindings could be made is not asked
          --idl-only       look at the IDL alone: not whether bindings can be made of it
          --wit            ask besides whether the interface can be said in WIT, as `bindgen wit` prints it
          --allow RULE     do not check this rule; messages end in the name of theirs, such as [missing-exposed]. What cannot
                           be read at all cannot be allowed.
          --fix            change the files where an error or a warning has exactly one right edit, and check again
          --imports        take every interface and namespace for one that JavaScript implements, as if it were marked [Import],
                           and count what is bound of them and what is skipped, by reason
          --report-skipped with it, tell each member that is skipped, at its place
          --format FORMAT  `text` (the default), `json` for programs, `github` for annotations of a pull request
          --package-path DIR, --product NAME
                           the package, and its product, as for `bindgen build`
        """

    /// Mending one thing may bring up another; a fix that undoes a fix must come to an end.
    private static let mostRounds = 100

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        var set = CheckedSet()
        let isStandard = arguments.flag("--standard")
        let isIDLOnly = arguments.flag("--idl-only")
        set.asksForWIT = arguments.flag("--wit")
        if set.asksForWIT, isStandard || isIDLOnly {
            throw UsageError("`--wit` asks of what bindings can be made; leave out `--standard` and `--idl-only`")
        }
        let fixes = arguments.flag("--fix")
        let importsAll = arguments.flag("--imports")
        let reportsSkipped = arguments.flag("--report-skipped")
        if reportsSkipped, !importsAll { throw UsageError("`--report-skipped` needs `--imports`") }
        let format = try arguments.choice("--format", among: DiagnosticRenderer.Format.allCases) ?? .text
        set.allowed = try allowedRules(&arguments)
        let package = try arguments.option("--package-path")
        let product = try arguments.option("--product")
        var paths = try arguments.operands()
        if !paths.isEmpty, package != nil || product != nil {
            throw UsageError("name files, or a package by `--package-path` and `--product`, not both")
        }
        if fixes, paths.contains(InputFiles.standardInput.path) { throw UsageError("`--fix` cannot change standard input") }
        var problems: [String] = []
        set.scriptRoot = InputFiles.scriptRoot(of: paths)
        if paths.isEmpty {
            do {
                let sources = try PackageSources(packagePath: package ?? ".", product: product)
                (paths, problems) = (sources.files, sources.problems)
                set.libraries = sources.libraries
                (set.moduleName, set.scriptRoot, set.configurationFaults) = (
                    sources.moduleName, sources.folder, sources.diagnostics
                )
            } catch {
                Terminal.printError(error)
                return .wrongInput
            }
        }
        if importsAll {
            let (sources, unread) = InputFiles.readToLook(paths)
            for problem in problems + unread { Terminal.printError(problem) }
            return countImports(sources, reportsSkipped: reportsSkipped)
        }
        set.scope = isStandard ? .standard : isIDLOnly ? .idl : .bindings
        return check(paths, problems, set, fixes: fixes, format)
    }

    private static func check(
        _ paths: [String], _ found: [String], _ set: CheckedSet, fixes: Bool, _ format: DiagnosticRenderer.Format
    ) -> ExitCode {
        var (sources, problems) = InputFiles.readToLook(paths)
        problems = found + problems
        for problem in problems { Terminal.printError(problem) }
        var verdict = set.check(sources)
        if fixes {
            do {
                verdict = try mend(&sources, verdict, set)
            } catch {
                Terminal.printError(error)
                return .wrongInput
            }
        }
        Terminal.printResult(verdict.diagnostics, format)
        Terminal.report(skipped: verdict.skipped, each: false)
        return problems.isEmpty && !verdict.diagnostics.contains { $0.severity == .error } ? .done : .wrongInput
    }

    /// What of the files Swift could call.
    private static func countImports(_ sources: [SourceFile], reportsSkipped: Bool) -> ExitCode {
        let generator = Generator(sources, moduleName: "Imports", importsAll: true)
        Terminal.report(generator.diagnostics)
        if reportsSkipped { Terminal.report(skipped: generator.skipped, each: true) }
        guard let census = generator.importCensus else { return .wrongInput }
        Terminal.print(census.text)
        return .done
    }

    /// What is said of the files, and what was skipped of imported definitions.
    private typealias Verdict = (diagnostics: [Diagnostic], skipped: [Diagnostic])

    /// What the files are held to.
    private struct CheckedSet {
        enum Scope {
            case standard, idl, bindings
        }
        var scope = Scope.bindings
        var allowed: Set<String> = []
        var moduleName = "Module"
        var libraries: [IDLLibrary] = []
        var scriptRoot: String?
        var configurationFaults: [Diagnostic] = []
        var asksForWIT = false

        func check(_ sources: [SourceFile]) -> Verdict {
            switch scope {
            case .standard: return (read(sources, .standard), [])
            case .idl: return (read(sources, .bindgen), [])
            case .bindings:
                let generator = Generator(
                    sources, moduleName: moduleName, libraries: libraries, scriptRoot: scriptRoot, allowing: allowed)
                let found = configurationFaults + generator.diagnostics
                if !asksForWIT || generator.hasErrors { return (found, generator.skipped) }
                let refusals = WITPackage(sources, libraries: libraries, moduleName: moduleName, name: nil).refusals
                return (found + refusals, generator.skipped)
            }
        }

        private func read(_ sources: [SourceFile], _ dialect: Dialect) -> [Diagnostic] {
            let parsed = sources.map { parse($0, dialect: dialect) }
            let faults = parsed.flatMap(\.diagnostics)
            return faults + resolve(parsed.map(\.tree), dialect: dialect, allowing: allowed).diagnostics
        }
    }

    private static func allowedRules(_ arguments: inout Arguments) throws(UsageError) -> Set<String> {
        let names = try arguments.options(["--allow"])
        let rules = RuleList.ids + PlanRules.ids
        for name in names where !rules.contains(name) {
            if SyntaxRules.ids.contains(name) { throw UsageError("`--allow \(name)`: a rule of the grammar cannot be left out") }
            let nearest = NearestName.find(name, in: rules).map { "; did you mean `\($0)`?" }
            throw UsageError("`--allow \(name)`: there is no such rule\(nearest ?? "")")
        }
        return Set(names)
    }

    /// Applies fix-its until none is left, and writes the files that changed.
    private static func mend(
        _ sources: inout [SourceFile], _ verdict: Verdict, _ set: CheckedSet
    ) throws(BuildError) -> Verdict {
        var verdict = verdict
        let originals = sources
        for _ in 0..<mostRounds {
            var count = 0
            for (index, source) in sources.enumerated() {
                let (bytes, applied) = FixItApplication.apply(verdict.diagnostics, to: source)
                if applied > 0 { sources[index] = SourceFile(path: source.path, bytes: bytes) }
                count += applied
            }
            if count == 0 { break }
            verdict = set.check(sources)
        }
        for (original, mended) in zip(originals, sources) where original.bytes != mended.bytes {
            try FileWriter.replace(mended.path, with: mended.bytes)
            Terminal.printError("mended \(mended.path)")
        }
        return verdict
    }
}
