import Foundation

/// Notices which files change, by looking: it works on every system and file system, and an editor that writes aside and renames
/// is no special case.
struct SourceWatcher {
    private struct Signature: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var inode: UInt64
    }

    private var roots: [String]
    /// A folder to leave out.
    private let excluded: String
    private var known: [String: Signature]

    /// Begins with the files as they are.
    init(root: String, excluded: String) {
        roots = [root]
        self.excluded = excluded
        known = Self.scan([root], without: excluded)
    }

    /// Looks into a further folder from now on.
    mutating func add(root: String) {
        if roots.contains(root) { return }
        roots.append(root)
        known.merge(Self.scan([root], without: excluded)) { _, new in new }
    }

    /// The paths that changed, came or went since the last look, sorted. Waits until the files are quiet for a moment, so that
    /// what is saved together is built together.
    mutating func changes() -> [String] {
        var changed = difference()
        if changed.isEmpty { return [] }
        for _ in 0..<20 {
            usleep(30_000)
            let more = difference()
            if more.isEmpty { break }
            changed.formUnion(more)
        }
        return changed.sorted()
    }

    private mutating func difference() -> Set<String> {
        let now = Self.scan(roots, without: excluded)
        var changed = Set(known.keys).subtracting(now.keys)
        for (path, signature) in now where known[path] != signature { changed.insert(path) }
        known = now
        return changed
    }

    private static func scan(_ roots: [String], without excluded: String) -> [String: Signature] {
        var found: [String: Signature] = [:]
        var folders = roots
        while let folder = folders.popLast() {
            guard let listing = opendir(folder) else { continue }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if isIgnored(name) { continue }
                let path = folder + "/" + name
                guard path != excluded, let (signature, isFolder) = signature(path) else { continue }
                if isFolder { folders.append(path) } else { found[path] = signature }
            }
        }
        return found
    }

    private static func signature(_ path: String) -> (signature: Signature, isFolder: Bool)? {
        var status = stat()
        // A link to a folder is not followed: it may lead round in a circle.
        guard lstat(path, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFLNK, stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR { return nil }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        let signature = Signature(
            seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(status.st_size), inode: UInt64(status.st_ino))
        return (signature, status.st_mode & S_IFMT == S_IFDIR)
    }

    /// Hidden files, packages of npm, and what editors write beside a file while they save it.
    private static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name == "node_modules" || name.hasSuffix("~") || name.hasPrefix("#") || name == "4913"
            || name.contains("___jb_")
    }
}
