import BindgenDriver
import BindgenIDL

enum ParseVerb: Verb {
    static let name = "parse"
    static let summary = "print the syntax tree of IDL files as JSON"
    static let help = """
        bindgen parse: print the syntax tree of IDL files as JSON

          bindgen parse --ast FILE.idl…

        The JSON has the form of w3c/webidl2.js 24.5 (with `concrete: true`), so that tools written for it can read it. Of several
        files, each tree stands on its own, one after the other.

          --ast   print the tree; without it, only errors are printed
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let printsTree = arguments.flag("--ast")
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .idl file") }
        let (sources, problems) = InputFiles.read(paths, allowsEmpty: true)
        for problem in problems { Terminal.printError(problem) }
        var isRight = problems.isEmpty
        for source in sources {
            let (tree, diagnostics) = parse(source)
            Terminal.report(diagnostics)
            if diagnostics.contains(where: { $0.severity == .error }) {
                isRight = false
            } else if printsTree {
                Terminal.print(astJSON(tree))
            }
        }
        return isRight ? .done : .wrongInput
    }
}
