import BindgenDriver
import BindgenIDL
import BindgenModel

enum WebAPIVerb: Verb {
    static let name = "webapi"
    static let summary = "write IDL for what Swift is to call of the web platform, out of a folder of the standards' IDL"
    static let help = """
        bindgen webapi: write IDL for what Swift is to call of the web platform, out of a folder of the standards' IDL

          bindgen webapi --idl FOLDER [--only NAME,NAME.member,…] [--standards FILE,…] [--without NAME,…] [--output FILE]

        Takes the interfaces and members that you name, and what these are made of: dictionaries, enums and callbacks whole; of an interface
        that only a type names, the name, so that its objects can be passed on. The result is a file for the sources of your target: its
        interfaces are marked [Import], and the module holds what your Swift calls of it. Each section names its standard. Members
        that cannot be taken are told and stop nothing else.

          --idl FOLDER        IDL files of the standards, such as those of the npm package @webref/idl; may be given again, also for a file
          --only NAMES        interfaces (Document), members of one (HTMLCanvasElement.getContext), namespaces, dictionaries; without it,
                              every interface and namespace. An interface comes with its ancestors' members.
                              A member without a name is asked for by its first word: NodeList.iterable, NodeList.getter
          --standards FILES   files whose members are taken, by their names: dom,html; of the others come types alone
          --without NAMES     interfaces and members to leave out
          --throws NAMES      members that get [Throws], by the interface or mixin that declares them: ParentNode.querySelector. The
                              standards' IDL does not say which throw; what other members throw waits for the end of the call
          --output FILE       where to write (standard output); a folder, named with a / at its end, gets a file for each standard
          --report-skipped    tell which members were left out, and why
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let folders = try arguments.options(["--idl"])
        let only = try arguments.options(["--only"])
        let without = try items(try arguments.options(["--without"]), "--without")
        let standards = try arguments.options(["--standards"]).flatMap(words)
        let throwing = try items(try arguments.options(["--throws"]), "--throws")
        let output = try arguments.option("--output")
        let reportsSkipped = arguments.flag("--report-skipped")
        try arguments.finish()
        if folders.isEmpty { throw UsageError("name the folder with the standards' IDL: `--idl FOLDER`") }
        let request = ExcerptRequest(
            items: only.isEmpty ? nil : try items(only, "--only"), without: Set(without),
            standards: standards.isEmpty ? nil : standards, throwing: Set(throwing))
        let (sources, problems) = InputFiles.readToLook(folders)
        for problem in problems { Terminal.printError(problem) }
        if !problems.isEmpty { return .wrongInput }
        let file = WebAPIFile(sources, request)
        Terminal.report(file.diagnostics)
        for fault in file.faults { Terminal.printError("bindgen webapi: error: \(fault)") }
        Terminal.report(skipped: file.leftOut, each: reportsSkipped)
        guard let text = file.text else { return .wrongInput }
        guard let output else {
            Terminal.printText(text)
            return .done
        }
        do {
            if output.hasSuffix("/"), let files = file.files {
                try FileWriter(folder: output).write(files)
            } else {
                try FileWriter.replace(output, with: Array(text.utf8))
            }
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
        Terminal.print("\(output): \(file.summary)")
        return .done
    }

    private static func words(_ list: String) -> [String] {
        list.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func items(_ lists: [String], _ option: String) throws(UsageError) -> [ExcerptRequest.Item] {
        var items: [ExcerptRequest.Item] = []
        for word in lists.flatMap(words) {
            guard let item = ExcerptRequest.Item(word) else {
                throw UsageError("`\(option)`: `\(word)` is no name; write `Document` or `Document.createElement`")
            }
            items.append(item)
        }
        return items
    }
}
