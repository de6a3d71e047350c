/// An installed Swift SDK for Wasm, as `--swift-sdk` names it. C library, stack and Unicode tables are the SDK's.
package struct SwiftSDK: Equatable, Sendable {
    package var id: String
    /// The folder of installed SDKs; nil means SwiftPM's own.
    package var folder: String?

    package init(id: String, folder: String? = nil) {
        self.id = id
        self.folder = folder
    }

    /// What `swift build` and `swift sdk list` are told.
    private var folderArguments: [String] { folder.map { ["--swift-sdks-path", FileSystem.absolute($0)] } ?? [] }

    /// - Parameter toolset: the path of `toolsetJSON`.
    func arguments(toolset: String) -> [String] {
        folderArguments + ["--swift-sdk", id, "--toolset", toolset]
    }

    /// What generated Swift needs on top of the SDK's own options: `@_extern(wasm)`, and a module that stays after it was set up.
    func toolsetJSON(prefersSize: Bool) -> String {
        let small = prefersSize ? #", "-Osize", "-D", "BINDGEN_SMALL""# : ""
        return """
            {
              "schemaVersion": "1.0",
              "swiftCompiler": {
                "extraCLIOptions": ["-enable-experimental-feature", "Extern", "-Xclang-linker", "-mexec-model=reactor", "-Xlinker", "\(Toolset.tableOption)"\(small)]
              }
            }

            """
    }

    /// An SDK can be named by its triple too, which SwiftPM knows.
    func check(_ toolchain: SwiftToolchain) throws(BuildError) {
        if id.hasPrefix("wasm32-") { return }
        let list = try Subprocess.run(toolchain.swift, ["sdk", "list"] + folderArguments, output: .collectStandardOutput)
        guard list.status == 0 else { return }
        let lines = list.text.split(separator: "\n").map(String.init)
        // With none installed, it prints a sentence.
        let installed = lines.filter { !$0.contains(" ") }
        if installed.contains(id) { return }
        throw BuildError(
            installed.isEmpty
                ? "there is no Swift SDK `\(id)`: none is installed; `swift sdk install` installs one"
                : "there is no Swift SDK `\(id)`; installed are: \(installed.joined(separator: ", "))")
    }
}
