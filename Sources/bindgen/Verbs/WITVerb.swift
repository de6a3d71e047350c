import BindgenDriver
import BindgenIDL

enum WITVerb: Verb {
    static let name = "wit"
    static let summary = "print the interface of IDL files as WIT, the language of WebAssembly components"
    static let help = """
        bindgen wit: print the interface of IDL files as WIT, the language of WebAssembly components

          bindgen wit [FILE.idl…] [--package NAME] [--package-path DIR] [--product NAME]

        All files are one module; without a file, those of the package in the current folder are taken. Namespaces are interfaces,
        interfaces resources, dictionaries records, unions variants, `T?` an option; `[Throws]` gives a result. What JavaScript
        implements ([Import]) is imported. Names are in WIT's form: `fromURL` is `from-url`.

        What WIT cannot say is an error at its place, with what to write instead: callbacks, `any`, Promises, iterators. The exit
        code is 1 then, and nothing is printed. `bindgen check --wit` tells the same and prints no WIT.

          --package NAME      the package's name in WIT, such as acme:words@1.0.0 (local:MODULE)
          --package-path DIR, --product NAME
                              the Swift package, and its product, as for `bindgen build`
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let name = try arguments.option("--package")
        let package = try arguments.option("--package-path")
        let product = try arguments.option("--product")
        var paths = try arguments.operands()
        if let name, let fault = WITPackage.fault(inName: name) { throw UsageError("`--package`: \(fault)") }
        if !paths.isEmpty, package != nil || product != nil {
            throw UsageError("name files, or a package by `--package-path` and `--product`, not both")
        }
        var moduleName = paths.first.map(GenerateVerb.moduleName) ?? ""
        var problems: [String] = []
        var libraries: [IDLLibrary] = []
        if paths.isEmpty {
            do {
                let sources = try PackageSources(packagePath: package ?? ".", product: product)
                (paths, problems, moduleName) = (sources.files, sources.problems, sources.moduleName)
                libraries = sources.libraries
            } catch {
                Terminal.printError(error)
                return .wrongInput
            }
        }
        let (sources, unread) = InputFiles.readToLook(paths)
        for problem in problems + unread { Terminal.printError(problem) }
        if !(problems + unread).isEmpty { return .wrongInput }
        let document = WITPackage(sources, libraries: libraries, moduleName: moduleName, name: name)
        Terminal.report(document.diagnostics)
        guard let text = document.text else { return .wrongInput }
        Terminal.printText(text)
        return .done
    }
}
