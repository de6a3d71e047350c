import Foundation

/// A folder in which new files are written aside, on the same disk as the place for which they are meant.
struct StagingFolder {
    private static let prefix = ".bindgen-"

    let path: String

    /// Makes the folder, and clears away those that a build left that was killed.
    init(in parent: String) throws {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] where Self.isAbandoned(name) {
            try? manager.removeItem(atPath: "\(parent)/\(name)")
        }
        path = "\(parent)/\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)"
        try? manager.removeItem(atPath: path)
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// True for the folder of a process that is no more.
    private static func isAbandoned(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)), process > 0 else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
