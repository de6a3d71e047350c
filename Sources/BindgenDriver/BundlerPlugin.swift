import BindgenEmit

/// The plugins for bundlers that a package brings along: `<package>/bundler`, for those that do not follow
/// `new URL("./….wasm", import.meta.url)` to the file.
struct BundlerPlugin {
    /// The package's name, as `import` has it.
    var packageName: String
    /// The name of the files before `.js` and `.wasm`.
    var fileName: String

    var scriptFile: String { "\(fileName).bundler.js" }
    var declarationsFile: String { "\(fileName).bundler.d.ts" }

    func script(sourceName: String) -> String {
        """
        \(generatedHeader(sourceName))
        import { existsSync, readFileSync } from "node:fs";
        import { basename, dirname, join } from "node:path";

        const packageName = "\(packageName)";
        const fileName = "\(fileName)";
        \(JSRuntime.bundlerScript)
        """
    }

    var declarations: String { JSRuntime.bundlerDeclarations }
}
