import Foundation

/// A compressed form in which servers send files, made by the tool of its name.
package enum Compression: String, CaseIterable, Sendable {
    case gzip, brotli

    /// What a compressed copy's name ends in.
    package var suffix: String { self == .gzip ? ".gz" : ".br" }

    /// As small as the tool can, without a name or time inside: the same bytes for the same input.
    private var options: [String] {
        switch self {
        case .gzip: ["-9", "-n"]
        case .brotli: ["-q", "11", "-w", "24"]
        }
    }

    /// Whether the tool is installed.
    package var isInstalled: Bool { Subprocess.find(rawValue) != nil }

    /// The compressed bytes of a file; nil where the tool is not installed or fails.
    package func compress(file path: String) -> [UInt8]? {
        guard let tool = Subprocess.find(rawValue),
            let result = try? Subprocess.run(tool, options + ["-c", "--", path], output: .collectStandardOutput),
            result.status == 0
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

    /// The compressed sizes of files, by their paths, by one run of the tool; empty where that is not installed or fails.
    /// - Parameter scratchFolder: where they are put aside for the tool.
    func sizes(of files: [OutputFile], scratchFolder: String) throws(BuildError) -> [String: Int] {
        guard let tool = Subprocess.find(rawValue), !files.isEmpty else { return [:] }
        let folder = scratchFolder + "/sizes"
        try FileWriter(folder: folder).write(files)
        let paths = files.map { folder + "/" + $0.path }
        guard try Subprocess.run(tool, options + ["-k", "-f", "--"] + paths).status == 0 else { return [:] }
        var sizes: [String: Int] = [:]
        for (file, path) in zip(files, paths) { sizes[file.path] = FileSystem.size(path + suffix) }
        return sizes
    }

    var notInstalled: BuildError { BuildError("\(rawValue) is not installed; a package manager has it by that name") }
}
