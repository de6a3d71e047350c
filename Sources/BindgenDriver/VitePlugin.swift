import JSRuntime

/// The plugin that `bindgen vite` writes into a user's project.
package enum VitePlugin {
    package static var files: [OutputFile] {
        [
            OutputFile(path: "vite-plugin-bindgen.js", text: JSRuntime.vitePluginScript),
            OutputFile(path: "vite-plugin-bindgen.d.ts", text: JSRuntime.vitePluginDeclarations),
        ]
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
