import WASIPreview1

/// An open file or stream. It is closed when nobody has it any more.
public final class File {
    /// What a file is opened for.
    public enum Mode: Sendable {
        /// To read a file that is there.
        case read
        /// To write a file anew; one that is there is emptied.
        case write
        /// To write at the end of a file, which is made where there is none.
        case append
        /// To read and write a file that is there.
        case update
        /// To read and write a new file; where there is one, that is ``ErrorCode/exist``.
        case create
    }

    /// From where ``seek(to:from:)`` counts (`whence`).
    public enum Origin: Int32, Sendable {
        case start, current, end
    }

    /// The host's number of it (`fd`).
    public let number: Int32
    private let path: String?
    private var isOpen: Bool

    init(number: Int32, path: String?, isOwned: Bool) {
        self.number = number
        self.path = path
        isOpen = isOwned
    }

    deinit {
        if isOpen { _ = wasi_fd_close(number) }
    }

    public static var standardInput: File { File(number: 0, path: nil, isOwned: false) }
    public static var standardOutput: File { File(number: 1, path: nil, isOwned: false) }
    public static var standardError: File { File(number: 2, path: nil, isOwned: false) }

    /// Opens a file below one of the folders that the host has given to the program.
    public convenience init(_ path: String, _ mode: Mode = .read) throws(SystemError) {
        let number = try FileSystem.open(path, mode.how, rights: mode.rights, flags: mode == .append ? 1 : 0, "open")
        self.init(number: number, path: path, isOwned: true)
    }

    /// Closes it now, and tells what goes wrong with that.
    public func close() throws(SystemError) {
        guard isOpen else { return }
        isOpen = false
        try check(wasi_fd_close(number), "close", path: path)
    }

    /// Reads at most so many bytes; none at the end. A stream gives what is there.
    public func read(upTo limit: Int) throws(SystemError) -> [UInt8] {
        var errno: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, limit)) { buffer, count in
            var piece = wasi_piece(bytes: UnsafeRawPointer(buffer.baseAddress), count: UInt32(max(0, limit)))
            var read: UInt32 = 0
            errno = wasi_fd_read(number, &piece, 1, &read)
            count = errno == 0 ? min(Int(read), max(0, limit)) : 0
        }
        try check(errno, "read", path: path)
        return bytes
    }

    /// Reads up to the end.
    public func readAll() throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let piece = try read(upTo: 16 * 1024)
            if piece.isEmpty { return all }
            all += piece
        }
    }

    /// Writes all of these bytes.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        let errno = bytes.withUnsafeBufferPointer { buffer -> Int32 in
            var written = 0
            while written < buffer.count {
                var piece = wasi_piece(bytes: buffer.baseAddress.map { $0 + written }, count: UInt32(buffer.count - written))
                var step: UInt32 = 0
                let errno = wasi_fd_write(number, &piece, 1, &step)
                if errno != 0 { return errno }
                // A host that takes nothing and says nothing would be asked for ever.
                if step == 0 { return Int32(ErrorCode.io.rawValue) }
                written += Int(step)
            }
            return 0
        }
        try check(errno, "write", path: path)
    }

    /// Writes a text as UTF-8.
    public func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

    /// Moves the place at which the next byte is read or written. Returns that place, from the start.
    @discardableResult
    public func seek(to offset: Int64, from origin: Origin = .start) throws(SystemError) -> UInt64 {
        var place: UInt64 = 0
        try check(wasi_fd_seek(number, offset, origin.rawValue, &place), "seek", path: path)
        return place
    }

    /// What the file system tells about it.
    public func info() throws(SystemError) -> FileInfo {
        var stat = wasi_filestat()
        try check(wasi_fd_filestat_get(number, &stat), "info", path: path)
        return FileInfo(stat)
    }

    /// Cuts the file off, or makes it longer by zeroes.
    public func resize(to size: UInt64) throws(SystemError) {
        try check(wasi_fd_filestat_set_size(number, size), "resize", path: path)
    }

    /// Waits until what was written is on the disk.
    public func sync() throws(SystemError) { try check(wasi_fd_sync(number), "sync", path: path) }

    /// Whether it is a terminal, as far as preview 1 tells: a device for characters, in which one cannot seek.
    public func isTerminal() throws(SystemError) -> Bool {
        var stat = wasi_fdstat()
        try check(wasi_fd_fdstat_get(number, &stat), "info", path: path)
        return stat.kind == FileInfo.Kind.characterDevice.rawValue && stat.rights & (Rights.seek | Rights.tell) == 0
    }
}

/// `rights` of preview 1, as bits.
enum Rights {
    static let read: UInt64 = 1 << 1
    static let seek: UInt64 = 1 << 2
    static let tell: UInt64 = 1 << 5
    static let write: UInt64 = 1 << 6
    private static let sync: UInt64 = 1 << 0 | 1 << 4
    private static let info: UInt64 = 1 << 21
    private static let resize: UInt64 = 1 << 22
    static let list: UInt64 = 1 << 14

    static let reading = read | seek | tell | info
    static let writing = write | seek | tell | info | sync | resize
}

extension File.Mode {
    fileprivate var rights: UInt64 {
        switch self {
        case .read: Rights.reading
        case .write, .append: Rights.writing
        case .update, .create: Rights.reading | Rights.writing
        }
    }

    /// `oflags`.
    fileprivate var how: Int32 {
        switch self {
        case .read, .update: 0
        case .write: OpenFlags.create | OpenFlags.truncate
        case .append: OpenFlags.create
        case .create: OpenFlags.create | OpenFlags.exclusive
        }
    }
}

/// `oflags` of preview 1.
enum OpenFlags {
    static let create: Int32 = 1
    static let folder: Int32 = 2
    static let exclusive: Int32 = 4
    static let truncate: Int32 = 8
}
