import BindgenDriver

enum InstallVerb: Verb {
    static let name = "install"
    static let summary = "put this tool into your home, so that packages need not compile it"
    static let help = """
        bindgen install: put this tool into your home, so that packages need not compile it

          swift run bindgen install [--bin DIR]

        in a checkout of swift-bindgen compiles the tool, which takes about a minute, and then copies it and is done. (With
        `swift run -c release bindgen install` the compile takes four times as long, and the tool is faster on IDL of thousands of
        declarations.)

        The tool, and with it the runtime and the plugins that packages depend on, go to ~/.swift-bindgen/\(CommandLineTool.version), and a link to
        the tool into ~/.local/bin. Packages that `bindgen new` then writes depend on that folder, by the path
        `~/.swift-bindgen/\(CommandLineTool.version)`, and compile no part of the tool. Every version has a folder of its own. To remove one, remove
        its folder and the link. After an update of Swift, install again.

          --bin DIR   where the link is made (~/.local/bin)
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let folder = try arguments.option("--bin") ?? Installation.defaultLinkFolder
        try arguments.finish()
        let installation = Installation()
        do throws(BuildError) {
            guard let tool = Subprocess.ownPath else { throw BuildError("it is not known where this program stands") }
            if let present = Installation.holding(tool) {
                throw BuildError("this bindgen is installed, in \(present.folder); `bindgen install` is run in a checkout")
            }
            guard let checkout = BindgenDependency.ownCheckout() else {
                throw BuildError("\(tool) stands in no checkout of swift-bindgen, from which packages could get the runtime")
            }
            try installation.install(tool, checkout: checkout)
            let link = try installation.link(in: folder)
            Terminal.print("bindgen \(installation.version) is in \(installation.folder), and \(link) leads there")
            if let remark = installation.remark(on: link) { Terminal.print("note: \(remark)") }
            Terminal.print("Next:\n  bindgen new Words && cd Words && bindgen run")
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }
}
