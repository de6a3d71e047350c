import Foundation

/// The few questions about files that the driver asks.
package enum FileSystem {
    package static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The bytes of a file, or nil where it cannot be read.
    package static func read(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map(Array.init)
    }

    /// How many bytes a file has; nil where there is none.
    static func size(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }

    /// Everything up to the end of standard input.
    package static func readStandardInput() -> [UInt8] {
        Array(FileHandle.standardInput.readDataToEndOfFile())
    }

    /// Why something could not be written.
    static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileWriteOutOfSpace?: "the disk is full"
        case .fileWriteVolumeReadOnly?: "the file system is read-only"
        case .fileWriteNoPermission?: "permission denied"
        default: ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError).localizedDescription
        }
    }

    /// An absolute path without `.` and `..`.
    package static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// An absolute path in which no link stands; only without `.` and `..` where there is nothing yet.
    package static func real(_ path: String) -> String {
        guard let resolved = realpath(absolute(path), nil) else { return absolute(path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The way from a folder to a file, in real paths: a link on the way would make `..` another folder. The folder may be one that is
    /// still to be made.
    static func relative(_ path: String, to folder: String) -> String {
        var present = absolute(folder)
        var missing: [String] = []
        while present.count > 1, !exists(present) {
            let url = URL(fileURLWithPath: present)
            missing.insert(url.lastPathComponent, at: 0)
            present = url.deletingLastPathComponent().path
        }
        let from = real(present).split(separator: "/").map(String.init) + missing
        let to = real(path).split(separator: "/").map(String.init)
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let way = Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)
        return way.isEmpty ? "." : way.joined(separator: "/")
    }

    /// The path as the user would write it: relative to the working folder where it lies below it.
    package static func shown(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        if path == here { return "." }
        return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
    }

    /// The deepest folder that holds all these files, absolute.
    package static func commonFolder(of paths: [String]) -> String {
        let folders = paths.map { absolute($0).split(separator: "/").dropLast() }
        var common = folders.first ?? []
        for folder in folders {
            while !folder.starts(with: common) { common.removeLast() }
        }
        return "/" + common.joined(separator: "/")
    }

    /// The files below a folder whose names end in `suffix`, sorted; hidden files and folders and build products are left out.
    package static func files(below folder: String, suffix: String) -> [String] {
        var found: [String] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            if isFolder(path) {
                found += files(below: path, suffix: suffix)
            } else if name.hasSuffix(suffix) {
                found.append(path)
            }
        }
        return found
    }
}
