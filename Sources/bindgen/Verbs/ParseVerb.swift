import BindgenDriver
import BindgenIDL

enum ParseVerb: Verb {
    static let name = "parse"
    static let summary = "print the syntax tree of IDL files as JSON"
    static let help = """
        bindgen parse: print the syntax tree of IDL files as JSON

          bindgen parse [--ast | --text] FILE.idl…

        The JSON has the form of w3c/webidl2.js 24.5 (with `concrete: true`), so that tools written for it can read it. Of several
        files, each tree stands on its own, one after the other.

          --ast    print the tree
          --text   put the text together again from the tree: the same bytes

        With neither, only errors are printed. A folder stands for the .idl and .webidl files below it, `-` for standard input.
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let printsTree = arguments.flag("--ast")
        let printsText = arguments.flag("--text")
        if printsTree, printsText { throw UsageError("`--ast` and `--text` exclude each other") }
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .idl file") }
        let (sources, problems) = InputFiles.readToLook(paths)
        for problem in problems { Terminal.printError(problem) }
        var isRight = problems.isEmpty
        for source in sources {
            let (tree, diagnostics) = parse(source)
            Terminal.report(diagnostics)
            // The tree of a file with errors holds its text too.
            if printsText { Terminal.printBytes(tree.text) }
            if diagnostics.contains(where: { $0.severity == .error }) {
                isRight = false
            } else if printsTree {
                Terminal.print(astJSON(tree))
            }
        }
        return isRight ? .done : .wrongInput
    }
}
