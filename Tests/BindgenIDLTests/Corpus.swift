import Foundation

@testable import BindgenIDL

/// The test data, which is read where it lies: beside the repository, or where `BINDGEN_IDL_CORPUS` points.
enum Corpus {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["BINDGEN_IDL_CORPUS"] { return URL(fileURLWithPath: path) }
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return repository.deletingLastPathComponent().appendingPathComponent("shared/idl-corpus")
    }()

    static let isPresent = FileManager.default.fileExists(atPath: root.appendingPathComponent("wpt/idl").path)

    /// The files of a folder with one of the extensions, by name.
    static func files(_ folder: String, _ extensions: Set<String> = ["webidl", "idl"]) throws -> [SourceFile] {
        let url = root.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .filter { extensions.contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { SourceFile(path: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0))) }
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }

    /// Every IDL text of the corpus.
    static func everything() throws -> [SourceFile] {
        try ["webidl2/syntax/idl", "webidl2/invalid/idl", "wpt/idl", "spec/examples"].flatMap { try files($0) }
    }
}

extension SourceFile {
    var stem: String { path.split(separator: ".").dropLast().joined(separator: ".") }
}
