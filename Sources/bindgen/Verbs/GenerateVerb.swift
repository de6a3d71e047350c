import BindgenDriver

enum GenerateVerb: Verb {
    static let name = "generate"
    static let summary = "write the bindings of IDL files without compiling anything"
    static let help = """
        bindgen generate: write the bindings of IDL files without compiling anything

          bindgen generate FILE.idl… [--out DIR] [--module NAME] [--worker[=pool|=partial]] [--dump-plan] [--report-skipped]

        Writes the Swift file that the wasm module is compiled with, the .js, .d.ts and package.json that load it, and the
        scripts that `[Import="./file.js"]` names. All files of one command form one module.

          --out DIR       where to write (generated); only files whose bytes change are touched
          --module NAME   the name of the Swift module (the first file's name)
          --worker        write `<package>/worker` too, by which programs call the module in a worker
          --dump-plan     print how every member crosses between JavaScript and Swift, and write nothing
          --report-skipped
                          tell which members of [Import] definitions were skipped, and why: what cannot be bound there
                          stops nothing else
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let folder = try arguments.option("--out") ?? "generated"
        let module = try arguments.option("--module")
        let isDumping = arguments.flag("--dump-plan")
        let reportsSkipped = arguments.flag("--report-skipped")
        let worker = BuildVerb.workerOptions(&arguments)
        let paths = try arguments.operands()
        guard let first = paths.first else { throw UsageError("name at least one .idl file") }
        let (sources, problems) = InputFiles.read(paths)
        for problem in problems { Terminal.printError(problem) }
        if !problems.isEmpty { return .wrongInput }
        let name = module ?? moduleName(of: first)
        let generator = Generator(
            sources, moduleName: name, scriptRoot: FileSystem.commonFolder(of: paths), worker: worker)
        Terminal.report(generator.diagnostics)
        Terminal.report(skipped: generator.skipped, each: reportsSkipped)
        if generator.hasErrors { return .wrongInput }
        if isDumping {
            Terminal.print(generator.planText)
            return .done
        }
        do {
            var options = JavaScriptOptions()
            options.worker = worker
            var files = generator.swift() + generator.javaScript(options)
            files += try generator.scripts(beside: files)
            let outcome = try OutputFolder(folder, moduleName: name).write(files)
            for file in files {
                Terminal.print("\(folder)/\(file.path)" + (outcome.written.contains(file.path) ? "" : "   unchanged"))
            }
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }

    /// `image-filter.idl` is the module `ImageFilter`.
    static func moduleName(of path: String) -> String {
        let file = path.split(separator: "/").last ?? "Module"
        let stem = file.split(separator: ".").first ?? "Module"
        let words = stem.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
