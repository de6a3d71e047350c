import JSRuntime

/// The plugin that `bindgen vite` writes into a user's project.
package enum VitePlugin {
    package static var files: [OutputFile] {
        [
            OutputFile(path: "vite-plugin-bindgen.js", text: JSRuntime.vitePluginScript),
            OutputFile(path: "vite-plugin-bindgen.d.ts", text: JSRuntime.vitePluginDeclarations),
        ]
    }
}
