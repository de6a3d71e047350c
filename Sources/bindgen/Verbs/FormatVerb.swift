import BindgenDriver
import BindgenIDL

enum FormatVerb: Verb {
    static let name = "format"
    static let summary = "print IDL files in one canonical style, or rewrite them in it"
    static let help = """
        bindgen format: print IDL files in one canonical style, or rewrite them in it

          bindgen format FILE.idl… [--write] [--check]

        Comments are kept, and no token changes: only white space does. A file with syntax errors is left alone. A
        folder stands for the .idl and .webidl files below it, `-` for standard input.

          --write   rewrite the files, those only whose text changes, instead of printing them
          --check   print the names of the files that are not formatted; the exit code is 1 where there is one
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let writes = arguments.flag("--write")
        let checks = arguments.flag("--check")
        if writes, checks { throw UsageError("`--write` and `--check` exclude each other") }
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .idl file") }
        if writes, paths.contains(InputFiles.standardInput.path) { throw UsageError("`--write` cannot change standard input") }
        let (sources, problems) = InputFiles.readToLook(paths)
        for problem in problems { Terminal.printError(problem) }
        var isRight = problems.isEmpty
        for source in sources {
            guard let text = format(source) else {
                Terminal.report(parse(source).diagnostics)
                isRight = false
                continue
            }
            let isFormatted = Array(text.utf8) == source.bytes
            if checks, !isFormatted {
                Terminal.print(source.path)
                isRight = false
            } else if writes, !isFormatted {
                do {
                    try FileWriter.replace(source.path, with: Array(text.utf8))
                    Terminal.print("formatted \(source.path)")
                } catch {
                    Terminal.printError(error)
                    isRight = false
                }
            } else if !writes, !checks {
                Terminal.printText(text)
            }
        }
        return isRight ? .done : .wrongInput
    }
}
