import BindgenIDL
import BindgenModel
import Foundation

/// The test data, which is read where it lies: beside the repository, or where `BINDGEN_IDL_CORPUS` points.
enum Corpus {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["BINDGEN_IDL_CORPUS"] { return URL(fileURLWithPath: path) }
        return Repository.root.deletingLastPathComponent().appendingPathComponent("shared/idl-corpus")
    }()

    static let isPresent = FileManager.default.fileExists(atPath: root.appendingPathComponent("wpt/idl").path)

    /// The IDL files of a folder, by name.
    static func files(_ folder: String) throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            .filter { ["webidl", "idl"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { SourceFile(path: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
    }
}

/// Where the tests stand.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// What the parser and the resolver say about a set of files.
func check(_ files: [SourceFile], dialect: Dialect) -> [Diagnostic] {
    let parsed = files.map { parse($0, dialect: dialect) }
    return parsed.flatMap(\.diagnostics) + resolve(parsed.map(\.tree), dialect: dialect).diagnostics
}

extension Diagnostic {
    /// `file:line: rule: message`, for the messages of tests.
    var summary: String { "\(range.file.path):\(range.start.line): \(rule): \(message)" }
}
