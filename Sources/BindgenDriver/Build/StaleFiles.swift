import Foundation

/// Files that an earlier build derived from files that this one has changed: a server would send the old module compressed, or a
/// debugger show the lines of old code.
enum StaleFiles {
    /// Removes compressed copies, the source map and the file with the DWARF where they are not of this build.
    /// - Parameters:
    ///   - changed: the files that this build has changed, by their paths in the folder.
    ///   - all: all files of this build.
    /// - Returns: A remark for the user, where something was removed.
    static func remove(from folder: String, changed: [String], all: [OutputFile]) -> [String] {
        let current = Set(all.map(\.path))
        let module = ".wasm"
        var removed: [String] = []
        for path in changed {
            var derived = Compression.allCases.map { path + $0.suffix }
            if path.hasSuffix(module) { derived.append(path + OutputNames.sourceMapSuffix) }
            if path.hasSuffix(module) { derived.append(path.dropLast(module.count) + OutputNames.debugSuffix) }
            for name in derived where !current.contains(name) && FileSystem.exists("\(folder)/\(name)") {
                if (try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")) != nil { removed.append(name) }
            }
        }
        return removed.isEmpty ? [] : ["removed \(removed.joined(separator: ", ")), made of files that have changed since"]
    }
}
