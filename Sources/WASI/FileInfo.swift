import WASIPreview1

/// What a file system tells about a file or folder.
public struct FileInfo: Sendable {
    /// `filetype` of preview 1.
    public enum Kind: UInt8, Sendable {
        case unknown, blockDevice, characterDevice, folder, file, datagramSocket, streamSocket, symbolicLink
    }

    public var kind: Kind
    /// In bytes.
    public var size: UInt64
    /// When the contents were written last, in nanoseconds since 1970; 0 where the host does not say.
    public var modified: UInt64

    init(_ stat: wasi_filestat) {
        kind = Kind(rawValue: stat.kind) ?? .unknown
        size = stat.size
        modified = stat.modified
    }
}
