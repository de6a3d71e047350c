import Foundation

/// Writes files below one folder, and only those whose bytes change.
///
/// All new contents are written aside first and renamed into place last: a full disk or an interruption leaves the old files as
/// they were, and nobody sees half a file. A folder that does not exist yet appears as a whole.
package struct FileWriter {
    package struct Outcome: Equatable, Sendable {
        package var written: [String] = []
        package var unchanged: [String] = []
    }

    package var folder: String

    package init(folder: String) {
        self.folder = FileSystem.absolute(folder)
    }

    @discardableResult
    package func write(_ files: [OutputFile]) throws(BuildError) -> Outcome {
        var outcome = Outcome()
        var changed: [OutputFile] = []
        for file in files {
            try check(file.path)
            let target = folder + "/" + file.path
            if FileSystem.isFolder(target) { throw BuildError("cannot write \(target): it is a folder") }
            if FileSystem.read(target) == file.contents {
                outcome.unchanged.append(file.path)
            } else {
                changed.append(file)
                outcome.written.append(file.path)
            }
        }
        if changed.isEmpty { return outcome }
        if FileSystem.exists(folder), !FileSystem.isFolder(folder) {
            throw BuildError("cannot write into \(folder): it is a file, not a folder")
        }
        do {
            try place(changed)
        } catch {
            throw BuildError("cannot write into \(folder): \(reason(error))")
        }
        return outcome
    }

    /// Replaces one file that the user named. A link stays a link: what it points to is replaced.
    package static func replace(_ path: String, with contents: [UInt8]) throws(BuildError) {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        try FileWriter(folder: file.deletingLastPathComponent().path)
            .write([OutputFile(path: file.lastPathComponent, contents: contents)])
    }

    /// Only plain relative paths: nothing may leave the folder.
    private func check(_ path: String) throws(BuildError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.isEmpty || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            throw BuildError("refusing to write `\(path)`: it is not a path below \(folder)")
        }
    }

    private func place(_ files: [OutputFile]) throws {
        let manager = FileManager.default
        let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        let isNew = !FileSystem.exists(folder)
        if isNew { try manager.createDirectory(atPath: parent, withIntermediateDirectories: true) }
        let staging = (isNew ? parent : folder) + "/.bindgen-\(ProcessInfo.processInfo.processIdentifier)"
        try? manager.removeItem(atPath: staging)
        try manager.createDirectory(atPath: staging, withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: staging) }
        for file in files {
            let path = staging + "/" + file.path
            try manager.createDirectory(
                at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents).write(to: URL(fileURLWithPath: path))
        }
        if isNew {
            try manager.moveItem(atPath: staging, toPath: folder)
            return
        }
        for file in files {
            let target = folder + "/" + file.path
            try manager.createDirectory(
                at: URL(fileURLWithPath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
            // rename(2) replaces what stands there in one step.
            if rename(staging + "/" + file.path, target) != 0 {
                throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
            }
        }
    }

    private func reason(_ error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
        return (cause ?? error).localizedDescription
    }
}
