/// How large a written file is, as it stands and as a server would send it.
package struct FileSize: Sendable {
    package var path: String
    package var bytes: Int
    /// The size after `gzip -9`; nil where there is no `gzip`, in debug builds, which nobody sends, and for files that are compressed already.
    package var gzippedBytes: Int?

    /// - Parameters:
    ///   - compresses: whether `gzip` is asked.
    ///   - scratchFolder: where the files are put aside for it.
    static func measure(_ files: [OutputFile], compresses: Bool, scratchFolder: String) throws(BuildError) -> [FileSize] {
        let plain = !compresses ? [] : files.filter { file in !Compression.allCases.contains { file.path.hasSuffix($0.suffix) } }
        let gzipped = try Compression.gzip.sizes(of: plain, scratchFolder: scratchFolder)
        return files.map { FileSize(path: $0.path, bytes: $0.contents.count, gzippedBytes: gzipped[$0.path]) }
    }

    /// `12,345`: digits in threes.
    package static func format(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
