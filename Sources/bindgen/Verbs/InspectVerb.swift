import BindgenDriver

enum InspectVerb: Verb {
    static let name = "inspect"
    static let summary = "tell what a .wasm file holds: exports, imports, sizes, features"
    static let help = """
        bindgen inspect: tell what a .wasm file holds: exports, imports, sizes, features

          bindgen inspect FILE.wasm… [--functions] [--json]

        Prints the sections with their sizes, the imports and exports with their types, the memory, the WebAssembly features that
        the module uses and those that its compiler was allowed to use, whether function names and DWARF are there, and the
        fingerprint that ties the module to its glue. Any core module can be read, whoever made it.

          --functions   tell the largest functions too, and what keeps each of them in the module; with --json, all functions.
                        Names are there where the module has them: `bindgen build --debug-info names`
          --json        print an object for each file; of several files, one after the other
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let isJSON = arguments.flag("--json")
        let tellsFunctions = arguments.flag("--functions")
        let paths = try arguments.operands()
        if paths.isEmpty { throw UsageError("name at least one .wasm file") }
        var isRight = true
        for (index, path) in paths.enumerated() {
            do {
                let inspection = try ModuleInspection(path: path, tellsFunctions: tellsFunctions)
                if index > 0, !isJSON { Terminal.print("") }
                Terminal.print(isJSON ? inspection.json : inspection.text)
            } catch {
                Terminal.printError(error)
                isRight = false
            }
        }
        return isRight ? .done : .wrongInput
    }
}
