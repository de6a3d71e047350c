/// Copies that servers send in place of a file to clients that take its compression, such as `words.wasm.br`.
enum CompressedCopies {
    /// A copy of each file in each compression.
    static func make(of files: [OutputFile], scratchFolder: String) throws(BuildError) -> [OutputFile] {
        var copies: [OutputFile] = []
        for file in files {
            for compression in Compression.allCases {
                let bytes = try compression.compress(file, scratchFolder: scratchFolder)
                copies.append(OutputFile(path: file.path + compression.suffix, contents: bytes))
            }
        }
        return copies
    }
}
