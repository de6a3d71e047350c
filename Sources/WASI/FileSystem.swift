import WASIPreview1

/// The files and folders below those folders that the host has given to the program (pre-opened folders).
///
/// Paths are those of the program: `poems/one.txt` and `/poems/one.txt` are the same place, below the folder whose name on this side is
/// the longest beginning of the path. Nothing outside of these folders can be reached.
public enum FileSystem {
    /// A member of a folder.
    public struct Entry: Sendable {
        public var name: String
        public var kind: FileInfo.Kind
    }

    /// The names of the folders that the host has given.
    public static func roots() -> [String] { Root.all.map { $0.name } }

    public static func info(_ path: String) throws(SystemError) -> FileInfo {
        var stat = wasi_filestat()
        try call("info", path) { wasi_path_filestat_get($0, 1, $1, $2, &stat) }
        return FileInfo(stat)
    }

    /// The members of a folder, by name, without `.` and `..`.
    public static func list(_ path: String) throws(SystemError) -> [Entry] {
        let place = try Root.resolve(path, "list")
        // A folder that the host has given is open; wasmkit's is closed for ever with what is opened as `.` there.
        if place.path == "." { return try FolderReader(number: place.folder, path: path).entries() }
        let number = try open(path, OpenFlags.folder, rights: Rights.list | Rights.reading, flags: 0, "list")
        let folder = File(number: number, path: path, isOwned: true)
        defer { withExtendedLifetime(folder) {} }
        return try FolderReader(number: number, path: path).entries()
    }

    public static func makeFolder(_ path: String) throws(SystemError) {
        try call("makeFolder", path, wasi_path_create_directory)
    }

    /// Removes an empty folder.
    public static func removeFolder(_ path: String) throws(SystemError) {
        try call("removeFolder", path, wasi_path_remove_directory)
    }

    public static func removeFile(_ path: String) throws(SystemError) { try call("removeFile", path, wasi_path_unlink_file) }

    /// Gives a file or folder another name or place; a file that is there is replaced.
    public static func rename(_ path: String, to other: String) throws(SystemError) {
        let target = try Root.resolve(other, "rename")
        let name = Array(target.path.utf8)
        try call("rename", path) { folder, bytes, count in
            name.withUnsafeBufferPointer {
                wasi_path_rename(folder, bytes, count, target.folder, $0.baseAddress, UInt32($0.count))
            }
        }
    }

    /// All bytes of a file.
    public static func read(_ path: String) throws(SystemError) -> [UInt8] { try File(path).readAll() }

    /// Makes a file of these bytes, in the place of one that is there.
    public static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let file = try File(path, .write)
        try file.write(bytes)
        try file.close()
    }

    static func open(
        _ path: String, _ how: Int32, rights: UInt64, flags: Int32, _ operation: StaticString
    ) throws(SystemError) -> Int32 {
        var number: Int32 = -1
        try call(operation, path) { wasi_path_open($0, 1, $1, $2, how, rights, rights, flags, &number) }
        return number
    }

    private static func call(
        _ operation: StaticString, _ path: String, _ function: (Int32, UnsafePointer<UInt8>?, UInt32) -> Int32
    ) throws(SystemError) {
        let place = try Root.resolve(path, operation)
        let errno = Array(place.path.utf8).withUnsafeBufferPointer {
            function(place.folder, $0.baseAddress, UInt32($0.count))
        }
        try check(errno, operation, path: path)
    }
}

/// A folder that the host has given to the program: those have the numbers from 3 on.
private struct Root {
    var number: Int32
    var name: String
    /// The name without what means nothing: `/` and `./` before it, `/` behind it. The name `.` is empty then, as is `/`.
    var prefix: [UInt8]

    static let all: [Root] = {
        var roots: [Root] = []
        var number: Int32 = 3
        var stat = wasi_prestat()
        while wasi_fd_prestat_get(number, &stat) == 0 {
            var bytes = [UInt8](repeating: 0, count: Int(stat.nameLength))
            // A number that is no folder has none of these names.
            if wasi_fd_prestat_dir_name(number, &bytes, stat.nameLength) == 0 {
                // Hosts that are written in C count its end.
                while bytes.last == 0 { bytes.removeLast() }
                roots.append(Root(number: number, name: text(bytes), prefix: Array(plain(bytes[...]))))
            }
            number += 1
        }
        return roots
    }()

    /// The folder whose name begins the path, the longest one of those, and the rest of the path.
    static func resolve(_ path: String, _ operation: StaticString) throws(SystemError) -> (folder: Int32, path: String) {
        let bytes = Array(path.utf8)
        // The empty path names nothing (POSIX), and a zero would end it early in a host that is written in C.
        if bytes.isEmpty { throw SystemError(.noent, operation, path: path) }
        if bytes.contains(0) { throw SystemError(.inval, operation, path: path) }
        let wanted = plain(bytes[...])
        var best: Root?
        for root in all where wanted.starts(with: root.prefix) && root.prefix.count >= best?.prefix.count ?? 0 {
            let rest = wanted.dropFirst(root.prefix.count)
            if root.prefix.isEmpty || rest.isEmpty || rest.first == slash { best = root }
        }
        guard let best else { throw SystemError(.notcapable, operation, path: path) }
        let rest = wanted.dropFirst(best.prefix.count).drop { $0 == slash }
        return (best.number, rest.isEmpty ? "." : text(rest))
    }

    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    private static func plain(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = path
        while true {
            if rest.first == slash {
                rest = rest.dropFirst()
            } else if rest.first == dot, rest.count == 1 || rest[rest.startIndex + 1] == slash {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        while rest.last == slash { rest = rest.dropLast() }
        return rest
    }
}

/// Reads the members of an open folder, which the host writes as records of different lengths into memory of a fixed size.
private struct FolderReader {
    var number: Int32
    var path: String

    private static let headSize = MemoryLayout<wasi_dirent>.stride

    func entries() throws(SystemError) -> [FileSystem.Entry] {
        var found: [FileSystem.Entry] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        var cookie: UInt64 = 0
        while true {
            var used: UInt32 = 0
            let capacity = UInt32(buffer.count)
            try check(wasi_fd_readdir(number, &buffer, capacity, cookie, &used), "list", path: path)
            let count = min(Int(used), buffer.count)
            let before = cookie
            let needed = read(buffer[..<count], &cookie, &found)
            // A folder should be at its end when the host leaves room; Bun's leaves some where the next record is too long.
            if cookie != before { continue }
            if count < buffer.count { break }
            buffer = [UInt8](repeating: 0, count: max(needed, buffer.count * 2))
        }
        return found.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    }

    /// Takes the records that are whole. Returns how many bytes the first one that is not would take.
    private func read(_ bytes: ArraySlice<UInt8>, _ cookie: inout UInt64, _ found: inout [FileSystem.Entry]) -> Int {
        var rest = bytes
        while rest.count >= Self.headSize {
            var head = wasi_dirent()
            withUnsafeMutableBytes(of: &head) { $0.copyBytes(from: rest.prefix(Self.headSize)) }
            let size = Self.headSize + Int(head.nameLength)
            guard rest.count >= size else { return size }
            let name = text(rest.dropFirst(Self.headSize).prefix(Int(head.nameLength)))
            if name != ".", name != ".." {
                found.append(FileSystem.Entry(name: name, kind: FileInfo.Kind(rawValue: head.kind) ?? .unknown))
            }
            cookie = head.next
            rest = rest.dropFirst(size)
        }
        return Self.headSize
    }
}
