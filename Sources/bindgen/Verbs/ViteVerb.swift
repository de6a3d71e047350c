import BindgenDriver

enum ViteVerb: Verb {
    static let name = "vite"
    static let summary = "write a plugin for Vite and Rollup that builds the package"
    static let help = """
        bindgen vite: write a plugin for Vite and Rollup that builds the package

          bindgen vite [--out DIR]

        Writes vite-plugin-bindgen.js and its declarations, to be kept beside vite.config.js under version control:

          import bindgen from "./vite-plugin-bindgen.js";
          export default { plugins: [bindgen({ package: ".." })] };

        The plugin runs `bindgen build` in the folder of the Swift package, `..` here, and again when a source changes; the page is
        then reloaded, and errors of the IDL and of Swift are shown over it with their place. Programs import the npm package by
        its name, without installing it. The .d.ts says which other options there are.

          --out DIR   the folder of vite.config.js (.)
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let folder = try arguments.option("--out") ?? "."
        if let operand = try arguments.operands().first { throw UsageError("`\(operand)` is one word too many; see --out") }
        do {
            try VitePlugin.checkFolder(folder)
            let outcome = try FileWriter(folder: folder).write(VitePlugin.files)
            for file in VitePlugin.files {
                Terminal.print("\(file.path)\(outcome.written.contains(file.path) ? "" : "   unchanged")")
            }
            return .done
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }
}
