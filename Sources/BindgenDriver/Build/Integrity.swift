import Foundation

/// The digest of a file in the form of Subresource Integrity (3.1).
enum Integrity {
    /// What computes SHA-384: the first stands on Linux, the second on macOS.
    private static let programs = [("sha384sum", []), ("shasum", ["-a", "384"])]

    /// `sha384-` and the digest in base64.
    /// - Parameter scratchFolder: where the file is put aside for the program.
    static func digest(of file: OutputFile, scratchFolder: String) throws(BuildError) -> String {
        let path = scratchFolder + "/" + file.path
        try FileWriter(folder: scratchFolder).write([file])
        for (name, options) in programs {
            guard let program = Subprocess.find(name) else { continue }
            let result = try Subprocess.run(program, options + ["--", path], output: .collectStandardOutput)
            // A backslash stands first where the path has characters that are escaped.
            let digits = result.text.drop { $0 == "\\" }.prefix(96)
            let bytes = stride(from: 0, to: digits.utf8.count, by: 2).compactMap {
                UInt8(digits.dropFirst($0).prefix(2), radix: 16)
            }
            guard result.status == 0, bytes.count == 48 else {
                throw BuildError("\(program) did not tell the digest of \(path)", details: result.text)
            }
            return "sha384-" + Data(bytes).base64EncodedString()
        }
        throw BuildError("neither sha384sum (coreutils) nor shasum is in PATH; one of them is needed for the digest of the .wasm")
    }
}
