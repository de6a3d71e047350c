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
            try Interruption.heldBack { try place(changed) }
        } catch {
            throw BuildError("cannot write into \(folder): \(FileSystem.reason(error))")
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
        let staging = try StagingFolder(in: isNew ? parent : folder)
        defer { staging.remove() }
        let new = staging.path + "/new"
        try manager.createDirectory(atPath: new, withIntermediateDirectories: false)
        for file in files {
            let path = new + "/" + file.path
            try makeFolder(of: path)
            try Data(file.contents).write(to: URL(fileURLWithPath: path))
        }
        if isNew {
            try manager.moveItem(atPath: new, toPath: folder)
        } else {
            try replace(files.map(\.path), from: new, keepingIn: staging.path + "/old")
        }
    }

    /// Moves files into place. Where one cannot be moved, those before it are put back.
    private func replace(_ paths: [String], from new: String, keepingIn old: String) throws {
        var replaced: [String] = []
        do {
            for path in paths {
                let target = folder + "/" + path
                try makeFolder(of: target)
                if FileSystem.exists(target) {
                    try makeFolder(of: old + "/" + path)
                    try keep(target, in: old + "/" + path)
                }
                try move(new + "/" + path, to: target)
                replaced.append(path)
            }
        } catch {
            for path in replaced {
                let target = folder + "/" + path
                if FileSystem.exists(old + "/" + path) {
                    try? move(old + "/" + path, to: target)
                } else {
                    try? FileManager.default.removeItem(atPath: target)
                }
            }
            throw error
        }
    }

    private func keep(_ path: String, in copy: String) throws {
        do {
            try FileManager.default.linkItem(atPath: path, toPath: copy)
        } catch {
            // Not every file system has hard links.
            try FileManager.default.copyItem(atPath: path, toPath: copy)
        }
    }

    /// rename(2) replaces what stands there in one step.
    private func move(_ path: String, to target: String) throws {
        if rename(path, target) != 0 {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
        }
    }

    private func makeFolder(of path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    }
}
