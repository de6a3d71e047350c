/// How large a written file is, as it stands and as a server would send it.
package struct FileSize: Sendable {
    package var path: String
    package var bytes: Int
    /// The size after `gzip -9`, or nil where there is no `gzip`.
    package var gzippedBytes: Int?

    package static func measure(_ files: [OutputFile], in folder: String) -> [FileSize] {
        files.map { file in
            FileSize(
                path: file.path, bytes: file.contents.count,
                gzippedBytes: Compression.gzip.size(ofFile: folder + "/" + file.path))
        }
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
