import BindgenWasm

extension WasmModule {
    /// Reads a module from disk. The error names the file and, where its bytes are wrong, the place in it.
    static func read(_ path: String) throws(BuildError) -> WasmModule {
        if !FileSystem.exists(path) { throw BuildError("\(path): there is no such file") }
        if FileSystem.isFolder(path) { throw BuildError("\(path): this is a folder; name a .wasm file") }
        guard let bytes = FileSystem.read(path) else { throw BuildError("\(path): this file cannot be read") }
        do {
            return try WasmModule(bytes)
        } catch {
            throw BuildError("\(path): \(error.sentence)")
        }
    }
}
