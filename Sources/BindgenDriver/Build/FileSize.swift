import Foundation

/// How large a written file is, as it stands and as a server would send it.
package struct FileSize: Sendable {
    package var path: String
    package var bytes: Int
    /// The size after `gzip -9`, or nil where there is no `gzip`.
    package var gzippedBytes: Int?

    package static func measure(_ files: [OutputFile], in folder: String) -> [FileSize] {
        let gzip = Subprocess.find("gzip")
        return files.map { file in
            let path = folder + "/" + file.path
            let compressed = gzip.flatMap {
                try? Subprocess.run($0, ["-9", "-n", "-c", path], output: .collectStandardOutput)
            }
            let size = compressed.flatMap { $0.status == 0 ? $0.output.count : nil }
            return FileSize(path: file.path, bytes: file.contents.count, gzippedBytes: size)
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
