import BindgenDriver

enum InstallVerb: Verb {
    static let name = "install"
    static let summary = "put this tool into your home, so that packages need not compile it"
    static let help = """
        bindgen install: put this tool into your home, so that packages need not compile it

          swift run -c release bindgen install [--bin DIR]

        in a checkout of swift-bindgen. It copies the tool that is running, and the runtime and the plugins that packages depend
        on, to ~/.swift-bindgen/\(CommandLineTool.version), and makes a link to the tool in ~/.local/bin. Packages that `bindgen new` then writes
        depend on that copy by its path, `~/.swift-bindgen/\(CommandLineTool.version)`. Every version has a folder of its own. To remove one, remove
        the folder and the link. After an update of Swift, install again.

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
