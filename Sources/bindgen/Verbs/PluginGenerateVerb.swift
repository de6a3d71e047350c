import BindgenDriver

/// What BindgenPlugin runs: writes the Swift file of a target's IDL files and nothing else.
enum PluginGenerateVerb: Verb {
    static let name = "plugin-generate"
    static let summary = "write the Swift file of a target (used by BindgenPlugin)"
    static let help =
        "bindgen plugin-generate --out DIR --module NAME [--executable | --library] [--component NAME] [--uses MODULE=FILE.idl]… FILE.idl…"

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        guard let folder = try arguments.option("--out"), let module = try arguments.option("--module") else {
            throw UsageError("--out and --module are needed")
        }
        let hostMain = arguments.flag("--executable")
        let isLibrary = arguments.flag("--library")
        let component = try arguments.option("--component")
        let used = try arguments.options(["--uses"])
        var (sources, problems) = InputFiles.read(try arguments.operands())
        var libraries: [IDLLibrary] = []
        for word in used {
            guard let equals = word.firstIndex(of: "=") else { throw UsageError("`--uses \(word)`: write MODULE=FILE.idl") }
            let (read, unread) = InputFiles.read([String(word[word.index(after: equals)...])])
            problems += unread
            IDLLibrary.add(read, of: String(word[..<equals]), to: &libraries)
        }
        for problem in problems { Terminal.printError(problem) }
        if !problems.isEmpty { return .wrongInput }
        let generator = Generator(
            sources, moduleName: module, libraries: libraries, isLibrary: isLibrary, component: isLibrary ? nil : component)
        Terminal.report(generator.diagnostics)
        if generator.hasErrors { return .wrongInput }
        do {
            try FileWriter(folder: folder).write(generator.swift(hostMain: hostMain))
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }
}
