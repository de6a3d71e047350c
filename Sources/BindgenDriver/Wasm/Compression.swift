import Foundation

/// A compressed form in which servers send files, made by the tool of its name.
package enum Compression: String, CaseIterable, Sendable {
    case gzip, brotli

    /// What a compressed copy's name ends in.
    package var suffix: String { self == .gzip ? ".gz" : ".br" }

    /// As small as the tool can, without a name or time inside: the same bytes for the same input.
    private var arguments: [String] {
        switch self {
        case .gzip: ["-9", "-n", "-c"]
        case .brotli: ["-q", "11", "-w", "24", "-c"]
        }
    }

    /// Whether the tool is installed.
    package var isInstalled: Bool { Subprocess.find(rawValue) != nil }

    /// The compressed bytes of a file; nil where the tool is not installed or fails.
    package func compress(file path: String) -> [UInt8]? {
        guard let tool = Subprocess.find(rawValue),
            let result = try? Subprocess.run(tool, arguments + [path], output: .collectStandardOutput), result.status == 0
        else { return nil }
        return result.output
    }

    package func size(ofFile path: String) -> Int? { compress(file: path)?.count }

    /// The compressed bytes of a file that is not written yet.
    /// - Parameter scratchFolder: where it is put aside for the tool.
    func compress(_ file: OutputFile, scratchFolder: String) throws(BuildError) -> [UInt8] {
        guard isInstalled else { throw notInstalled }
        try FileWriter(folder: scratchFolder).write([file])
        guard let bytes = compress(file: scratchFolder + "/" + file.path) else {
            throw BuildError("\(rawValue) could not compress \(scratchFolder)/\(file.path)")
        }
        return bytes
    }

    var notInstalled: BuildError { BuildError("\(rawValue) is not installed; a package manager has it by that name") }
}
