import BindgenDriver

enum NewVerb: Verb {
    static let name = "new"
    static let summary = "write a package to begin with: interface, Swift, tests and a page"
    static let help = """
        bindgen new: write a package to begin with: interface, Swift, tests and a page

          bindgen new NAME [--path DIR] [--bindgen-path DIR | --bindgen-url URL]

        NAME is the name of the package and of its Swift module, such as `ImageFilter`; the npm package is then called
        `image-filter`. The package builds as it is. No file is ever overwritten.

          --path DIR           the folder to write (./NAME)
          --bindgen-path DIR   depend on a checkout of swift-bindgen; a tool that was built in one names it by itself, and an
                               installed tool (`bindgen install`) its installation
          --bindgen-url URL    depend on a repository of swift-bindgen, from this tool's version on
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let path = try arguments.option("--path")
        let dependency = try dependency(&arguments)
        let operands = try arguments.operands()
        guard let text = operands.first else { throw UsageError("name the package, such as `bindgen new ImageFilter`") }
        if operands.count > 1 { throw UsageError("`\(operands[1])` is one word too many") }
        do {
            let name = try ModuleName(text)
            let package = NewPackage(name: name, folder: path ?? text, dependency: dependency)
            let files = try package.write()
            Terminal.print(
                """
                \(text) is in \(package.folder)
                \(files.map { "  \($0)" }.joined(separator: "\n"))
                Next:
                  cd \(path ?? text)
                  \(package.command) dev
                """)
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }

    private static func dependency(_ arguments: inout Arguments) throws(UsageError) -> BindgenDependency {
        let path = try arguments.option("--bindgen-path")
        let url = try arguments.option("--bindgen-url")
        if path != nil, url != nil { throw UsageError("`--bindgen-path` and `--bindgen-url` exclude each other") }
        if let path { return .checkout(FileSystem.absolute(path)) }
        if let url { return .repository(url: url, version: CommandLineTool.version) }
        if let own = BindgenDependency.own() { return own }
        throw UsageError("say where swift-bindgen is, with `--bindgen-path` or `--bindgen-url`")
    }
}
