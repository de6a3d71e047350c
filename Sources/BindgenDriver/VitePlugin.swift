/// The plugin that `bindgen vite` writes into a user's project.
package enum VitePlugin {
    package static var files: [OutputFile] {
        [
            OutputFile(path: "vite-plugin-bindgen.js", text: withCommand(JSRuntime.vitePluginScript)),
            OutputFile(path: "vite-plugin-bindgen.d.ts", text: withCommand(JSRuntime.vitePluginDeclarations)),
        ]
    }

    /// Packages that depend on an installation have no tool to run.
    private static func withCommand(_ text: String) -> String {
        guard case .installation? = BindgenDependency.own() else { return text }
        return text.replacing("[\"swift\", \"run\", \"bindgen\"]", with: "[\"bindgen\"]")
    }

    /// - Throws: A sentence where a file of one of these names was written by somebody else.
    package static func checkFolder(_ folder: String) throws(BuildError) {
        for file in files {
            guard let present = FileSystem.read(folder + "/" + file.path) else { continue }
            let head = String(decoding: present.prefix(200), as: UTF8.self)
            if head.hasPrefix("// Written by `bindgen vite`") { continue }
            throw BuildError(
                "\(folder)/\(file.path) was not written by `bindgen vite`; move it, or choose another folder with --out")
        }
    }
}
